using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>A telephone number without the ways of writing it: country code or nought, spaces, brackets, dashes.</summary>
internal sealed partial record TelephoneNumber
{
    // What is shorter is an extension, a year, a house.
    private const int ShortestLocal = 6;

    // Between two digits of one number stands little, and never a letter.
    private const string Between = @"[^\p{L}\p{N}]{0,3}";

    private readonly string _national;

    private TelephoneNumber(string national) => _national = national;

    /// <summary>All that a field holds: people write two into one.</summary>
    public static IReadOnlyList<TelephoneNumber> In(string? text) =>
        [
            .. Numbers()
                .Matches(text ?? "")
                .Select(found => NationalOf(found.Value))
                .Where(digits => digits.Length >= ShortestLocal)
                .Distinct()
                .Select(digits => new TelephoneNumber(digits)),
        ];

    /// <summary>Its digits without the country's code and the leading nought.</summary>
    public string National => _national;

    public string Replace(string text, string with) =>
        text.Count(char.IsAsciiDigit) < ShortestLocal
            ? text
            : Regex.Replace(text, Pattern(), with, RegexOptions.CultureInvariant);

    // Written with the country's code, with a nought, with neither, and from within the town without the area's code.
    private string Pattern()
    {
        var start = "";
        var optional = _national.Length - ShortestLocal;
        foreach (var digit in _national[..optional])
        {
            start = $"(?:{start}{digit}{Between})?";
        }

        var rest = string.Join(Between, _national[optional..].ToCharArray());
        return $@"(?<!\d)(?:[+(]*(?:00{Between})?44{Between}(?:0{Between})?|\(?0{Between})?{start}{rest}(?!\d)";
    }

    private static string NationalOf(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        var abroad =
            written.TrimStart('(', ' ').StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : null;
        return abroad is null ? digits.TrimStart('0')
            : abroad.StartsWith("44", StringComparison.Ordinal) ? abroad[2..].TrimStart('0')
            : abroad;
    }

    [GeneratedRegex(@"[+(]*\d(?:[^\p{L}\p{N},;/]{0,3}\d)*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
