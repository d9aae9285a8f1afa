using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>Unique Property Reference Number of a place: up to twelve digits, without leading zeros.</summary>
public sealed partial record Uprn
{
    private readonly string _text;

    private Uprn(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out Uprn? number)
    {
        var compact = AsWritten.Compact(text);
        number = Shape().IsMatch(compact) ? new Uprn(compact) : null;
        return number is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"\A[1-9][0-9]{0,11}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
