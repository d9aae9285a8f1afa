using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Retention;

namespace MashBroker.Ledger.Evidence;

/// <summary>What evidence was found to prove. Every instant at the hub is by the hub's clock.</summary>
public sealed record EvidenceReport
{
    public required string Hub { get; init; }

    public required EnquiryReference Enquiry { get; init; }

    /// <summary>False where what letters say about people is not in it.</summary>
    public required bool WithContent { get; init; }

    public required IReadOnlyList<AgencyEvidence> Agencies { get; init; }

    /// <summary>Everything on record of this enquiry and, from their receipt on, of its contacts: who did it and when.</summary>
    public required IReadOnlyList<ActEvidence> Acts { get; init; }

    /// <summary>Who confirmed the rating under which the agencies were asked; null in evidence of before that was in it.</summary>
    public RatingEvidence? Rating { get; init; }

    public required int Letters { get; init; }

    /// <summary>The row up to which the hub's signature covers the record of acts.</summary>
    public required long HeadSequence { get; init; }

    public required DateTimeOffset HeadSignedAt { get; init; }

    /// <summary>What the hub signed of each decision, in their order; empty while nobody had decided, or its pack was not frozen yet.</summary>
    public IReadOnlyList<DecisionEvidence> Decisions { get; init; } = [];

    /// <summary>Returns that came after a decision, in their order.</summary>
    public IReadOnlyList<AddendumEvidence> Addenda { get; init; } = [];

    /// <summary>What the hub signed when the family's key was destroyed; null where it was not.</summary>
    public ErasureCertificate? Erasure { get; init; }
}

/// <summary>To confirm a rating is to decide that agencies are asked.</summary>
/// <param name="By">Who confirmed it.</param>
/// <param name="Row">Of the record of acts.</param>
public sealed record RatingEvidence(Rating Rating, string By, DateTimeOffset At, long Row)
{
    /// <summary>Of whoever confirmed it; with <see cref="Reason"/>, absent without content and in evidence of before it was in it.</summary>
    public string? Role { get; init; }

    /// <summary>Why the agencies were asked, in that person's words; may name people.</summary>
    public string? Reason { get; init; }

    /// <summary>Codes of the agencies with whom that person decided to share.</summary>
    public IReadOnlyList<string> AskedOf { get; init; } = [];
}

/// <summary>A decision as the hub signed it.</summary>
/// <param name="WithPack">The pack as it stood is here, and is the one whose digest was signed.</param>
public sealed record DecisionEvidence(DecisionStatement Statement, bool WithPack);

/// <summary>A return after a decision, as the hub signed it.</summary>
/// <param name="WithPack">The pack with it is here, and is the one whose digest was signed.</param>
/// <param name="Effect">Whether it would have changed the decision, in a word; null while nobody had said.</param>
/// <param name="JudgedBy">Who said it.</param>
public sealed record AddendumEvidence(
    AddendumStatement Statement,
    bool WithPack,
    string? Effect = null,
    string? JudgedBy = null
);

/// <summary>One agency: asked what kind of question when, answered when.</summary>
public sealed record AgencyEvidence
{
    public required string Agency { get; init; }

    public required Rating Rating { get; init; }

    public required string Purpose { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>SHA-256 of the signed request: what its receipt and its return name.</summary>
    public required string RequestDigest { get; init; }

    /// <summary>When the agency had the request on disk, as its signed receipt states; null without one.</summary>
    public DateTimeOffset? ReceivedThereAt { get; init; }

    /// <summary>When the hub had that receipt.</summary>
    public DateTimeOffset? ReceiptAt { get; init; }

    public required IReadOnlyList<ReturnEvidence> Returns { get; init; }

    /// <summary>What it was told after its request, in the order written.</summary>
    public IReadOnlyList<ChangeEvidence> Changes { get; init; } = [];
}

/// <summary>An amendment, a reminder or a withdrawal.</summary>
/// <param name="WrittenAt">By the hub; from then on a deadline that it moves is in force.</param>
/// <param name="DueAt">Latest time for the return as of then.</param>
/// <param name="Digest">SHA-256 of the signed letter.</param>
/// <param name="Receipted">The agency's signed receipt of it is here.</param>
public sealed record ChangeEvidence(
    LetterType Type,
    DateTimeOffset WrittenAt,
    Rating Rating,
    DateTimeOffset? DueAt,
    string Digest,
    bool Receipted
);

/// <summary>One part of a return.</summary>
public sealed record ReturnEvidence
{
    public required AnswerKind Answer { get; init; }

    public required int Part { get; init; }

    public required bool Final { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Received after the deadline: reckoned here, and what the hub's signed receipt says where there is one.</summary>
    public required bool Late { get; init; }

    public required string Digest { get; init; }

    /// <summary>The hub's signed receipt of it is here.</summary>
    public required bool Receipted { get; init; }
}

/// <summary>One act on record.</summary>
public sealed record ActEvidence(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Act,
    string? Subject,
    string? Detail,
    string? Basis,
    string? Purpose
);
