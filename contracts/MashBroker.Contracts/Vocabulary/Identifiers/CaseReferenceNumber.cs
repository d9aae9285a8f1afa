using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>Probation's number of a person (CRN): a letter and six digits.</summary>
public sealed partial record CaseReferenceNumber
{
    private readonly string _text;

    private CaseReferenceNumber(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out CaseReferenceNumber? number)
    {
        var compact = AsWritten.Compact(text);
        number = Shape().IsMatch(compact) ? new CaseReferenceNumber(compact) : null;
        return number is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"\A[A-Z][0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
