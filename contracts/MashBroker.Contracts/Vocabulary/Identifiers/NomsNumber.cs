using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>A prison number (NOMS): a letter, four digits, two letters.</summary>
public sealed partial record NomsNumber
{
    private readonly string _text;

    private NomsNumber(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out NomsNumber? number)
    {
        var compact = AsWritten.Compact(text);
        number = Shape().IsMatch(compact) ? new NomsNumber(compact) : null;
        return number is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"\A[A-Z][0-9]{4}[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
