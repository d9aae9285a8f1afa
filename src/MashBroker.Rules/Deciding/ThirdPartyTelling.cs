using System.Globalization;
using System.Text.RegularExpressions;
using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>
/// Finds what a text in somebody's own words tells of third parties without naming them: "her uncle is known to police", "mum's
/// boyfriend drinks". Somebody of the family or the household, by relation, or by what this case calls them to the child, stands in one sentence with an offence, health, substances,
/// immigration, earlier social care or domestic abuse, or in the sentence before it; or a birth date or an address of theirs stands
/// there. Where it errs, it errs to stopping; a person may override it. Pure; safe for several threads.
/// </summary>
public static partial class ThirdPartyTelling
{
    /// <param name="people">Everybody of the case, as the hub knows them now.</param>
    /// <param name="concerned">Those whom the text concerns, as whoever is told knows them: their own dates and addresses may stand.</param>
    /// <returns>In the order of the text; of a text that cannot be looked at, that it was not.</returns>
    public static IReadOnlyList<LeakFinding> Seek(
        string path,
        string text,
        IReadOnlyList<Subject> people,
        IReadOnlyList<Subject> concerned
    )
    {
        try
        {
            return
            [
                .. Told(path, new PlainReading(text), ThirdPartyRelations.Of(people, concerned))
                    .Concat(ThirdPartyNames.Seek(path, text, people, concerned))
                    .Concat(Dates(path, text, people, concerned))
                    .Concat(Places(path, text, people, concerned))
                    .Distinct()
                    .OrderBy(finding => finding.Start),
            ];
        }
        catch (RegexMatchTimeoutException)
        {
            return [new LeakFinding(LeakKind.NotChecked, path, 0, text.Length)];
        }
    }

    private static IEnumerable<LeakFinding> Told(string path, PlainReading reading, Regex? relations)
    {
        // Of the same length, so that places stay true.
        var read = ThirdPartyWords.Nobody.Replace(reading.Text, nobody => new string('_', nobody.Length));
        var sentences = SentencesOf(read);
        for (var at = 0; at < sentences.Count; at++)
        {
            var (start, sentence) = sentences[at];
            var (people, sensitive) = (ThirdPartyWords.Person.Matches(sentence), ThirdPartyWords.Sensitive);
            if (people.Count == 0 && relations is not null)
            {
                people = relations.Matches(sentence);
            }

            if (people.Count == 0)
            {
                (people, sensitive) = (ThirdPartyWords.Family.Matches(sentence), ThirdPartyWords.SensitiveOfFamily);
            }

            var named = people.Count > 0;
            if (!named)
            {
                (people, sensitive) = (ThirdPartyWords.Somebody.Matches(sentence), ThirdPartyWords.SensitiveOfSomebody);
            }

            if (people.Count == 0)
            {
                continue;
            }

            if (Apart(sensitive.Matches(sentence), people) is var (person, here))
            {
                yield return Between(
                    reading,
                    path,
                    start + person.Index,
                    person.Length,
                    start + here.Index,
                    here.Length
                );
            }
            else if (
                named
                && at + 1 < sentences.Count
                && sentences[at + 1] is var (next, following)
                && (!ThirdPartyWords.OfSomethingElse.IsMatch(following) || ThirdPartyWords.SpeaksOn.IsMatch(following))
                && sensitive.Match(following) is { Success: true } there
            )
            {
                yield return Between(
                    reading,
                    path,
                    start + people[0].Index,
                    people[0].Length,
                    next + there.Index,
                    there.Length
                );
            }
        }
    }

    // "A relative" is somebody; the word that names them tells nothing of them by itself.
    private static (Match Person, Match Told)? Apart(MatchCollection told, MatchCollection people)
    {
        foreach (Match person in people)
        {
            var apart = told.FirstOrDefault(match =>
                match.Index >= person.Index + person.Length || match.Index + match.Length <= person.Index
            );
            if (apart is not null)
            {
                return (person, apart);
            }
        }

        return null;
    }

    private static LeakFinding Between(
        PlainReading reading,
        string path,
        int person,
        int personLength,
        int told,
        int toldLength
    )
    {
        var (start, length) = reading.Place(Math.Min(person, told), Math.Max(person + personLength, told + toldLength));
        return new LeakFinding(LeakKind.ThirdParty, path, start, length);
    }

    private static List<(int Start, string Sentence)> SentencesOf(string text)
    {
        var sentences = new List<(int, string)>();
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            Add(end.Index + end.Length);
        }

        Add(text.Length);
        return sentences;

        void Add(int until)
        {
            if (!string.IsNullOrWhiteSpace(text[start..until]))
            {
                sentences.Add((start, text[start..until]));
            }

            start = until;
        }
    }

    private static IEnumerable<LeakFinding> Dates(
        string path,
        string text,
        IReadOnlyList<Subject> people,
        IReadOnlyList<Subject> concerned
    )
    {
        var born = people
            .Select(person => person.DateOfBirth)
            .OfType<DateOnly>()
            .Except(concerned.Select(person => person.DateOfBirth).OfType<DateOnly>())
            .ToHashSet();
        return born.Count == 0
            ? []
            : DateIn()
                .Matches(text)
                .Where(date => Read(date.Value) is { } day && born.Contains(day))
                .Select(date => new LeakFinding(LeakKind.PersonOfCase, path, date.Index, date.Length));
    }

    private static DateOnly? Read(string written)
    {
        var plain = Ordinal()
            .Replace(written, "$1")
            .Replace(",", " ", StringComparison.Ordinal)
            .Replace(" of ", " ", StringComparison.OrdinalIgnoreCase);
        var joined = string.Join('-', plain.Split((char[])[' ', '.', '/', '-'], StringSplitOptions.RemoveEmptyEntries));
        return DateOnly.TryParseExact(
            joined,
            [
                "d-M-yyyy",
                "d-M-yy",
                "yyyy-M-d",
                "d-MMM-yyyy",
                "d-MMMM-yyyy",
                "MMMM-d-yyyy",
                "MMM-d-yyyy",
                "d-MMMM-yy",
                "d-MMM-yy",
            ],
            CultureInfo.GetCultureInfo("en-GB"),
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
    }

    private static IEnumerable<LeakFinding> Places(
        string path,
        string text,
        IReadOnlyList<Subject> people,
        IReadOnlyList<Subject> concerned
    )
    {
        var known = concerned
            .SelectMany(person => person.Addresses)
            .SelectMany(TermsOf)
            .ToHashSet(StringComparer.Ordinal);
        var words = WordIn().Matches(text);
        var terms = people.SelectMany(person => person.Addresses).SelectMany(TermsOf).Except(known).Distinct();
        foreach (var term in terms)
        {
            for (var first = 0; first < words.Count; first++)
            {
                if (Reaches(words, first, term) is { } last)
                {
                    yield return new LeakFinding(
                        LeakKind.PersonOfCase,
                        path,
                        words[first].Index,
                        words[last].Index + words[last].Length - words[first].Index
                    );
                }
            }
        }
    }

    // A term is letters and digits alone: "ZZ99 3VZ" and "zz993vz" are one, and so are "Sample Row" and "Sample-Row".
    private static int? Reaches(MatchCollection words, int first, string term)
    {
        var at = 0;
        for (var word = first; word < words.Count && at < term.Length; word++)
        {
            var value = words[word].Value.ToLowerInvariant();
            if (string.CompareOrdinal(term, at, value, 0, value.Length) != 0)
            {
                return null;
            }

            at += value.Length;
            if (at == term.Length)
            {
                return word;
            }
        }

        return null;
    }

    private static IEnumerable<string> TermsOf(Address address)
    {
        // The street of the first line without its number tells as much; a town tells nothing.
        var street = address.Lines.Count == 0 ? "" : address.Lines[0];
        var words = WordIn().Matches(street).Select(word => word.Value.ToLowerInvariant()).ToArray();
        string[] named = [.. words.SkipWhile(word => char.IsDigit(word[0]))];
        return new[]
        {
            named.Length > 1 ? string.Concat(named) : "",
            words.Length > 1 && named.Length == 1 ? string.Concat(words) : "",
            string.Concat((address.Postcode ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant(),
        }.Where(term => term.Length > 0);
    }

    // The stop of a title or of initials ends no sentence.
    [GeneratedRegex(
        @"(?<!\b(?:mr|mrs|ms|dr|st|no|e\.g|i\.e|\p{L}))[.!?]+(?=[\s""')]|$)|[\r\n]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ./-]+(?:\d{1,2}|\p{L}{3,9})[ ,./-]+\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex DateIn();

    [GeneratedRegex(@"(\d)(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordIn();
}
