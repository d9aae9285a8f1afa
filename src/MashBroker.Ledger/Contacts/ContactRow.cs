using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Ledger.Contacts;

/// <summary>A contact as the ledger holds it.</summary>
public sealed record ContactRow
{
    /// <summary>e.g. <c>SEFTON-C-2026-000001</c>; tells nothing about the child.</summary>
    public required string Reference { get; init; }

    public required ContactState State { get; init; }

    /// <summary>When the hub was told.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The contact as JSON; personal.</summary>
    public required byte[] Content { get; init; }

    /// <summary>What triage found, as JSON, once it ran.</summary>
    public string? TriageJson { get; init; }

    public bool? Qualifies { get; init; }

    public Rating? SuggestedRating { get; init; }

    public Rating? Rating { get; init; }

    public string? RatedBy { get; init; }

    public string? RatedRole { get; init; }

    public string? RatingReason { get; init; }

    public DateTimeOffset? RatedAt { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    /// <summary>When triage looks again, because a criterion will hold then if nothing happens.</summary>
    public DateTimeOffset? RetriageAt { get; init; }

    /// <summary>
    /// When the hub has to have decided on this contact, enquiry or not: by the suggested rating, before triage by the
    /// longest limit. Absent for the first moments only.
    /// </summary>
    public DateTimeOffset? DecisionDueAt { get; init; }

    /// <summary>When the clock found it undecided after that.</summary>
    public DateTimeOffset? UndecidedFlaggedAt { get; init; }

    /// <summary>The decision is due and nobody has made it.</summary>
    public bool Overdue =>
        UndecidedFlaggedAt is not null && State is not (ContactState.Published or ContactState.NotAnEnquiry);
}
