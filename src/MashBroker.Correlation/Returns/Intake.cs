using MashBroker.Contracts;

namespace MashBroker.Correlation.Returns;

/// <summary>What became of a delivery.</summary>
internal sealed record Intake(IntakeKind Kind, EnquiryReference? Enquiry, string? Agency, string? Fault = null)
{
    public bool Late { get; init; }

    public static Intake Of(IntakeKind kind, OpenedLetter opened) => new(kind, opened.Head.Enquiry, opened.Signer);
}
