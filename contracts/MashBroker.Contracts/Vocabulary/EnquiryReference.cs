using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MashBroker.Contracts;

/// <summary>
/// Names an enquiry wherever people speak of it: <c>HUB-YEAR-NUMBER</c>, e.g. <c>SEFTON-2026-000123</c>. Tells nothing about
/// the child, so it may stand in a log, a header or an e-mail.
/// </summary>
public sealed record EnquiryReference
{
    private EnquiryReference(string text) => Text = text;

    private string Text { get; }

    public static EnquiryReference For(string hub, int year, long number) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{hub.ToUpperInvariant()}-{year:0000}-{number:000000}"));

    public static EnquiryReference Parse(string text) =>
        TryParse(text, out var reference)
            ? reference
            : throw new FormatException("Not an enquiry reference: expected HUB-YEAR-NUMBER, e.g. SEFTON-2026-000123.");

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EnquiryReference? reference)
    {
        reference =
            text is { Length: <= 60 } && ReferencePattern.Enquiry().IsMatch(text) ? new EnquiryReference(text) : null;
        return reference is not null;
    }

    public override string ToString() => Text;
}
