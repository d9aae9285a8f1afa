using MashBroker.Contracts;

namespace MashBroker.Matching;

/// <summary>How two given or family names compare, from worst to best.</summary>
internal enum NameAgreement
{
    Absent = 0,
    Different,
    Similar,

    /// <summary>A slip of the pen, or the same words in another order.</summary>
    Slip,

    /// <summary>All words of the one are in the other: a middle name left out, one half of a double-barrelled name.</summary>
    Part,
    Exact,
}

/// <summary>How one name of a person compares with one name of another.</summary>
/// <param name="Swapped">Given and family name stand in each other's place.</param>
/// <param name="Alias">At least one of the two is an alias or a previous name.</param>
internal sealed record NameComparison(NameAgreement Given, NameAgreement Family, bool Swapped, bool Alias)
{
    // "Muhammad" before another given name is commonly an honorific that brothers share: alone it names nobody.
    private static readonly HashSet<string> SharedByBrothers =
    [
        "muhammad",
        "mohammed",
        "mohammad",
        "mohamed",
        "muhammed",
        "mohamad",
        "muhamad",
        "mohd",
        "md",
    ];

    // An unborn or just born child before it is named.
    private static readonly HashSet<string> NotYetNamed =
    [
        "unborn",
        "baby",
        "infant",
        "unknown",
        "unnamed",
        "foetus",
        "fetus",
        "tbc",
        "child",
    ];

    /// <summary>Every name of the one beside every name of the other; never empty.</summary>
    public static IEnumerable<NameComparison> Of(IReadOnlyList<PersonName> a, IReadOnlyList<PersonName> b) =>
        a.SelectMany(one => b.Select(other => Of(one, other)))
            .DefaultIfEmpty(new NameComparison(NameAgreement.Absent, NameAgreement.Absent, false, false));

    public static bool IsNotYetNamed(PersonName name) =>
        NormalName.Of(name.Given).Split(' ').All(word => word.Length == 0 || NotYetNamed.Contains(word));

    /// <summary>Orders names that lead to the same grade, so that the evidence does not depend on who is first.</summary>
    public (int, int, bool, bool) Rank => ((int)Given + (int)Family, (int)Given, !Swapped, !Alias);

    private static NameComparison Of(PersonName a, PersonName b)
    {
        var alias = a.Use != NameUse.Current || b.Use != NameUse.Current;
        var (givenA, familyA, givenB, familyB) = (
            NormalName.Of(a.Given),
            NormalName.Of(a.Family),
            NormalName.Of(b.Given),
            NormalName.Of(b.Family)
        );
        if (givenA != givenB && givenA == familyB && familyA == givenB)
        {
            return new NameComparison(NameAgreement.Exact, NameAgreement.Exact, Swapped: true, alias);
        }

        return new NameComparison(OfGiven(givenA, givenB), OfFamily(familyA, familyB), Swapped: false, alias);
    }

    private static NameAgreement OfGiven(string a, string b)
    {
        var (wordsA, wordsB) = (a.Split(' '), b.Split(' '));
        if (wordsA.All(NotYetNamed.Contains) || wordsB.All(NotYetNamed.Contains))
        {
            return NameAgreement.Absent;
        }

        if (Whole(a, b) is { } clear)
        {
            return clear;
        }

        if (wordsA[0] == wordsB[0])
        {
            var shorter = wordsA.Length < wordsB.Length ? wordsA : wordsB;
            var longer = wordsA.Length < wordsB.Length ? wordsB : wordsA;
            return InOrder(shorter, longer) && !(shorter.Length == 1 && SharedByBrothers.Contains(shorter[0]))
                ? NameAgreement.Part
                : NameAgreement.Similar;
        }

        return Spelt(a, b, wordsA, wordsB);
    }

    private static NameAgreement OfFamily(string a, string b)
    {
        if (Whole(a, b) is { } clear)
        {
            return clear;
        }

        var (wordsA, wordsB) = (a.Split(' '), b.Split(' '));
        if (wordsA.Length != wordsB.Length)
        {
            var shorter = wordsA.Length < wordsB.Length ? wordsA : wordsB;
            var longer = wordsA.Length < wordsB.Length ? wordsB : wordsA;
            if (shorter.All(longer.Contains))
            {
                return NameAgreement.Part;
            }
        }

        return Spelt(a, b, wordsA, wordsB);
    }

    private static NameAgreement? Whole(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return NameAgreement.Absent;
        }

        return Joined(a) == Joined(b) ? NameAgreement.Exact : null;
    }

    private static NameAgreement Spelt(string a, string b, string[] wordsA, string[] wordsB)
    {
        if (wordsA.Order(StringComparer.Ordinal).SequenceEqual(wordsB.Order(StringComparer.Ordinal)))
        {
            return NameAgreement.Slip;
        }

        if (Spelling.Slip(Joined(a), Joined(b)))
        {
            return NameAgreement.Slip;
        }

        // One word of several may be the name in daily use, and may itself be misspelt.
        return
            Spelling.Similar(Joined(a), Joined(b))
            || wordsA.Any(one => wordsB.Any(other => Spelling.Similar(one, other)))
            ? NameAgreement.Similar
            : NameAgreement.Different;
    }

    // A middle initial stands for the middle name it begins.
    private static bool InOrder(string[] shorter, string[] longer)
    {
        var at = 0;
        foreach (var word in longer)
        {
            if (at < shorter.Length && Stands(shorter[at], word))
            {
                at++;
            }
        }

        return at == shorter.Length;
    }

    private static bool Stands(string a, string b) =>
        a == b || (a.Length == 1 && b[0] == a[0]) || (b.Length == 1 && a[0] == b[0]);

    private static string Joined(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}
