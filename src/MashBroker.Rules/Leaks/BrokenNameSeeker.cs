using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Looks for a name that is no whole word: its letters apart or run together with others, starred out, or with signs in place of
/// letters.
/// </summary>
internal sealed partial class BrokenNameSeeker(NameOfReferrer name, LeakNames household) : LeakSeeker
{
    private readonly string[] _parts = [.. name.Given.Concat(name.Family).Distinct()];

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path) =>
        LettersApart(text)
            .Concat(RunTogether(text))
            .Concat(Starred(text))
            .Concat(Holed(text))
            .Concat(WithInitial(text))
            .Concat(WithSigns(text))
            .Concat(Hyphened(text))
            .Concat(CutShort(text))
            .Select(found => text.Find(LeakKind.ReferrerName, path, found.Start, found.End));

    // H a r t n e l l, H.A.R.T., Hart nell.
    private IEnumerable<(int Start, int End)> LettersApart(ReadText text)
    {
        var words = text.Words;
        foreach (var part in _parts.Concat(name.Pet.Where(pet => pet.Length > 3)))
        {
            if (part.Length < 3 || household.Contains(part))
            {
                continue;
            }

            for (var i = 0; i < words.Count; i++)
            {
                var taken = 0;
                var j = i;
                var letters = 0;
                while (
                    j < words.Count
                    && taken < part.Length
                    && string.CompareOrdinal(part, taken, words[j].Text, 0, words[j].Text.Length) == 0
                )
                {
                    taken += words[j].Text.Length;
                    letters += words[j].Text.Length == 1 ? 1 : 0;
                    j++;
                }

                // Whole English words that happen to make a name (at, her) are left where they are.
                var apart = j - i;
                if (
                    taken == part.Length
                    && apart > 1
                    && (letters == apart ? part.Length >= 3 : part.Length >= 5)
                    && (
                        letters == apart
                        || part.Length >= 8
                        || words.Skip(i).Take(apart).Any(word => !OrdinaryWords.Contains(word.Text))
                    )
                )
                {
                    yield return (words[i].Start, words[j - 1].End);
                }
            }
        }
    }

    private IEnumerable<(int Start, int End)> RunTogether(ReadText text)
    {
        foreach (var whole in name.Whole.Where(whole => whole.Length >= 8))
        {
            var at = text.Squeezed.IndexOf(whole, StringComparison.Ordinal);
            // "Mrs Penrose was": the letter behind a name begins another word.
            if (
                at >= 0
                && IsWhole(text, at, whole.Length, name.Family.Any(family => whole.Length == family.Length + 1))
                && !household.Contains(whole)
                && !IsFamilysOwn(whole)
            )
            {
                yield return (text.SqueezedFrom[at], text.SqueezedFrom[at + whole.Length - 1] + 1);
            }
        }
    }

    private static bool IsWhole(ReadText text, int at, int length, bool initial)
    {
        var (start, end) = (text.SqueezedFrom[at], text.SqueezedFrom[at + length - 1] + 1);
        return (end - start == length && !initial)
            || !(
                (end < text.Folded.Length && char.IsAsciiLetter(text.Folded[end]))
                || (start > 0 && char.IsAsciiLetter(text.Folded[start - 1]))
            );
    }

    // A parent who refers as a member of the public is in the list: their name is no secret.
    private bool IsFamilysOwn(string whole) =>
        name
            .Given.Concat(name.Pet)
            .Any(given =>
                name.Family.Any(family =>
                    (given + family == whole || family + given == whole || whole.Length == family.Length + 1)
                    && household.OfOnePerson(given, family)
                )
            );

    // G*** H*******: as somebody hides a name who wants it read.
    private IEnumerable<(int Start, int End)> Starred(ReadText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            var word = text.Words[i];
            var end = word.End;
            while (end < text.Folded.Length && text.Folded[end] is '*' or '_' or '#' or '•')
            {
                end++;
            }

            var behind = i + 1 < text.Words.Count && text.Words[i + 1].Start == end ? text.Words[i + 1].Text : "";
            var stars = end - word.End;
            if (
                stars > 0
                && (stars > 1 || behind.Length > 0)
                && text.Folded[word.End..end].Any(mark => mark is not '_')
                && _parts.Any(part =>
                    part.Length > word.Text.Length
                    && part.StartsWith(word.Text, StringComparison.Ordinal)
                    && part.EndsWith(behind, StringComparison.Ordinal)
                    && part.Length >= word.Text.Length + behind.Length
                )
            )
            {
                yield return (word.Start, end);
            }
        }
    }

    // G*r**nt, M_rg_ret: what is shown is where it belongs.
    private IEnumerable<(int Start, int End)> Holed(ReadText text)
    {
        var folded = text.Folded;
        for (var start = 0; start < folded.Length; start++)
        {
            if (!IsShown(folded[start]))
            {
                continue;
            }

            var end = start;
            var holes = 0;
            while (end < folded.Length && IsShown(folded[end]))
            {
                holes += char.IsAsciiLetter(folded[end]) ? 0 : 1;
                end++;
            }

            if (holes > 0)
            {
                // "To." ends a sentence; it is no Tom.
                var shown = folded[start..end].TrimEnd('.', '?', '-').ToLowerInvariant();
                if (_parts.Any(part => Fits(shown, part)))
                {
                    yield return (start, start + shown.Length);
                }
            }

            start = end;
        }
    }

    private static bool IsShown(char sign) =>
        char.IsAsciiLetter(sign) || sign is '*' or '•' or '#' or '.' or '?' or '_' or '-';

    private static bool Fits(string holed, string part) =>
        holed.Length == part.Length
        && holed.Count(char.IsAsciiLetter) is >= 2 and var shown
        && shown < holed.Length
        && holed.Zip(part).All(pair => pair.First == pair.Second || !char.IsAsciiLetter(pair.First));

    // Zbyszek P: a name that begins as the given one does, and the letter of the family's.
    private IEnumerable<(int Start, int End)> WithInitial(ReadText text)
    {
        for (var i = 0; i + 1 < text.Words.Count; i++)
        {
            var (first, letter) = (text.Words[i], text.Words[i + 1]);
            if (
                first is { Capital: true, Text.Length: >= 3 }
                && letter is { IsLetter: true, Capital: true, Adjoins: true, Opens: false }
                && letter.Text is not ("i" or "a")
                && !household.Contains(first.Text)
                && name.Family.Any(family => family[0] == letter.Text[0])
                && name.Given.Any(given => given.StartsWith(first.Text[..2], StringComparison.Ordinal))
            )
            {
                yield return (first.Start, letter.End);
            }
        }
    }

    // M@rgaret, Thi$tlewood.
    private IEnumerable<(int Start, int End)> WithSigns(ReadText text) =>
        Signs()
            .Matches(text.Folded)
            .Where(found =>
                _parts.Any(part => part.Length >= 3 && Lettered(found.Value).Contains(part, StringComparison.Ordinal))
            )
            .Select(found => (found.Index, found.Index + found.Length));

    private static string Lettered(string signs) =>
        string.Concat(
            signs
                .ToLowerInvariant()
                .Select(sign =>
                    sign switch
                    {
                        '@' or '4' => 'a',
                        '$' or '5' => 's',
                        '!' or '1' => 'i',
                        '|' => 'l',
                        '3' => 'e',
                        '0' => 'o',
                        '+' or '7' => 't',
                        _ => sign,
                    }
                )
        );

    // Thissel-Wood: two words that are one name, badly heard.
    private IEnumerable<(int Start, int End)> Hyphened(ReadText text)
    {
        for (var i = 1; i < text.Words.Count; i++)
        {
            var (first, second) = (text.Words[i - 1], text.Words[i]);
            // An-gel, over the end of a line.
            if (
                second.Start - first.End is 2 or 3
                && text.Folded[first.End] is '-'
                && text.Folded[first.End + 1] is '\n' or '\r'
                && !household.Contains(first.Text + second.Text)
                && _parts.Contains(first.Text + second.Text)
            )
            {
                yield return (first.Start, second.End);
            }

            if (
                second.Start == first.End + 1
                && text.Folded[first.End] is '-' or '_' or '\''
                && (first.Capital || text.Whispered)
                && !household.Contains(first.Text + second.Text)
                && _parts.Any(part => part.Length >= 7 && Likeness.Of(first.Text + second.Text, part))
            )
            {
                yield return (first.Start, second.End);
            }
        }
    }

    // Mrs Th., Marg. Thist.: a beginning with a stop where none ends the sentence.
    private IEnumerable<(int Start, int End)> CutShort(ReadText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            var word = text.Words[i];
            if (
                word is { Capital: true, Text.Length: >= 2 }
                && word.End < text.Folded.Length
                && text.Folded[word.End] is '.'
                && !household.Contains(word.Text)
                && !(i > 0 && char.IsAsciiDigit(text.Words[i - 1].Text[0]))
                && !OrdinaryWords.Contains(word.Text)
                && _parts.Any(part =>
                    part.Length > word.Text.Length && part.StartsWith(word.Text, StringComparison.Ordinal)
                )
                && (
                    (i > 0 && word.Adjoins && ReadText.Titles.Contains(text.Words[i - 1].Text))
                    || (
                        i + 1 < text.Words.Count
                        && text.Words[i + 1] is { Capital: true } next
                        && _parts.Any(part => part.StartsWith(next.Text, StringComparison.Ordinal))
                    )
                )
            )
            {
                yield return (word.Start, word.End);
            }
        }
    }

    [GeneratedRegex(
        @"(?<![\w@])[A-Za-z0-9]*[@$!|+][A-Za-z0-9@$!|+]+",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Signs();
}
