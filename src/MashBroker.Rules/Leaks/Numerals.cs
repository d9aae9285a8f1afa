using System.Globalization;

namespace MashBroker.Rules;

/// <summary>Numbers of houses as people write them: 14, fourteen, one-four, one hundred and fourteen.</summary>
internal static class Numerals
{
    // No house has more; a row of them is read no further.
    private const int MostDigits = 5;

    private static readonly string[] Small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ).Split(' ');

    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly Dictionary<string, int> Values = Small
        .Select((word, value) => (word, value))
        .Concat(Tens.Select((word, at) => (word, at * 10)).Where(ten => ten.word != "-"))
        .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Null: no number begins here.</summary>
    /// <param name="last">The last word of the number.</param>
    public static string? At(IReadOnlyList<ReadWord> words, int first, out int last)
    {
        last = first;
        var word = words[first].Text;
        if (char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        var value = 1;
        if (!Values.TryGetValue(word, out value) && !(word is "a" && Next(words, first) is "hundred"))
        {
            return null;
        }

        value = word is "a" ? 1 : value;

        if (value < 10 && word is not "a" && Digits(words, first, ref last) is { } digits)
        {
            return digits;
        }

        if (value < 10 && Next(words, last) is "hundred")
        {
            last++;
            value *= 100;
            var behind = last + (Next(words, last) is "and" ? 1 : 0);
            if (behind + 1 < words.Count && Values.TryGetValue(words[behind + 1].Text, out var rest))
            {
                last = behind + 1;
                value += rest + Unit(words, rest, ref last);
            }
        }
        else
        {
            value += Unit(words, value, ref last);
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    // One-four; a single one is left to whoever asks.
    private static string? Digits(IReadOnlyList<ReadWord> words, int first, ref int last)
    {
        var digits = Small.IndexOf(words[first].Text).ToString(CultureInfo.InvariantCulture);
        while (
            digits.Length <= MostDigits
            && Next(words, last) is { } next
            && (Values.TryGetValue(next, out var digit) || next is "oh")
            && digit < 10
        )
        {
            digits += digit.ToString(CultureInfo.InvariantCulture);
            last++;
        }

        return digits.Length > 1 ? digits : null;
    }

    private static int Unit(IReadOnlyList<ReadWord> words, int ten, ref int last)
    {
        if (
            ten >= 20
            && ten % 10 == 0
            && Next(words, last) is { } next
            && Values.TryGetValue(next, out var unit)
            && unit is > 0 and < 10
        )
        {
            last++;
            return unit;
        }

        return 0;
    }

    private static string? Next(IReadOnlyList<ReadWord> words, int at) =>
        at + 1 < words.Count && words[at + 1].Adjoins ? words[at + 1].Text : null;
}
