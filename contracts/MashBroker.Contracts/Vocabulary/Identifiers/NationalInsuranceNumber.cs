using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>A National Insurance number. Prefixes that were never given out do not parse.</summary>
public sealed partial record NationalInsuranceNumber
{
    private readonly string _text;

    private NationalInsuranceNumber(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out NationalInsuranceNumber? number)
    {
        var compact = AsWritten.Compact(text);
        number = Shape().IsMatch(compact) ? new NationalInsuranceNumber(compact) : null;
        return number is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(
        @"\A(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z][0-9]{6}[A-D]\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
