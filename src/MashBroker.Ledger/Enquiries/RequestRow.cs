using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;

namespace MashBroker.Ledger.Enquiries;

/// <summary>One agency's part in an enquiry: asked and where that stands, or not asked and why.</summary>
public sealed record RequestRow
{
    public required MessageId Id { get; init; }

    public required EnquiryReference EnquiryReference { get; init; }

    /// <summary>Code of the agency.</summary>
    public required string Agency { get; init; }

    public required string AgencyName { get; init; }

    public required RequestState State { get; init; }

    public string? NotAskedReason { get; init; }

    /// <summary>Latest time for the return; inclusive.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Digest of the request as signed; a return must name it.</summary>
    public string? Digest { get; init; }

    public DateTimeOffset? SealedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public int TimesSent { get; init; }

    public DateTimeOffset? ReceiptedAt { get; init; }

    /// <summary>What the agency answered so far, over all its parts.</summary>
    public AnswerKind? Answer { get; init; }

    /// <summary>When the final part was received.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How many different parts have come.</summary>
    public int Parts { get; init; }

    /// <summary>The final part came after the deadline, or has not come and the deadline has passed.</summary>
    public bool Late { get; init; }

    /// <summary>Still silent when the decision was due.</summary>
    public bool Missing { get; init; }
}
