using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>A school's Unique Reference Number: six digits.</summary>
public sealed partial record Urn
{
    private readonly string _text;

    private Urn(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out Urn? number)
    {
        var compact = AsWritten.Compact(text);
        number = Shape().IsMatch(compact) ? new Urn(compact) : null;
        return number is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"\A[1-9][0-9]{5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
