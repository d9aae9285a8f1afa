using System.Text.RegularExpressions;
using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>
/// Finds people in a text that is to be told to somebody: what a person has written about the outcome must speak of nobody whom it
/// does not concern.
/// </summary>
public static partial class ThirdParties
{
    // Shorter names are words of any sentence (Will, Rose, May): they count where they are written like a name.
    private const int SurelyAName = 6;

    /// <param name="people">Everybody of the case.</param>
    /// <param name="mayBeNamed">Codes of those whom it concerns; a family name that they share may stand too.</param>
    /// <returns>Codes of those who are named all the same, in their order.</returns>
    public static IReadOnlyList<string> NamedIn(
        string text,
        IReadOnlyList<Subject> people,
        IReadOnlyCollection<string> mayBeNamed
    )
    {
        var allowed = people
            .Where(person => mayBeNamed.Contains(person.Code))
            .SelectMany(NamesOf)
            .ToHashSet(StringComparer.Ordinal);
        var written = WordIn()
            .Matches(text)
            .Where(word => char.IsUpper(word.Value[0]) || word.Length >= SurelyAName)
            .SelectMany(word => ReferrerName.Parts(word.Value))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. people
                .Where(person => !mayBeNamed.Contains(person.Code))
                .Where(person => NamesOf(person).Any(name => !allowed.Contains(name) && written.Contains(name)))
                .Select(person => person.Code),
        ];
    }

    private static IEnumerable<string> NamesOf(Subject person) =>
        person
            .Names.SelectMany(name => ReferrerName.Parts($"{name.Given} {name.Family}"))
            .Where(part => part.Length > 1);

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex WordIn();
}
