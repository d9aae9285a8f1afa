using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>What one address can be known by.</summary>
internal sealed class PlaceTerms
{
    private static readonly Dictionary<string, string> Types = ReadTypes();

    private static readonly HashSet<string> NotATown = new(
        "england wales scotland uk united kingdom great britain flat apartment".Split(' '),
        StringComparer.Ordinal
    );

    public PlaceTerms(Address address)
    {
        var pieces = address
            .Lines.SelectMany(line => line.Split(',', '\n'))
            .Select(piece => LeakNames.Parts(piece).ToArray())
            .Where(words => words.Length > 0)
            .ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            Read(pieces[i], isLast: i > 0 && i >= pieces.Count - 2);
        }

        Postcode = address.Postcode is { } code ? Figures(string.Concat(LeakNames.Parts(code))) : null;
        PropertyNumber = address.Uprn is { } uprn ? string.Concat(uprn.Where(char.IsAsciiDigit)).TrimStart('0') : null;
    }

    /// <summary>Streets and buildings: their own words, and the kind of place at the end.</summary>
    public List<NamedPlace> Named { get; } = [];

    public List<string[]> Towns { get; } = [];

    /// <summary>Of houses and flats, with a letter if they have one.</summary>
    public List<string> Numbers { get; } = [];

    /// <summary>Without a blank; O and nought, I and one are alike.</summary>
    public string? Postcode { get; }

    public string? PropertyNumber { get; }

    /// <summary>The kind of place that a word stands for, shortened or not; null: none.</summary>
    public static string? TypeOf(string word) => Types.GetValueOrDefault(word);

    public static string Figures(string code) => code.Replace('o', '0').Replace('i', '1').Replace('l', '1');

    private void Read(string[] words, bool isLast)
    {
        var left = words.ToList();
        while (
            left.Count > 0
            && (
                char.IsAsciiDigit(left[0][0])
                || (left[0].Length == 1 && left.Count > 1 && Numbers.Count > 0)
                || left[0]
                    is "flat"
                        or "apartment"
                        or "apt"
                        or "unit"
                        or "room"
                        or "number"
                        or "no"
                        or "floor"
                        or "ground"
                        or "first"
                        or "second"
                        or "third"
                        or "top"
            )
        )
        {
            if (char.IsAsciiDigit(left[0][0]) && left[0].Length <= 5)
            {
                Numbers.Add(left[0]);
            }

            left.RemoveAt(0);
        }

        if (left.Count == 0)
        {
            return;
        }

        // The Lodge, The Barn: the kind of place is all its name.
        if (left.Count > 1 && TypeOf(left[^1]) is { } type && left.SkipLast(1).Any(word => word is not "the"))
        {
            Named.Add(new NamedPlace([.. left.SkipLast(1)], type, words.Length > left.Count));
        }
        else if (isLast && words.Length == left.Count)
        {
            if (!left.All(NotATown.Contains))
            {
                Towns.Add([.. left]);
            }
        }
        else
        {
            Named.Add(new NamedPlace([.. left], null, words.Length > left.Count));
        }
    }

    private static Dictionary<string, string> ReadTypes()
    {
        string[] groups =
        [
            "street st str",
            "road rd",
            "lane ln la",
            "avenue ave av",
            "close cl",
            "drive dr drv",
            "way wy",
            "court ct crt",
            "gardens gdns gdn garden",
            "grove gr grv",
            "place pl",
            "terrace ter terr",
            "crescent cres cr cresc",
            "square sq",
            "row",
            "hill",
            "park pk",
            "walk wlk",
            "rise",
            "view vw",
            "yard yd",
            "mews",
            "parade pde",
            "green grn",
            "gate",
            "approach appr",
            "house hse ho",
            "lodge ldg",
            "cottage cott",
            "cottages cotts",
            "villa",
            "villas",
            "hall",
            "hurst",
            "project",
            "buildings bldgs building",
            "mansions",
            "point",
            "tower",
            "towers",
            "manor",
            "farm",
            "barn",
            "quay",
            "wharf",
            "bank",
            "field fields",
            "meadow meadows",
            "vale",
            "fold",
            "end",
            "croft",
            "chase",
            "path",
            "wynd",
            "parkway",
            "boulevard blvd",
            "broadway",
            "heights",
            "ridge",
            "common",
            "circus",
            "embankment",
            "esplanade",
            "heath",
            "hollow",
            "dale",
            "copse",
            "spinney",
            "wood woods",
            "side",
            "bridge",
            "centre center ctr",
            "refuge",
            "hostel",
            "flats",
            "mead",
            "brow",
            "oval",
            "loop",
            "link",
            "paddock",
            "orchard",
            "estate",
        ];
        return groups
            .SelectMany(group => group.Split(' ').Select(word => (word, group.Split(' ')[0])))
            .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
    }
}

/// <summary>A street or building.</summary>
/// <param name="Type">Null: it has none (Pottergate, The Willows).</param>
/// <param name="IsNumbered">A number of a house stands before it.</param>
internal sealed record NamedPlace(string[] Words, string? Type, bool IsNumbered)
{
    /// <summary>Words that tell it from others: without the, of and the like.</summary>
    public string[] Core { get; } =
    [.. Words.Where(word => word is not ("the" or "of" or "and" or "at" or "on" or "in"))];

    /// <summary>As one word: StationRoad, TheHollies.</summary>
    public IReadOnlyList<string> Joined { get; } =
        Type is null
            ? (Words.Length > 1 ? [string.Concat(Words)] : [])
            : [string.Concat(Words) + Type, string.Concat(Words.Where(word => word is not "the")) + Type];
}
