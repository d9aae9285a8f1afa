namespace MashBroker.Rules;

/// <summary>
/// Whether somebody's role is the one that a hub's document names. Documents say "a manager of the hub" and people "team manager":
/// every word that carries weight in the rule must stand in the role. ops/decisions/0080.
/// </summary>
internal static class MakerRoles
{
    // The hub's own name adds nothing at the hub, and a team is not a post.
    private static readonly string[] Light =
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "hub",
        "in",
        "mash",
        "of",
        "or",
        "s",
        "team",
        "the",
        "with",
    ];

    // Words by which somebody who names a post says that it is not theirs.
    private static readonly string[] NotThePost =
    [
        "clerk",
        "ex",
        "former",
        "formerly",
        "not",
        "receptionist",
        "retired",
        "secretary",
        "student",
        "to",
        "trainee",
        "volunteer",
    ];

    public static bool Fits(string rule, string role)
    {
        if (Words(role).Overlaps(NotThePost.Except(Words(rule))))
        {
            return false;
        }

        var wanted = Weighty(rule);
        var stated = Weighty(role);
        return wanted.Count > 0 ? wanted.IsSubsetOf(stated) : Words(rule).SetEquals(Words(role));
    }

    /// <summary>Whether a rule says no more than that it is the hub, or its team.</summary>
    public static bool NamesNoPost(string rule) => Weighty(rule).Count == 0;

    private static HashSet<string> Weighty(string text) => [.. Words(text).Except(Light)];

    private static HashSet<string> Words(string text) =>
        [
            .. new string([
                .. text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '),
            ])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(Singular),
        ];

    private static string Singular(string word) =>
        word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
}
