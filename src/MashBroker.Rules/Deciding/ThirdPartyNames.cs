using System.Text.RegularExpressions;
using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>
/// Finds people of a case by their names however they are written: small, misspelt, short, in disguise. Whoever is named as one
/// writes a name is <see cref="ThirdParties.NamedIn"/>'s.
/// </summary>
internal static class ThirdPartyNames
{
    // Behind a word that is a name as well, as people do not speak of a mark or a rose.
    private const string Does = "(?:'s|\\s+(?:is|was|has|had|got|gets|who|went|used|did|does|isn't|wasn't|hasn't|and))";

    private const string NoName =
        @"(?<!\b(?:the|a|an|this|that|his|her|their|our|your|my|no|any|every|each|of|it|he|she|they|we|you|i|who|which)\s)";

    public static IEnumerable<LeakFinding> Seek(
        string path,
        string text,
        IReadOnlyList<Subject> people,
        IReadOnlyList<Subject> concerned
    )
    {
        var named = ThirdParties.NamedIn(text, people, concerned).Select(person => person.Code);
        var known = new LeakNames(concerned.Select(person => person.Names.Select(Whole)));
        var read = new ReadText(text);
        return people
            .Where(person => concerned.All(one => one.Code != person.Code))
            .ExceptBy(named, person => person.Code)
            .SelectMany(person => person.Names)
            .SelectMany(name =>
                Written(path, read, new NameOfReferrer(Whole(name)), known).Concat(Small(path, read, name, known))
            )
            .Where(finding => !EndsSentence(text.Substring(finding.Start, finding.Length)))
            .Select(finding => finding with { Kind = LeakKind.ThirdParty });
    }

    // "To." is no Tom with a letter starred out.
    private static bool EndsSentence(string found) =>
        found[^1] is '.' or '?' or '-' && OrdinaryWords.Contains(found.TrimEnd('.', '?', '-').ToLowerInvariant());

    private static IEnumerable<LeakFinding> Written(string path, ReadText read, NameOfReferrer name, LeakNames known) =>
        name.IsEmpty
            ? []
            : new NameSeeker(name, known).Seek(read, path).Concat(new BrokenNameSeeker(name, known).Seek(read, path));

    // "tom is on bail", "will has moved out".
    private static IEnumerable<LeakFinding> Small(string path, ReadText read, PersonName name, LeakNames known)
    {
        foreach (var part in LeakNames.Parts(Whole(name)).Where(part => part.Length > 1 && !known.Contains(part)))
        {
            var pattern = OrdinaryWords.Contains(part) ? $"{NoName}{Regex.Escape(part)}{Does}" : Regex.Escape(part);
            foreach (
                Match found in Regex.Matches(
                    read.Folded,
                    $@"(?<![\p{{L}}\p{{N}}])(?:{pattern})(?![\p{{L}}\p{{N}}])",
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                    TimeSpan.FromSeconds(2)
                )
            )
            {
                yield return read.Find(LeakKind.ThirdParty, path, found.Index, found.Index + part.Length);
            }
        }
    }

    private static string Whole(PersonName name) => $"{name.Given} {name.Family}";
}
