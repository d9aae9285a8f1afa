using System.Text.RegularExpressions;
using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>What a case itself calls its people to the child ("godmother", "mum's scout friend"): no list of words has them all.</summary>
internal static partial class ThirdPartyRelations
{
    // "of", "his": shorter words name nobody.
    private const int LeastLetters = 4;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    // A relation that is no more than this says nothing of who it is.
    private static readonly HashSet<string> Anybody = new(StringComparer.OrdinalIgnoreCase)
    {
        "child",
        "self",
        "unknown",
        "other",
        "none",
        "household",
        "member",
        "person",
        "relation",
    };

    /// <param name="concerned">Of them the text may speak.</param>
    /// <returns>Each relation as it is written, and its last word; null where the case has none.</returns>
    public static Regex? Of(IReadOnlyList<Subject> people, IReadOnlyList<Subject> concerned)
    {
        var allowed = concerned.SelectMany(Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = people
            .SelectMany(Words)
            .Where(word => !allowed.Contains(word))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(Regex.Escape)
            .ToList();
        return words.Count == 0
            ? null
            : new Regex(
                $@"\b(?:{string.Join('|', words)})\b",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                Limit
            );
    }

    private static IEnumerable<string> Words(Subject person)
    {
        if (person.Relationship?.Trim() is not { Length: > 0 } relation)
        {
            return [];
        }

        var last = LastWord().Match(relation).Value;
        return new[] { relation, last }.Where(word =>
            word.Count(char.IsLetter) >= LeastLetters && !Anybody.Contains(word)
        );
    }

    [GeneratedRegex(@"[\p{L}'’-]+(?=\P{L}*\z)", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();
}
