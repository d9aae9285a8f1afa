using System.Globalization;

namespace MashBroker.Testing.Leaks;

/// <summary>Slips of the pen and of the keyboard, small enough that a reader still sees the word.</summary>
internal static class EighthSlips
{
    private const int LongEnough = 6;

    private static readonly (string From, string To)[] ByEar =
    [
        ("ph", "f"),
        ("ck", "k"),
        ("ie", "ei"),
        ("ei", "ie"),
        ("ey", "y"),
        ("th", "t"),
        ("ss", "s"),
        ("tt", "t"),
        ("ll", "l"),
        ("nn", "n"),
        ("ee", "ea"),
        ("ou", "u"),
        ("ai", "ay"),
        ("wh", "w"),
    ];

    public static bool CanSlip(string word) => word.Length >= LongEnough && word.All(char.IsLetter);

    public static string Slip(string word, Random chance)
    {
        var at = chance.Next(2, word.Length - 2);
        return chance.Next(4) switch
        {
            0 when word[at] != word[at + 1] => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            1 => $"{word[..at]}{word[at]}{word[at..]}",
            2 when word[at] != word[at + 1] => $"{word[..at]}{word[(at + 1)..]}",
            _ => Heard(word, chance) ?? $"{word[..at]}{word[at]}{word[at..]}",
        };
    }

    /// <summary>14 as fourteen, 112 as one hundred and twelve.</summary>
    public static string InWords(int number)
    {
        string[] small =
        [
            "nought",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ];
        string[] tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        return number switch
        {
            < 20 => small[number],
            < 100 when number % 10 == 0 => tens[number / 10],
            < 100 => $"{tens[number / 10]}-{small[number % 10]}",
            _ when number % 100 == 0 => $"{small[number / 100]} hundred",
            _ => $"{small[number / 100]} hundred and {InWords(number % 100)}",
        };
    }

    public static string Upper(string text) => text.ToUpper(CultureInfo.InvariantCulture);

    public static string Lower(string text) => text.ToLowerInvariant();

    private static string? Heard(string word, Random chance)
    {
        var possible = ByEar.Where(pair => word.IndexOf(pair.From, 1, StringComparison.Ordinal) > 0).ToArray();
        if (possible.Length == 0)
        {
            return null;
        }

        var (from, to) = chance.Among(possible);
        var at = word.IndexOf(from, 1, StringComparison.Ordinal);
        return word[..at] + to + word[(at + from.Length)..];
    }
}
