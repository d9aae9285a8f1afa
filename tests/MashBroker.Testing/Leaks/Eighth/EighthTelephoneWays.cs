namespace MashBroker.Testing.Leaks;

/// <summary>Ways in which a note writes a telephone number.</summary>
internal static class EighthTelephoneWays
{
    private static readonly string[] Words =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    private static readonly int[][] Groupings =
    [
        [5, 6],
        [5, 3, 3],
        [4, 3, 4],
        [3, 4, 4],
        [4, 7],
        [3, 8],
        [5, 2, 2, 2],
        [3, 2, 2, 2, 2],
    ];

    public static string Next(string digits, Random chance)
    {
        var abroad = digits[1..];
        var separator = chance.Among([" ", "-", ".", " - ", "\u00a0", "\u2013", "  "]);
        return chance.Next(18) switch
        {
            0 => digits,
            1 or 2 or 3 or 4 => Grouped(digits, separator, chance),
            5 => $"({digits[..5]}) {digits[5..]}",
            6 => $"+44{abroad}",
            7 => $"+44 {abroad[..4]} {abroad[4..]}",
            8 => $"+44 (0){abroad[..4]} {abroad[4..]}",
            9 => $"0044 {abroad[..4]} {abroad[4..7]} {abroad[7..]}",
            10 => abroad,
            11 => string.Join(' ', digits.ToCharArray()),
            12 => Spoken(digits, "oh"),
            13 => Spoken(digits, "zero"),
            14 => Doubled(digits),
            15 => digits.Replace('0', 'O').Insert(5, " "),
            16 => $"{digits[..5]} {Spoken(digits[5..], "oh")}",
            _ => $"tel:+44-{abroad[..4]}-{abroad[4..]}",
        };
    }

    /// <summary>The last three to six digits, as the end of a number is quoted.</summary>
    public static string Ending(string digits, Random chance)
    {
        var last = digits[^chance.Next(3, 7)..];
        return chance.Next(4) switch
        {
            0 => string.Join(' ', last.ToCharArray()),
            1 => Spoken(last, "oh"),
            _ => last,
        };
    }

    private static string Grouped(string digits, string separator, Random chance)
    {
        var parts = new List<string>();
        var from = 0;
        foreach (var size in chance.Among(Groupings))
        {
            parts.Add(digits.Substring(from, size));
            from += size;
        }

        return string.Join(separator, parts);
    }

    private static string Spoken(string digits, string nought) =>
        string.Join(' ', digits.Select(digit => digit == '0' ? nought : Words[digit - '0']));

    /// <summary>As it is read out: double four, treble seven.</summary>
    private static string Doubled(string digits)
    {
        var said = new List<string>();
        for (var at = 0; at < digits.Length; )
        {
            var run = digits[at..].TakeWhile(digit => digit == digits[at]).Count();
            var taken = Math.Min(run, 3);
            var word = digits[at] == '0' ? "oh" : Words[digits[at] - '0'];
            said.Add(
                taken switch
                {
                    3 => $"treble {word}",
                    2 => $"double {word}",
                    _ => word,
                }
            );
            at += taken;
        }

        return string.Join(' ', said);
    }
}
