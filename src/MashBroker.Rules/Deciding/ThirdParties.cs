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

    /// <param name="people">Everybody of the case, as the hub knows them now.</param>
    /// <param name="concerned">
    /// Those whom it concerns, by the names that whoever is told knows; a family name that they share may stand too.
    /// </param>
    /// <returns>Those who are named all the same, in their order, each where the text first names them.</returns>
    public static IReadOnlyList<NamedPerson> NamedIn(
        string text,
        IReadOnlyList<Subject> people,
        IReadOnlyList<Subject> concerned
    )
    {
        var allowed = concerned.SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        var written = WordIn()
            .Matches(text)
            .Where(word => char.IsUpper(word.Value[0]) || word.Length >= SurelyAName)
            .SelectMany(word => ReferrerName.Parts(word.Value).Select(part => (Part: part, Word: word)))
            .Where(each => !allowed.Contains(each.Part))
            .ToList();
        return
        [
            .. people
                .Select(person =>
                    (person.Code, written.FirstOrDefault(each => NamesOf(person).Contains(each.Part)).Word)
                )
                .Where(found => found.Word is not null)
                .Select(found => new NamedPerson(found.Code, found.Word!.Index, found.Word.Length)),
        ];
    }

    /// <summary>Whether somebody who gives this name may be this person: they are not told of themselves as of a third party.</summary>
    public static bool Is(Subject person, string? name) =>
        name is not null
        && person.Names.Any(each =>
            ReferrerName.Parts(each.Given).Intersect(ReferrerName.Parts(name)).Any()
            && new ReferrerName(name).MayBe($"{each.Given} {each.Family}")
        );

    private static IEnumerable<string> NamesOf(Subject person) =>
        person
            .Names.SelectMany(name => ReferrerName.Parts($"{name.Given} {name.Family}"))
            .Where(part => part.Length > 1);

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex WordIn();
}

/// <param name="Code">Of the person.</param>
/// <param name="Start">In characters of the text.</param>
public sealed record NamedPerson(string Code, int Start, int Length)
{
    /// <summary>e.g. "S2 (characters 1 to 5)".</summary>
    public string InWords => $"{Code} (characters {Start + 1} to {Start + Length})";
}
