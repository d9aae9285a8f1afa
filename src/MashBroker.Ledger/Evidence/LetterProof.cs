using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// What is known of one letter without its content: its head save the salt, what was answered in one word, and the digests that
/// tie it to what was signed. The salt stays with the content: whoever has this record alone cannot guess a short letter.
/// </summary>
public sealed record LetterProof
{
    public required MessageId Id { get; init; }

    public required LetterType Type { get; init; }

    public required string Sender { get; init; }

    public required string Recipient { get; init; }

    public required Rating Rating { get; init; }

    public required EnquiryReference Enquiry { get; init; }

    public MessageId? Request { get; init; }

    public required string Purpose { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public InReplyTo? InReplyTo { get; init; }

    /// <summary>When the hub had it on disk, sealed or received: the hub's clock, which rules.</summary>
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>The answer as a whole; on returns.</summary>
    public AnswerKind? Answer { get; init; }

    /// <summary>Number of the part; on returns.</summary>
    public int? Part { get; init; }

    /// <summary>No further part is to come; on returns.</summary>
    public bool? Final { get; init; }

    /// <summary>SHA-256 of the signed original: what receipts name. This and those below are lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>SHA-256 of the content, which holds a random salt.</summary>
    public required string MessageDigest { get; init; }

    /// <summary>SHA-256 of the signed attributes.</summary>
    public required string AttributesDigest { get; init; }

    /// <summary>SHA-256 of the signature.</summary>
    public required string SignatureDigest { get; init; }

    /// <summary>SHA-256 of the signer's certificate.</summary>
    public required string Certificate { get; init; }

    /// <summary>As it is kept, hashed and exported.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, MashJson.Options);

    /// <summary>What the audit row of the letter names.</summary>
    public static string DigestOf(ReadOnlySpan<byte> record) => Convert.ToHexStringLower(SHA256.HashData(record));
}
