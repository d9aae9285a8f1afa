using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Decisions;

namespace MashBroker.Correlation.Packs;

/// <summary>What was decided on this pack, or on an earlier version of it.</summary>
public sealed record PackDecision
{
    /// <summary>Counted from 1 within the enquiry.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the decision in whose place this one stands.</summary>
    public int? Supersedes { get; init; }

    /// <summary>Code of the outcome.</summary>
    public required string Outcome { get; init; }

    public required string OutcomeName { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Whole minutes over the limit; absent in time.</summary>
    public int? MinutesOver { get; init; }

    public required string By { get; init; }

    public required string Role { get; init; }

    public required IReadOnlyList<DecidedWith> With { get; init; }

    public required IReadOnlyList<PackRecommendation> Recommended { get; init; }

    public required string Reason { get; init; }

    /// <summary>Why it is another outcome than one that was recommended; absent where it is not.</summary>
    public string? Why { get; init; }

    /// <summary>How it was weighed that some agencies had not answered.</summary>
    public string? Considered { get; init; }

    /// <summary>Agencies that had not answered in substance when it was decided.</summary>
    public required IReadOnlyList<Absentee> Absentees { get; init; }

    /// <summary>The version that was frozen for it; absent in that version itself.</summary>
    public int? FrozenVersion { get; init; }

    /// <summary>Random, so that the digest that was signed tells nothing of what the pack says.</summary>
    public string? Salt { get; init; }
}

/// <param name="Outcome">Code of the outcome proposed.</param>
/// <param name="OutcomeName">As people call it.</param>
public sealed record PackRecommendation(string By, string Role, string Outcome, string OutcomeName);

/// <summary>This version holds returns that came after the decision, which stays as it was.</summary>
/// <param name="Number">Counted from 1 within the enquiry.</param>
/// <param name="Agencies">Codes of the agencies whose returns came.</param>
public sealed record PackAddendum(int Number, IReadOnlyList<string> Agencies);
