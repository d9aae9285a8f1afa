using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>An NHS number of England and Wales: ten digits, the last of which checks the others.</summary>
public sealed partial record NhsNumber
{
    private readonly string _digits;

    private NhsNumber(string digits) => _digits = digits;

    /// <summary>False when it was mistyped or made up; it may still be how somebody's records name this person.</summary>
    public bool CheckDigitHolds
    {
        get
        {
            var check = (11 - CheckDigits.WeightedSum(_digits) % 11) % 11;
            return check == _digits[9] - '0';
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out NhsNumber? number)
    {
        var digits = AsWritten.CompactGroups(text);
        number = TenDigits().IsMatch(digits) ? new NhsNumber(digits) : null;
        return number is not null;
    }

    public override string ToString() => _digits;

    [GeneratedRegex(@"\A[0-9]{10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TenDigits();
}
