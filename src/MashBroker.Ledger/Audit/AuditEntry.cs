using MashBroker.Contracts;

namespace MashBroker.Ledger.Audit;

/// <summary>Who did what, when. No personal data of the family.</summary>
public sealed record AuditEntry
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required AuditAct Act { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    /// <summary>What it was done to: a contact's reference, an agency, a pack version.</summary>
    public string? Subject { get; init; }

    public string? Detail { get; init; }
}
