using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>A learner's number of the Learning Records Service: ten digits, the first not 0, the last a check digit.</summary>
public sealed partial record UniqueLearnerNumber
{
    private readonly string _digits;

    private UniqueLearnerNumber(string digits) => _digits = digits;

    public bool CheckDigitHolds
    {
        get
        {
            var remainder = CheckDigits.WeightedSum(_digits) % 11;
            return remainder != 0 && 10 - remainder == _digits[9] - '0';
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out UniqueLearnerNumber? number)
    {
        var digits = AsWritten.CompactGroups(text);
        number = TenDigits().IsMatch(digits) ? new UniqueLearnerNumber(digits) : null;
        return number is not null;
    }

    public override string ToString() => _digits;

    [GeneratedRegex(@"\A[1-9][0-9]{9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TenDigits();
}
