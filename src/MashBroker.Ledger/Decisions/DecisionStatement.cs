using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Decisions;

/// <summary>
/// What the hub signs of a decision: what was decided, when and by whom, who had not answered, and the digest of the pack as it
/// stood. Names no family, so it outlives the pack.
/// </summary>
public sealed record DecisionStatement
{
    public const string Kind = "decision";

    /// <summary>Always <see cref="Kind"/>, so that what was signed can be taken for nothing else.</summary>
    public required string Statement { get; init; }

    public required string Hub { get; init; }

    public required EnquiryReference Enquiry { get; init; }

    public required int Number { get; init; }

    public int? Supersedes { get; init; }

    public required string Outcome { get; init; }

    /// <summary>What that outcome was called at the hub when it was signed; absent in statements of before it was said.</summary>
    public string? OutcomeName { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whole minutes over the limit; absent in time.</summary>
    public int? MinutesOver { get; init; }

    public required string By { get; init; }

    public required string Role { get; init; }

    public required IReadOnlyList<Absentee> Absentees { get; init; }

    public required int PackVersion { get; init; }

    /// <summary>SHA-256 of the pack's JSON, which holds a random salt; lower-case hexadecimal.</summary>
    public required string PackDigest { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, MashJson.Options);

    /// <summary>Null for anything that is not exactly such a statement.</summary>
    public static DecisionStatement? Read(ReadOnlySpan<byte> json) =>
        SignedStatement.Read<DecisionStatement>(json, read => read.Statement == Kind, read => read.Write());
}
