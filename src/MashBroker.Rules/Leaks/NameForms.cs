namespace MashBroker.Rules;

/// <summary>Whether a word may be part of a referrer's name: as it is, short, fond, by ear, or with a slip of the hand.</summary>
internal sealed class NameForms(NameOfReferrer name)
{
    public IReadOnlyList<string> Parts { get; } = [.. name.Given.Concat(name.Family).Distinct()];

    public bool IsPartOrPet(string plain) => IsPart(plain) || name.Pet.Contains(plain);

    public bool IsPart(string plain) =>
        Parts.Contains(plain)
        || (plain.Length > 4 && plain[^1] == 's' && Parts.Contains(plain[..^1]) && !OrdinaryWords.Contains(plain))
        || (
            plain.Length > 5
            && plain.EndsWith("es", StringComparison.Ordinal)
            && Parts.Contains(plain[..^2])
            && !OrdinaryWords.Contains(plain)
        );

    public bool MayBe(string plain, ReadWord word) =>
        Parts.Any(part => Likeness.Of(plain, part))
        || (
            plain.EndsWith('s')
            && plain.Length > 5
            && Parts.Any(part => part.Length > 4 && Likeness.Of(plain[..^1], part))
        )
        || (
            word.Capital
            && (
                name.Given.Any(given => IsShort(plain, given, 3))
                || name.Family.Any(family => IsShort(plain, family, 4))
            )
        )
        // Ling for Xiaoling, Beth for Elizabeth.
        || (
            word is { Capital: true, AllCapitals: false }
            && plain.Length >= 4
            && !OrdinaryWords.Contains(plain)
            && name.Given.Any(given =>
                given.Length >= plain.Length + 2 && given.EndsWith(plain, StringComparison.Ordinal)
            )
        )
        // Bryn is no Bron, and Gareth no Greta.
        || (word.Capital && plain.Length >= 5 && name.Pet.Any(pet => IsFond(plain, pet)));

    private static bool IsFond(string plain, string pet) =>
        pet[0] == plain[0]
        && (
            (pet.Length >= 5 && Likeness.Slips(plain, pet, 1) <= 1)
            || (
                pet.Length == 4
                && plain.Length == 5
                && plain.Where((letter, at) => at == 0 || letter != plain[at - 1]).SequenceEqual(pet)
            )
        );

    // Thommo, Harty, Gwens: the beginning of a name, and an ending that makes it fond.
    private static bool IsShort(string plain, string part, int least)
    {
        if (
            plain.Length >= least
            && part.Length >= plain.Length + 2
            && part.StartsWith(plain, StringComparison.Ordinal)
        )
        {
            return true;
        }

        foreach (var ending in new[] { "y", "ie", "i", "o", "a", "ers", "ster", "z", "zza", "kins", "sy", "s" })
        {
            if (!plain.EndsWith(ending, StringComparison.Ordinal) || plain.Length - ending.Length < 3)
            {
                continue;
            }

            var stem = plain[..^ending.Length];
            var single = stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
            if (
                (stem.Length >= 4 && part.Length > stem.Length && part.StartsWith(stem, StringComparison.Ordinal))
                || (
                    single != stem
                    && single.Length >= 3
                    && part.Length > single.Length
                    && part.StartsWith(single, StringComparison.Ordinal)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    public static bool Ordinary(string plain, ReadWord word) =>
        OrdinaryWords.Contains(plain) || (plain.Length <= 3 && (!word.Capital || word.AllCapitals));

    // What is written otherwise and is no word of English is taken for the name; a common word is not.
    public static bool IsNoWord(string plain, ReadWord word, ReadText text) =>
        !OrdinaryWords.Contains(plain)
        // NHS, CAMHS
        && (!word.AllCapitals || text.Shouted || plain.Length > 5)
        && !(plain.EndsWith('s') && OrdinaryWords.Contains(plain[..^1]))
        && (word.Capital || text.Whispered || plain.Length >= 5)
        && !KnownName(plain);

    // Another given name that somebody else bears is not this one written badly.
    private static bool KnownName(string plain) => Nicknames.Of(plain).Count > 0 && plain.Length <= 5;

    public bool SameSide(string one, string other) =>
        name.Given.Contains(one) == name.Given.Contains(other)
        && name.Family.Contains(one) == name.Family.Contains(other);

    /// <summary>Hartnell63 is a handle, H4rtnell a disguise: both are Hartnell.</summary>
    public static string WithoutDigits(string text)
    {
        if (!text.Any(char.IsAsciiDigit))
        {
            return text;
        }

        var ends = text.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return string.Concat(
            ends.Select(letter =>
                letter switch
                {
                    '0' => 'o',
                    '1' => 'l',
                    '3' => 'e',
                    '4' => 'a',
                    '5' => 's',
                    '7' => 't',
                    '8' => 'b',
                    _ => letter,
                }
            )
        );
    }
}
