namespace MashBroker.Rules;

/// <summary>What a written name of a referrer can be known by.</summary>
internal sealed class NameOfReferrer
{
    // Words that stand for nobody, as forms have them.
    private static readonly HashSet<string> Nobody = new(
        "a an the not given member of public anonymous unknown none withheld refused nobody n na tbc known caller person name neighbour".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Particles = new(
        "van von der den de da di du del della la le el al bin ibn ap ab ferch st saint o mac mc fitz nee formerly aka known as and or junior senior jr sr the".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Suffixes =
    [
        "jr",
        "sr",
        "junior",
        "senior",
        "obe",
        "mbe",
        "ba",
        "msc",
        "phd",
    ];

    public NameOfReferrer(string written)
    {
        var turned = written.Split(',', 2);
        var name = turned.Length == 2 ? $"{turned[1]} {turned[0]}" : written;
        var folded = new ReadText(name);
        var words = folded.Words.Select(word => word.Text).Where(word => !ReadText.Titles.Contains(word)).ToArray();
        if (words.All(Nobody.Contains))
        {
            return;
        }

        var parts = words.Where(word => !Particles.Contains(word) && !Suffixes.Contains(word)).ToArray();
        // Double-barrelled: what a hyphen joins at the end is the family's name, at the beginning the given one.
        var last = name.Trim().Split(' ')[^1];
        var family = LeakNames.Parts(last).Where(parts.Contains).ToArray();
        Family =
            family.Length > 0 && family.Length < parts.Length ? family
            : parts.Length > 0 ? [parts[^1]]
            : [];
        Given = [.. parts.Take(parts.Length - Family.Count).Where(part => part.Length > 1)];
        Initials = [.. words.Where(word => !Suffixes.Contains(word)).Select(word => word[0])];
        Family = [.. Family.Where(part => part.Length > 1).SelectMany(WithAndWithoutPrefix).Distinct()];
        Pet = Given.SelectMany(Nicknames.Of).Except(Given).ToHashSet(StringComparer.Ordinal);
        Whole = Joined()
            .Concat(WithParticles(words))
            .Where(joined => joined.Length >= 5)
            .ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Given { get; } = [];

    public IReadOnlyList<string> Family { get; } = [];

    public IReadOnlySet<string> Pet { get; } = new HashSet<string>();

    public IReadOnlyList<char> Initials { get; } = [];

    /// <summary>Parts written as one word, turned round, or backwards: nothing else reads so.</summary>
    public IReadOnlySet<string> Whole { get; } = new HashSet<string>();

    public bool IsEmpty => Given.Count + Family.Count == 0;

    // vandermeer, of which "meer" alone is the name.
    private IEnumerable<string> WithParticles(string[] words) =>
        words.Length > Given.Count + 1 ? [string.Concat(words.Skip(Given.Count))] : [];

    private IEnumerable<string> Joined()
    {
        foreach (var family in Family.Append(string.Concat(Family)))
        {
            yield return Backwards(family);
            foreach (var given in Given.Append(string.Concat(Given)).Concat(Pet))
            {
                yield return given + family;
                yield return family + given;
                if (given.Length > 0)
                {
                    yield return given[0] + family;
                    yield return family + given[0];
                    yield return given + family[0];
                    yield return Backwards(given);
                }
            }
        }
    }

    private static string Backwards(string word) =>
        word.Length < 5 || OrdinaryWords.Contains(new string([.. word.Reverse()]))
            ? ""
            : new string([.. word.Reverse()]);

    private static IEnumerable<string> WithAndWithoutPrefix(string family)
    {
        yield return family;
        foreach (var prefix in new[] { "mac", "mc", "fitz", "o" })
        {
            if (family.StartsWith(prefix, StringComparison.Ordinal) && family.Length >= prefix.Length + 4)
            {
                if (prefix is "mac" or "mc")
                {
                    yield return (prefix == "mac" ? "mc" : "mac") + family[prefix.Length..];
                }

                if (!OrdinaryWords.Contains(family[prefix.Length..]) && (prefix != "o" || !IsVowel(family[1])))
                {
                    yield return family[prefix.Length..];
                }
            }
        }
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
