using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// A row of the audit chain as evidence shows it: in full where it is of the enquiry or its contacts, else the salted digest of what it says and
/// nothing more. One line of JSON.
/// </summary>
internal sealed record SegmentRow
{
    public required long Sequence { get; init; }

    /// <summary>Digest of a row that is of another enquiry or of none; the other fields are then absent.</summary>
    public string? Entry { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? Actor { get; init; }

    public string? Act { get; init; }

    public string? Basis { get; init; }

    public string? Purpose { get; init; }

    public long? EnquiryPrevious { get; init; }

    public string? Subject { get; init; }

    public string? Detail { get; init; }

    public string? Proof { get; init; }

    public string? Salt { get; init; }

    /// <summary>True for a row of a contact that is not of the enquiry; absent otherwise.</summary>
    public bool? OfContact { get; init; }

    /// <param name="ofContacts">Numbers of the rows that are shown in full too.</param>
    public static SegmentRow Of(AuditEntry row, EnquiryReference enquiry, IReadOnlySet<long> ofContacts) =>
        row.EnquiryReference == enquiry || ofContacts.Contains(row.Sequence)
            ? new SegmentRow
            {
                OfContact = ofContacts.Contains(row.Sequence) ? true : null,
                Sequence = row.Sequence,
                At = row.At,
                Actor = row.Actor,
                Act = row.Act.ToString(),
                Basis = row.Basis,
                Purpose = row.Purpose,
                EnquiryPrevious = row.EnquiryPrevious,
                Subject = row.Subject,
                Detail = row.Detail,
                Proof = row.Proof,
                Salt = Convert.ToHexStringLower(row.Salt),
            }
            : new SegmentRow { Sequence = row.Sequence, Entry = Convert.ToHexStringLower(AuditHash.OfEntry(row)) };

    /// <summary>Null for a row that is shown as a digest, or that is none.</summary>
    public AuditEntry? ToEntry(EnquiryReference enquiry) =>
        this
            is {
                At: { } at,
                Actor: { } actor,
                Act: { } word,
                Salt.Length: 2 * AuditHash.SaltSize,
                Entry: null,
                OfContact: null or true
            }
        && Enum.TryParse<AuditAct>(word, out var act)
        && Salt.All(char.IsAsciiHexDigitLower)
            ? new AuditEntry
            {
                Sequence = Sequence,
                At = at,
                Actor = actor,
                Act = act,
                Basis = Basis,
                Purpose = Purpose,
                EnquiryReference = OfContact == true ? null : enquiry,
                EnquiryPrevious = EnquiryPrevious,
                Subject = Subject,
                Detail = Detail,
                Proof = Proof,
                Salt = Convert.FromHexString(Salt),
                Previous = [],
                Hash = [],
            }
            : null;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, MashJson.Options);
}

/// <summary>The first line: which chain, and the hash of the row before the segment.</summary>
internal sealed record SegmentStart
{
    public required string Chain { get; init; }

    public required string Previous { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, MashJson.Options);
}
