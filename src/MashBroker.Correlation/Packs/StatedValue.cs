using System.Globalization;
using System.Text.RegularExpressions;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// Brings what two agencies wrote to a form in which the same fact is the same text. It compares; it never replaces what was
/// written.
/// </summary>
internal static partial class StatedValue
{
    public static string Comparable(string field, string value)
    {
        if (field is Contradictions.DateOfBirth && Date(value) is { } date)
        {
            return date.ToString("O", CultureInfo.InvariantCulture);
        }

        var words = Word().Matches(value.ToUpperInvariant()).Select(match => match.Value).ToArray();
        return field is Contradictions.Address ? Address(value, words) : string.Join(' ', words);
    }

    public static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(
            value.Trim(),
            ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "d MMM yyyy", "d MMMM yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    // House number and postcode name a household; how the street is written between them differs from system to system.
    private static string Address(string value, string[] words)
    {
        var postcode = Postcode().Match(value.ToUpperInvariant());
        var house = words.FirstOrDefault(word => char.IsAsciiDigit(word[0]));
        return postcode.Success && house is not null
            ? string.Create(CultureInfo.InvariantCulture, $"{house} {postcode.Groups[1]}{postcode.Groups[2]}")
            : string.Join(' ', words);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();
}
