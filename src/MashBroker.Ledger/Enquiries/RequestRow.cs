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

    /// <summary>
    /// Start of its own clock, where that is not the enquiry's publication: it was asked later, or asked anew after it had
    /// answered.
    /// </summary>
    public DateTimeOffset? AskedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>It had been answered in whole when it was withdrawn: the answer stays on record under the withdrawal.</summary>
    public bool AnsweredWhenWithdrawn { get; init; }

    /// <summary>When its agency was asked again by another request, after this one had been withdrawn.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>Its agency was asked before by another request, which was withdrawn.</summary>
    public bool Replaces { get; init; }

    /// <summary>It was answered, and then asked anew: its own clock began after it had been sealed.</summary>
    public bool AskedAnew => AskedAt is { } asked && SealedAt < asked;

    /// <summary>Reminders written, by hand and by the clock.</summary>
    public int Chasers { get; init; }

    public DateTimeOffset? ChasedAt { get; init; }

    /// <summary>Digest of the request as signed; a return must name it.</summary>
    public string? Digest { get; init; }

    public DateTimeOffset? SealedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public int TimesSent { get; init; }

    public DateTimeOffset? ReceiptedAt { get; init; }

    /// <summary>What the agency answered so far, over all its parts.</summary>
    public AnswerKind? Answer { get; init; }

    /// <summary>When the final part was received; absent again once it was asked anew.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How many different parts have come.</summary>
    public int Parts { get; init; }

    /// <summary>The final part came after the deadline, or has not come and the deadline has passed.</summary>
    public bool Late { get; init; }

    /// <summary>Still silent when the decision was due.</summary>
    public bool Missing { get; init; }

    /// <summary>It was asked and has still to answer, in whole or in part.</summary>
    public bool IsOpen => State is not (RequestState.NotAsked or RequestState.Answered or RequestState.Withdrawn);

    /// <summary>An answer came although the request had been withdrawn: the withdrawal stands, the answer is kept beside it.</summary>
    public bool AnsweredAfterWithdrawal => WithdrawnAt is not null && AnsweredAt is not null && !AnsweredWhenWithdrawn;
}
