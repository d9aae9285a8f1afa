using MashBroker.Contracts;

namespace MashBroker.Ledger.Cases;

/// <summary>One limit of one case.</summary>
public sealed record CaseClock
{
    public required string ContactReference { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    public required CaseClockKind Kind { get; init; }

    /// <summary>What it is about where a case can have several of the kind; empty otherwise.</summary>
    public required string About { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>UTC, inclusive.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it ended without having been done; null where it was done, or runs.</summary>
    public CaseClockEnd? EndedBecause { get; init; }

    /// <summary>When the clock was found to have passed.</summary>
    public DateTimeOffset? FlaggedAt { get; init; }

    /// <summary>Whole minutes over the limit, rounded up: of what was ended late, or of what still runs. Null in time.</summary>
    public int? MinutesOver(DateTimeOffset now) =>
        (EndedAt ?? now) > DueAt ? (int)Math.Ceiling(((EndedAt ?? now) - DueAt).TotalMinutes) : null;
}
