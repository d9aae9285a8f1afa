using System.Text.Json;
using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Letters;

/// <summary>What the hub signs of the end of its audit chain; see audit-chain.md.</summary>
public sealed record AuditHeadStatement
{
    public const string Kind = "audit-head";

    /// <summary>Always <see cref="Kind"/>, so that what was signed can be taken for nothing else.</summary>
    public required string Statement { get; init; }

    public required string Hub { get; init; }

    public required string Chain { get; init; }

    public required long Sequence { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, MashJson.Options);

    /// <summary>Null unless it is the statement of a head.</summary>
    public static AuditHeadStatement? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            var read = JsonSerializer.Deserialize<AuditHeadStatement>(content, MashJson.Options);
            return read?.Statement == Kind ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether this is what a head says of itself.</summary>
    public bool Says(AuditHead head) => (Chain, Sequence, Hash, At) == (head.Chain, head.Sequence, head.Hash, head.At);
}
