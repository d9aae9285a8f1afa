using System.Globalization;
using System.Text;

namespace MashBroker.Testing.Leaks;

/// <summary>Invented telephone numbers and e-mail addresses.</summary>
internal static class EighthContactPoints
{
    private static readonly string[] LandlineCodes = ["01604", "01536", "01708", "01908", "01704", "01329", "01264"];

    private static readonly string[] Domains =
    [
        "gmail.com",
        "hotmail.co.uk",
        "outlook.com",
        "btinternet.com",
        "yahoo.co.uk",
        "icloud.com",
        "sky.com",
        "talktalk.net",
        "live.co.uk",
        "aol.com",
        "virginmedia.com",
        "protonmail.com",
    ];

    private static readonly string[] Handles =
    [
        "sunflowers",
        "reds4ever",
        "twocats",
        "oldgoat",
        "purplewellies",
        "bakewithlove",
        "vanlife",
        "motherhen",
        "thegaffer",
        "knitpurl",
        "saltydog",
        "teaandtoast",
    ];

    public static string Telephone(Random chance) =>
        chance.Next(10) switch
        {
            < 6 => $"07{"45789"[chance.Next(5)]}{Digits(chance, 8)}",
            < 9 => $"{chance.Among(LandlineCodes)}{chance.Next(2, 9)}{Digits(chance, 5)}",
            _ => $"020{chance.Among(["7", "8"])}{Digits(chance, 7)}",
        };

    public static string Email(EighthReferrer referrer, Random chance)
    {
        var given = Plain(referrer.Given);
        var family = Plain(referrer.Family);
        var local = chance.Next(6) switch
        {
            0 => $"{given}.{family}",
            1 => $"{given}{family}{chance.Next(40, 99)}",
            2 => $"{given[0]}.{family}{chance.Next(1, 99)}",
            3 => $"{family}_{given}",
            4 => $"{given}{chance.Next(1950, 2004)}",
            _ => $"{chance.Among(Handles)}{chance.Next(11, 999)}",
        };
        return $"{local}@{chance.Among(Domains)}";
    }

    public static string Digits(Random chance, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => chance.Next(10).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Small letters a to z only, as in the part of an address before the sign.</summary>
    public static string Plain(string name) =>
        string.Concat(WithoutMarks(name).ToLowerInvariant().Where(char.IsAsciiLetter));

    /// <summary>Łukasz becomes Lukasz, Siân becomes Sian.</summary>
    public static string WithoutMarks(string name) =>
        string.Concat(
                name.Normalize(NormalizationForm.FormD)
                    .Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            )
            .Replace('Ł', 'L')
            .Replace('ł', 'l')
            .Replace('ı', 'i')
            .Normalize(NormalizationForm.FormC);
}
