using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>Numbers of which only the beginning and the end are shown, or the end alone: 07700 XXX461, *******4471.</summary>
internal static partial class MaskedDigits
{
    private const int FewestShown = 4;

    public static IEnumerable<(int Start, int End)> In(string folded, IReadOnlyList<string> numbers) =>
        MaskedBeginning()
            .Matches(folded)
            .Where(found => numbers.Any(number => number.EndsWith(found.Groups[1].Value, StringComparison.Ordinal)))
            .Concat(MaskedMiddle().Matches(folded).Where(found => IsOneOf(numbers, found)))
            .Select(found => (found.Index, found.Index + found.Length));

    private static bool IsOneOf(IReadOnlyList<string> numbers, Match found)
    {
        var first = string.Concat(found.Groups[1].Value.Where(char.IsAsciiDigit)).TrimStart('0');
        first = first.StartsWith("44", StringComparison.Ordinal) ? first[2..] : first;
        var end = found.Groups[2].Value;
        return first.Length + end.Length >= FewestShown
            && numbers.Any(number =>
                number.StartsWith(first, StringComparison.Ordinal) && number.EndsWith(end, StringComparison.Ordinal)
            );
    }

    [GeneratedRegex(
        @"(?<!\d *)(?:[*#]{2,}|[xX]{3,}|\.{3}) ?(\d{3,4})\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex MaskedBeginning();

    [GeneratedRegex(
        @"(\+?\d[\d ]{0,24})[xX*#.\-_?]{2,}(?:[ ][xX*#.\-_?]{2,})*[ ]?(\d{2,6})\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex MaskedMiddle();
}
