using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>How a hurried worker lets a name, number or address slip: by habit, by ear, by slip of the key, or to hide it badly.</summary>
internal static class SixthDisguises
{
    private const string NoBreak = "\u00a0";
    private const string ZeroWidth = "\u200b";

    private static readonly string[] Figures = "zero one two three four five six seven eight nine".Split(' ');

    private static readonly string[] Teens =
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    private static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    public static readonly (string Sort, Func<SixthFamily, Random, string> Say)[] Names =
    [
        ("full", (f, _) => Full(f)),
        ("given", (f, _) => f.Facts.Given),
        ("title", (f, _) => $"{Title(f)} {f.Facts.Family}"),
        ("title short", (f, _) => $"{Title(f)} {f.Facts.Family[..1]}"),
        ("family first", (f, _) => $"{f.Facts.Family}, {f.Facts.Given}"),
        ("family first, capitals", (f, _) => $"{f.Facts.Family.ToUpperInvariant()} {f.Facts.Given}"),
        ("initial and family", (f, _) => $"{f.Facts.Given[..1]}. {f.Facts.Family}"),
        ("initial and family, close", (f, _) => $"{f.Facts.Given[..1]}{f.Facts.Family}"),
        ("given and initial", (f, _) => $"{f.Facts.Given} {f.Facts.Family[..1]}."),
        ("initials", (f, _) => $"{f.Facts.Given[..1]}{f.Facts.Family[..1]}"),
        ("initials, stops", (f, _) => $"{f.Facts.Given[..1]}.{f.Facts.Family[..1]}."),
        ("nickname", (f, _) => f.Short),
        ("nickname and family", (f, _) => $"{f.Short} {f.Facts.Family}"),
        ("nickname and initial", (f, _) => $"{f.Short} {f.Facts.Family[..1]}"),
        ("lower case", (f, _) => Full(f).ToLowerInvariant()),
        ("upper case", (f, _) => Full(f).ToUpperInvariant()),
        ("no space", (f, _) => Full(f).Replace(" ", "", StringComparison.Ordinal)),
        ("underscore", (f, _) => Full(f).Replace(' ', '_').ToLowerInvariant()),
        ("dotted", (f, _) => Full(f).Replace(' ', '.').ToLowerInvariant()),
        ("handle", (f, _) => "@" + Full(f).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()),
        ("heard given", (f, _) => $"{f.Heard.Given} {f.Facts.Family}"),
        ("heard family", (f, _) => $"{Title(f)} {f.Heard.Family}"),
        ("heard both", (f, _) => $"{f.Heard.Given} {f.Heard.Family}"),
        ("letter lost", (f, chance) => Slip(f, name => name.Remove(Middle(chance, name), 1))),
        ("letter doubled", (f, chance) => Slip(f, name => Doubled(name, Middle(chance, name)))),
        ("letters swapped", (f, chance) => Slip(f, name => Swapped(name, Middle(chance, name)))),
        ("figures for letters", (f, _) => Full(f).Replace('e', '3').Replace('o', '0').Replace('i', '1')),
        ("vowels starred", (f, _) => string.Concat(Full(f).Select(letter => "aeiou".Contains(letter) ? '*' : letter))),
        ("spelt, spaces", (f, _) => string.Join(' ', Longest(f).AsEnumerable())),
        ("spelt, dashes", (f, _) => string.Join('-', Longest(f).ToUpperInvariant().AsEnumerable())),
        ("spelt, stops", (f, _) => string.Join('.', Longest(f).AsEnumerable())),
        ("broken line", (f, _) => Full(f).Replace(' ', '\n')),
        (
            "hyphen at the line's end",
            (f, _) => $"{f.Facts.Given} {f.Facts.Family.Insert(f.Facts.Family.Length / 2, "-\n")}"
        ),
        ("no-break space", (f, _) => Full(f).Replace(" ", NoBreak, StringComparison.Ordinal)),
        ("zero width", (f, _) => f.Facts.Given.Insert(2, ZeroWidth) + " " + f.Facts.Family.Insert(2, ZeroWidth)),
        ("bold marks", (f, _) => $"**{f.Facts.Given}** {f.Facts.Family}"),
        ("two spaces", (f, _) => Full(f).Replace(" ", "   ", StringComparison.Ordinal)),
        ("quoted", (f, _) => $"{f.Facts.Given} “{f.Short}” {f.Facts.Family}"),
    ];

    public static readonly (string Sort, Func<SixthFamily, Random, string> Say)[] Telephones =
    [
        ("as given", (f, _) => f.Facts.Telephone),
        ("plain", (f, _) => Number(f)),
        ("4-3-4", (f, _) => $"{Number(f)[..4]} {Number(f)[4..7]} {Number(f)[7..]}"),
        ("dots", (f, _) => $"{Number(f)[..5]}.{Number(f)[5..8]}.{Number(f)[8..]}"),
        ("dashes", (f, _) => $"{Number(f)[..5]}-{Number(f)[5..]}"),
        ("long dashes", (f, _) => $"{Number(f)[..5]}–{Number(f)[5..8]}–{Number(f)[8..]}"),
        ("slashes", (f, _) => $"{Number(f)[..5]}/{Number(f)[5..]}"),
        ("brackets", (f, _) => $"({Number(f)[..5]}) {Number(f)[5..]}"),
        ("country", (f, _) => $"+44 {Number(f)[1..]}"),
        ("country, nought", (f, _) => $"+44 (0){Number(f)[1..5]} {Number(f)[5..]}"),
        ("country, 0044", (f, _) => $"0044{Number(f)[1..]}"),
        ("no nought", (f, _) => Number(f)[1..]),
        ("pairs", (f, _) => string.Join(' ', Number(f).Chunk(2).Select(pair => new string(pair)))),
        ("single", (f, _) => string.Join(' ', Number(f).AsEnumerable())),
        ("letter O", (f, _) => Number(f).Replace('0', 'O')),
        ("words", (f, _) => Words(Number(f))),
        ("words, oh", (f, _) => Words(Number(f)).Replace("zero", "oh", StringComparison.Ordinal)),
        ("words, double", (f, _) => Doubles(Number(f))),
        ("half in words", (f, _) => $"{Number(f)[..5]} {Words(Number(f)[5..])}"),
        ("broken line", (f, _) => $"{Number(f)[..5]}\n{Number(f)[5..]}"),
        ("no-break space", (f, _) => $"{Number(f)[..5]}{NoBreak}{Number(f)[5..]}"),
        ("dialling code left out", (f, _) => f.Facts.Telephone.Split(' ', 2)[1]),
        ("tail", (f, _) => $"ending {Number(f)[^4..]}"),
        ("tail, three", (f, _) => $"ending in {Number(f)[^3..]}"),
        ("starred", (f, _) => $"{Number(f)[..3]}** ***{Number(f)[^3..]}"),
    ];

    public static readonly (string Sort, Func<SixthFamily, Random, string> Say)[] Emails =
    [
        ("plain", (f, _) => f.Facts.Email),
        ("upper", (f, _) => f.Facts.Email.ToUpperInvariant()),
        ("words", (f, _) => Spoken(f.Facts.Email, " at ", " dot ")),
        ("brackets", (f, _) => Spoken(f.Facts.Email, "(at)", ".")),
        ("square brackets", (f, _) => Spoken(f.Facts.Email, "[at]", "[dot]")),
        ("spaced", (f, _) => Spoken(f.Facts.Email, " @ ", ".")),
        ("link", (f, _) => $"mailto:{f.Facts.Email}"),
        ("no ending", (f, _) => f.Facts.Email[..f.Facts.Email.LastIndexOf('.')]),
        ("local part", (f, _) => f.Facts.Email[..f.Facts.Email.IndexOf('@', StringComparison.Ordinal)]),
        ("broken line", (f, _) => Spoken(f.Facts.Email, "@\n", ".")),
        ("comma for stop", (f, _) => Spoken(f.Facts.Email, "@", ",")),
    ];

    /// <summary>A street's last word cut short, as on an envelope.</summary>
    public static string Envelope(string street) =>
        street
            .Replace("Road", "Rd", StringComparison.Ordinal)
            .Replace("Avenue", "Ave", StringComparison.Ordinal)
            .Replace("Close", "Cl", StringComparison.Ordinal)
            .Replace("Terrace", "Terr", StringComparison.Ordinal)
            .Replace("Crescent", "Cres", StringComparison.Ordinal)
            .Replace("Gardens", "Gdns", StringComparison.Ordinal)
            .Replace("Lane", "Ln", StringComparison.Ordinal)
            .Replace("Street", "St.", StringComparison.Ordinal)
            .Replace("Place", "Pl", StringComparison.Ordinal)
            .Replace("Walk", "Wlk", StringComparison.Ordinal);

    public static string Close(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>1 to 199 as it is said.</summary>
    public static string InWords(int number) =>
        number switch
        {
            >= 100 when number % 100 == 0 => "one hundred",
            >= 100 => $"a hundred and {InWords(number % 100)}",
            >= 20 when number % 10 == 0 => Tens[(number / 10) - 2],
            >= 20 => $"{Tens[(number / 10) - 2]}-{Figures[number % 10]}",
            >= 10 => Teens[number - 10],
            _ => Figures[number],
        };

    public static string HouseInWords(SixthFamily f) =>
        InWords(int.Parse(f.Facts.HouseNumber, CultureInfo.InvariantCulture));

    public static string Swapped(string name, int at) => name[..at] + name[at + 1] + name[at] + name[(at + 2)..];

    private static string Full(SixthFamily f) => $"{f.Facts.Given} {f.Facts.Family}";

    private static string Title(SixthFamily f) => f.Woman ? "Mrs" : "Mr";

    private static string Longest(SixthFamily f) =>
        f.Facts.Family.Length > f.Facts.Given.Length ? f.Facts.Family : f.Facts.Given;

    // Only the longer of the names, and beside the other: a slip in "Wood" alone would tell nothing.
    private static string Slip(SixthFamily f, Func<string, string> slip) =>
        Full(f).Replace(Longest(f), slip(Longest(f)), StringComparison.Ordinal);

    private static int Middle(Random chance, string name) => chance.Next(2, name.Length - 1);

    private static string Doubled(string name, int at) => name.Insert(at, name[at].ToString());

    private static string Number(SixthFamily f) => Close(f.Facts.Telephone);

    private static string Words(string digits) => string.Join(' ', digits.Select(digit => Figures[digit - '0']));

    private static string Doubles(string digits)
    {
        var said = new List<string>();
        for (var at = 0; at < digits.Length; at++)
        {
            var twice = at + 1 < digits.Length && digits[at] == digits[at + 1];
            said.Add(twice ? $"double {Figures[digits[at] - '0']}" : Figures[digits[at] - '0']);
            at += twice ? 1 : 0;
        }
        return string.Join(' ', said);
    }

    private static string Spoken(string email, string at, string dot) =>
        email.Replace(".", dot, StringComparison.Ordinal).Replace("@", at, StringComparison.Ordinal);
}
