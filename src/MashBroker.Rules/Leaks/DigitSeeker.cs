namespace MashBroker.Rules;

/// <summary>
/// Looks for a number however it is spaced, prefixed, spoken or cut short: telephone numbers, and the number of a property.
/// </summary>
/// <param name="numbers">Digits without the country's code and the leading nought.</param>
/// <param name="shortest">As many of its last digits are the number.</param>
internal sealed class DigitSeeker(LeakKind kind, IReadOnlyList<string> numbers, int shortest) : LeakSeeker
{
    // A date and a time beside a number are not part of it.
    private const int MostBetween = 4;
    private const int LongEnoughForASlip = 9;

    private static readonly Dictionary<string, char> Spoken = new(StringComparer.Ordinal)
    {
        ["oh"] = '0',
        ["o"] = '0',
        ["nought"] = '0',
        ["naught"] = '0',
        ["zero"] = '0',
        ["one"] = '1',
        ["two"] = '2',
        ["three"] = '3',
        ["four"] = '4',
        ["five"] = '5',
        ["six"] = '6',
        ["seven"] = '7',
        ["eight"] = '8',
        ["nine"] = '9',
    };

    private static readonly Dictionary<string, char> Tens = new(StringComparer.Ordinal)
    {
        ["twenty"] = '2',
        ["thirty"] = '3',
        ["forty"] = '4',
        ["fifty"] = '5',
        ["sixty"] = '6',
        ["seventy"] = '7',
        ["eighty"] = '8',
        ["ninety"] = '9',
    };

    private static readonly HashSet<string> Links =
    [
        "then",
        "and",
        "followed",
        "by",
        "space",
        "dash",
        "hyphen",
        "plus",
        "dot",
        "x",
        "ext",
        "triple",
        "double",
        "treble",
        "hundred",
    ];

    private static readonly HashSet<string> OfNumbers = new(
        "number telephone phone mobile mob tel cell landline ring call text digits digit ending ends end finishing finishes last whatsapp line contact dial extension ext".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>All telephone numbers of a field, as their national digits.</summary>
    public static IReadOnlyList<string> Telephones(string? field) =>
        TelephoneNumber.In(field).Select(number => number.National).ToList();

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        if (numbers.Count == 0)
        {
            yield break;
        }

        foreach (var row in Rows(text))
        {
            var digits = string.Concat(row.Select(each => each.Figure));
            foreach (var number in numbers)
            {
                if (Holds(digits, number, text, row) is { } found)
                {
                    yield return text.Find(kind, path, row[found.At].Start, row[found.At + found.Length - 1].End);
                }
            }
        }

        foreach (var (start, end) in MaskedDigits.In(text.Folded, numbers))
        {
            yield return text.Find(kind, path, start, end);
        }
    }

    private (int At, int Length)? Holds(string digits, string number, ReadText text, List<Digit> row)
    {
        for (var length = number.Length; length >= Math.Min(shortest, number.Length); length--)
        {
            // Its end, or any long piece of it.
            var least = length >= shortest + 1 ? number.Length - length : 0;
            for (var from = number.Length - length; from >= number.Length - length - least && from >= 0; from--)
            {
                var at = digits.IndexOf(number.Substring(from, length), StringComparison.Ordinal);
                if (at >= 0)
                {
                    return (at, length);
                }
            }
        }

        if (number.Length >= LongEnoughForASlip && digits.Length >= number.Length)
        {
            var backwards = digits.IndexOf(new string([.. number.Reverse()]), StringComparison.Ordinal);
            if (backwards >= 0)
            {
                return (backwards, number.Length);
            }

            for (var at = 0; at + number.Length <= digits.Length; at++)
            {
                if (Likeness.Slips(digits.Substring(at, number.Length), number, 1) <= 1)
                {
                    return (at, number.Length);
                }
            }
        }

        return EndOf(digits, number, text, row);
    }

    // "Ends 4431": a few digits are a number only beside a word that says so.
    private static (int, int)? EndOf(string digits, string number, ReadText text, List<Digit> row)
    {
        // "Starts 07700 9": the code of a place or a network alone is many people's.
        var written = digits.TrimStart('0');
        var begins = written.Length is >= 5 and <= 8 && number.StartsWith(written, StringComparison.Ordinal);
        if (!begins && (digits.Length is < 3 or > 5 || !number.EndsWith(digits, StringComparison.Ordinal)))
        {
            return null;
        }

        // £788.15 is money.
        if (row[0].Start > 0 && text.Folded[row[0].Start - 1] is '£')
        {
            return null;
        }

        if (!begins && digits.Length == 5)
        {
            return (0, 5);
        }

        var first = FirstAt(text, row[0].Start);
        if (begins)
        {
            return text
                .Words.Skip(Math.Max(0, first - 3))
                .Take(Math.Min(first, 3))
                .Any(word => word.Text is "starts" or "starting" or "start" or "begins" or "beginning")
                ? (0, digits.Length)
                : null;
        }

        return text
            .Words.Skip(Math.Max(0, first - 5))
            .Take(Math.Min(first, 5))
            .Concat(text.Words.Skip(first + digits.Length).Take(4))
            .Any(word => OfNumbers.Contains(word.Text))
            ? (0, digits.Length)
            : null;
    }

    private static int FirstAt(ReadText text, int start)
    {
        var at = 0;
        while (at < text.Words.Count && text.Words[at].Start < start)
        {
            at++;
        }

        return at;
    }

    private static IEnumerable<List<Digit>> Rows(ReadText text)
    {
        var row = new List<Digit>();
        var last = -1;
        var times = 1;
        foreach (var word in text.Words)
        {
            var digits = Of(word, ref times);
            if (digits.Length == 0)
            {
                if (!Links.Contains(word.Text) && row.Count > 0)
                {
                    yield return row;
                    row = [];
                }

                last = word.End;
                continue;
            }

            if (row.Count > 0 && word.Start - last > MostBetween)
            {
                yield return row;
                row = [];
            }

            row.AddRange(digits.Select(digit => new Digit(digit, word.Start, word.End)));
            last = word.End;
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private static string Of(ReadWord word, ref int times)
    {
        var plain = word.Text;
        if (plain is "double" or "triple" or "treble")
        {
            times = plain == "double" ? 2 : 3;
            return "";
        }

        var repeated = times;
        times = 1;
        if (Spoken.TryGetValue(plain, out var digit))
        {
            return new string(digit, repeated);
        }

        if (Tens.TryGetValue(plain, out var ten))
        {
            return ten.ToString();
        }

        if (plain is "hundred")
        {
            return "00";
        }

        if (char.IsAsciiDigit(plain[0]) || (plain.Length > 1 && plain[0] is 'o' && plain.Any(char.IsAsciiDigit)))
        {
            // O for nought and l for one, as people type numbers.
            var figures = plain.Replace('o', '0').Replace('l', '1').Replace('i', '1');
            return figures.All(char.IsAsciiDigit)
                ? (figures.Length == 1 ? new string(figures[0], repeated) : figures)
                : string.Concat(figures.Where(char.IsAsciiDigit));
        }

        return plain.Length > 5 && plain.Any(char.IsAsciiDigit) ? string.Concat(plain.Where(char.IsAsciiDigit)) : "";
    }

    private readonly record struct Digit(char Figure, int Start, int End);
}
