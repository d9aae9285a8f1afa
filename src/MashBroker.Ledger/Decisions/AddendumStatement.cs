using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Decisions;

/// <summary>What the hub signs when a return comes after the decision: that it came afterwards, and the digest of the pack with it.</summary>
public sealed record AddendumStatement
{
    public const string Kind = "addendum";

    /// <summary>Always <see cref="Kind"/>, so that what was signed can be taken for nothing else.</summary>
    public required string Statement { get; init; }

    public required string Hub { get; init; }

    public required EnquiryReference Enquiry { get; init; }

    public required int Number { get; init; }

    /// <summary>Number of the decision that stood and stays.</summary>
    public required int Decision { get; init; }

    /// <summary>Codes of the agencies whose returns came.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required int PackVersion { get; init; }

    /// <summary>SHA-256 of that pack's JSON; lower-case hexadecimal.</summary>
    public required string PackDigest { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, MashJson.Options);

    /// <summary>Null for anything that is not exactly such a statement.</summary>
    public static AddendumStatement? Read(ReadOnlySpan<byte> json) =>
        SignedStatement.Read<AddendumStatement>(json, read => read.Statement == Kind, read => read.Write());
}
