using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Decisions;

/// <summary>A decision as the ledger holds it; its words stand in the case file.</summary>
public sealed record DecisionRow
{
    public required EnquiryReference EnquiryReference { get; init; }

    /// <summary>Counted from 1 within the enquiry.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the decision in whose place this one stands.</summary>
    public int? Supersedes { get; init; }

    /// <summary>Code of an outcome of the hub.</summary>
    public required string Outcome { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whole minutes over the limit, rounded up; null in time.</summary>
    public int? MinutesOver { get; init; }

    public required string DecidedBy { get; init; }

    public required string Role { get; init; }

    /// <summary>Number of its entry in the case file.</summary>
    public required int Entry { get; init; }

    public required string AbsenteesJson { get; init; }

    /// <summary>Position of the newest return that it was decided on; 0 without any.</summary>
    public required long LastReturn { get; init; }

    /// <summary>The pack as it stood; null for the moment until it is frozen.</summary>
    public int? PackVersion { get; init; }

    /// <summary>SHA-256 of that pack's JSON, lower-case hexadecimal.</summary>
    public string? PackDigest { get; init; }

    /// <summary>DER: a <see cref="DecisionStatement"/> as the hub signed it.</summary>
    public byte[]? Original { get; init; }

    public IReadOnlyList<Absentee> Absentees =>
        JsonSerializer.Deserialize<IReadOnlyList<Absentee>>(AbsenteesJson, MashJson.Options)!;
}
