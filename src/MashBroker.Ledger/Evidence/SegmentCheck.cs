using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Sealing;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// Verifies the part of the audit chain that came with the evidence: it ends at a head that the hub signed, and no row of the
/// enquiry between its first and the last shown is left out.
/// </summary>
internal static class SegmentCheck
{
    private const string RowsFile = EvidenceNames.AuditRows;
    private const string HeadFile = EvidenceNames.AuditHead;

    /// <exception cref="EvidenceFaultException">The first row that does not hold.</exception>
    public static Segment Run(
        IReadOnlyDictionary<string, byte[]> files,
        EvidenceCertificates certificates,
        string hub,
        EnquiryReference enquiry
    )
    {
        var lines = Lines(files.GetValueOrDefault(RowsFile) ?? []);
        if (lines.Count < 2 || Read<SegmentStart>(lines[0].Span, start => start.Write()) is not { } start)
        {
            throw new EvidenceFaultException(RowsFile, "it is not a part of an audit chain.");
        }
        var (chain, hash) = (Bytes(start.Chain, AuditHash.SaltSize), Bytes(start.Previous, AuditHash.Size));
        var own = new List<AuditEntry>();
        var ofContacts = new List<AuditEntry>();
        var last = 0L;
        foreach (var line in lines.Skip(1))
        {
            var row = Read<SegmentRow>(line.Span, row => row.Write());
            var entry = row?.ToEntry(enquiry);
            if (row is null || (entry is null && row.Entry is null) || (last != 0 && row.Sequence != last + 1))
            {
                throw new EvidenceFaultException(RowsFile, $"the row after {last} is missing or is none.");
            }
            if (entry is not null && row.OfContact == true)
            {
                ofContacts.Add(entry);
            }
            else if (entry is not null)
            {
                Follow(own, entry);
            }
            var digest = entry is null ? Bytes(row.Entry!, AuditHash.Size) : AuditHash.OfEntry(entry);
            hash = AuditHash.OfLink(chain, row.Sequence, hash, digest);
            last = row.Sequence;
        }
        var head = CheckHead(files, certificates, hub);
        if ((head.Chain, head.Sequence, head.Hash) != (start.Chain, last, Convert.ToHexStringLower(hash)))
        {
            throw new EvidenceFaultException(
                RowsFile,
                $"its rows do not lead to the head of row {head.Sequence} that the hub signed: one of them was changed."
            );
        }
        if (own.All(row => row.Act is not AuditAct.EvidenceExported))
        {
            throw new EvidenceFaultException(
                RowsFile,
                "the row that says that this evidence was given out is not shown."
            );
        }
        return new Segment(own, head, ofContacts);
    }

    private static void Follow(List<AuditEntry> own, AuditEntry entry)
    {
        var before = own.Count == 0 ? (long?)null : own[^1].Sequence;
        if (entry.EnquiryPrevious != before)
        {
            throw new EvidenceFaultException(
                RowsFile,
                $"row {entry.Sequence} follows row {entry.EnquiryPrevious} of this enquiry, which is not shown."
            );
        }
        own.Add(entry);
    }

    private static AuditHeadStatement CheckHead(
        IReadOnlyDictionary<string, byte[]> files,
        EvidenceCertificates certificates,
        string hub
    )
    {
        if (
            !files.TryGetValue(HeadFile, out var der)
            || SignedOriginal.Read(der) is not { } signed
            || AuditHeadStatement.Read(signed.Content.Span) is not { } head
            || head.Hub != hub
        )
        {
            throw new EvidenceFaultException(HeadFile, "it is not the signed head of this hub's audit chain.");
        }
        var maker = certificates.Maker(signed.Proof, signed, head.At, HeadFile).Party;
        return maker == new Party(hub, Party.HubName)
            ? head
            : throw new EvidenceFaultException(HeadFile, $"it was signed by {maker}, who is not the hub.");
    }

    private static List<ReadOnlyMemory<byte>> Lines(byte[] text)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        var rest = text.AsMemory();
        while (rest.Span.IndexOf((byte)'\n') is var length and >= 0)
        {
            lines.Add(rest[..length]);
            rest = rest[(length + 1)..];
        }
        return rest.IsEmpty ? lines : [];
    }

    // What is written again must be the same, so that nothing stands there that nobody looks at.
    private static T? Read<T>(ReadOnlySpan<byte> line, Func<T, byte[]> write)
        where T : class
    {
        try
        {
            var read = JsonSerializer.Deserialize<T>(line, MashJson.Options);
            return read is not null && write(read).AsSpan().SequenceEqual(line) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Bytes(string hexadecimal, int size) =>
        hexadecimal.Length == 2 * size && hexadecimal.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(hexadecimal)
            : throw new EvidenceFaultException(RowsFile, "a digest in it is none.");
}

/// <param name="Rows">Those of the enquiry, in their order.</param>
/// <param name="OfContacts">Those of its contacts that are shown beside them, in their order.</param>
internal sealed record Segment(
    IReadOnlyList<AuditEntry> Rows,
    AuditHeadStatement Head,
    IReadOnlyList<AuditEntry> OfContacts
);
