using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>Ways in which a note writes an address, or a part of it that tells as much.</summary>
internal sealed class EighthAddressWays(Random chance)
{
    /// <summary>Of the name of a street without its Road: "12 High" is not what anybody says, "12 Tollgate" is.</summary>
    private const int LongEnough = 7;

    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["Road"] = "Rd",
        ["Street"] = "St",
        ["Avenue"] = "Ave",
        ["Close"] = "Cl",
        ["Crescent"] = "Cres",
        ["Lane"] = "Ln",
        ["Drive"] = "Dr",
        ["Gardens"] = "Gdns",
        ["Terrace"] = "Terr",
        ["Court"] = "Ct",
        ["Place"] = "Pl",
        ["Grove"] = "Gr",
        ["House"] = "Hse",
    };

    /// <summary>Number and street at least.</summary>
    public string Whole(string number, string street, string town, string postcode)
    {
        var own = OwnNumber(number);
        return chance.Next(18) switch
        {
            0 or 1 => $"{number} {street}",
            2 => $"{number}, {street}",
            3 => $"{number} {Abbreviated(street)}",
            4 => $"{chance.Among(["no.", "No", "no", "number"])} {own} {Abbreviated(street)}",
            5 => $"{street}, number {own}",
            6 => $"{street} ({chance.Among(["no. ", "no ", "number ", "#"])}{own})",
            7 => $"{Words(own)} {street}",
            8 => $"{number} {street}, {town}, {postcode}",
            9 => $"{number} {Abbreviated(street)} {town} {postcode.Replace(" ", "", StringComparison.Ordinal)}",
            10 => EighthSlips.Upper($"{number} {street}, {town}"),
            11 => EighthSlips.Lower($"{number} {Abbreviated(street)}"),
            12 => $"{number} {street}\n{town}\n{postcode}",
            13 => $"{number} {Slipped(street)}",
            14 => $"{own}{chance.Among(["-", " - ", ""])}{street}",
            15 => $"{Abbreviated(street)} {own}",
            16 => $"{number} {street}, {postcode}",
            _ => $"{number} {Bare(street)}",
        };
    }

    /// <summary>The street alone.</summary>
    public string Street(string street) =>
        chance.Next(8) switch
        {
            0 => Abbreviated(street),
            1 => EighthSlips.Upper(street),
            2 => EighthSlips.Lower(street),
            3 => Slipped(street),
            4 => Apostrophe(street),
            _ => street,
        };

    public string Postcode(string postcode)
    {
        var (outward, inward) = (postcode[..^4], postcode[^3..]);
        return chance.Next(9) switch
        {
            0 => outward + inward,
            1 => EighthSlips.Lower(postcode),
            2 => EighthSlips.Lower(outward + inward),
            3 => $"{outward}-{inward}",
            4 => string.Join(' ', (outward + inward).ToCharArray()),
            5 => $"{outward}  {inward}",
            6 => $"{outward}.{inward}",
            _ => postcode,
        };
    }

    /// <summary>The name of a house.</summary>
    public string House(string name) =>
        chance.Next(8) switch
        {
            0 => EighthSlips.Upper(name),
            1 => EighthSlips.Lower(name),
            2 => Abbreviated(name),
            3 => Slipped(name),
            4 => $"'{name}'",
            5 => name.StartsWith("The ", StringComparison.Ordinal) ? $"the {name[4..]}" : name,
            _ => name,
        };

    public string Uprn(string uprn) =>
        chance.Next(5) switch
        {
            0 => $"{uprn[..3]} {uprn[3..6]} {uprn[6..9]} {uprn[9..]}",
            1 => $"{uprn[..4]} {uprn[4..8]} {uprn[8..]}",
            2 => $"{uprn[..4]}-{uprn[4..8]}-{uprn[8..]}",
            _ => uprn,
        };

    public static string OwnNumber(string number) => number[(number.LastIndexOf(' ') + 1)..];

    private static string Words(string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var value) ? EighthSlips.InWords(value) : number;

    private static string Abbreviated(string street)
    {
        var words = street.Split(' ');
        words[^1] = Abbreviations.GetValueOrDefault(words[^1], words[^1]);
        return string.Join(' ', words);
    }

    /// <summary>Without Road, Street or Close, as people who know the place say it.</summary>
    private static string Bare(string street)
    {
        var words = street.Split(' ');
        return Abbreviations.ContainsKey(words[^1]) && street.Length - words[^1].Length > LongEnough
            ? string.Join(' ', words[..^1])
            : street;
    }

    private static string Apostrophe(string street) =>
        street.Replace("'", "", StringComparison.Ordinal).Replace("St ", "Saint ", StringComparison.Ordinal);

    private string Slipped(string street)
    {
        var words = street.Split(' ');
        if (!EighthSlips.CanSlip(words[0]))
        {
            return Apostrophe(street);
        }

        words[0] = EighthSlips.Slip(words[0], chance);
        return string.Join(' ', words);
    }
}
