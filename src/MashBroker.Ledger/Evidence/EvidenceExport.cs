using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Ledger.Returns;
using MashBroker.Sealing.Proof;
using MashBroker.Vault;

namespace MashBroker.Ledger.Evidence;

/// <summary>Gathers the evidence of one enquiry into one file, as ops/runbooks/evidence.md describes it.</summary>
public static class EvidenceExport
{
    /// <param name="head">A signed end of the chain, at or beyond every row that the evidence is to show.</param>
    /// <param name="withContent">
    /// False leaves out what letters say, save receipts and the like, which speak of nobody. Content that was erased is left out in
    /// any case.
    /// </param>
    /// <exception cref="LedgerException">The enquiry is not on record, or a certificate is not.</exception>
    public static async Task<byte[]> MakeAsync(
        LedgerSession ledger,
        string hub,
        EnquiryReference enquiry,
        Contracts.Letters.AuditHead head,
        bool withContent
    )
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var own = await AuditStore.OfEnquiryAsync(ledger, enquiry);
        if (own.Count == 0)
        {
            throw new LedgerException($"There is no act on record of the enquiry {enquiry}.");
        }
        // What was done before there was an enquiry is of the contact, and comes first.
        var (format, shown) = await OfContactsAsync(ledger, own, head);
        var first = shown.Append(own[0].Sequence).Min();
        var rows = await AuditStore.BetweenAsync(ledger, first, head.Sequence);
        files[EvidenceNames.AuditRows] = Write(head.Chain, rows, enquiry, shown);
        var statement = Convert.FromBase64String(head.Statement);
        files[EvidenceNames.AuditHead] = statement;

        var proofs = (await ProofStore.OfEnquiryAsync(ledger, enquiry)).ToDictionary(row =>
            LetterProof.DigestOf(row.Record)
        );
        var certificates = new HashSet<string> { SignedOriginal.Read(statement)!.Proof.CertificateDigest };
        var number = 0;
        var withheld = withContent ? await WithheldAsync(ledger, enquiry) : [];
        foreach (var row in rows.Where(row => row.EnquiryReference == enquiry && row.Proof is not null))
        {
            var proof = proofs[row.Proof!];
            certificates.Add(proof.Certificate);
            await AddAsync(ledger, files, ++number, proof, withContent, withheld);
        }
        IReadOnlyList<AuditEntry> acts = [.. rows.Where(row => row.EnquiryReference == enquiry)];
        if (withContent && await RatingReasonAsync(ledger, acts) is { } reason)
        {
            files[EvidenceNames.RatingReason] = reason;
        }
        certificates.UnionWith(await DecisionFiles.AddAsync(ledger, files, enquiry, acts, withContent));
        foreach (var digest in certificates)
        {
            var der =
                await ProofStore.CertificateAsync(ledger, digest)
                ?? throw new LedgerException($"The certificate {digest} is not on record: restore the last backup.");
            files[EvidenceNames.OfCertificate(digest)] = EvidencePem.Write(EvidencePem.Certificate, der);
        }
        foreach (var digest in ExportDetail.Lists(acts))
        {
            var der =
                await ProofStore.RevocationListAsync(ledger, digest)
                ?? throw new LedgerException(
                    $"The revocation list {digest} is not on record: restore the last backup."
                );
            files[EvidenceNames.OfRevocationList(digest)] = EvidencePem.Write(EvidencePem.RevocationList, der);
        }
        files[EvidenceNames.Manifest] = EvidenceManifest.Of(hub, enquiry, files, format).Write();
        return StoredZip.Write(files);
    }

    // A contact of before the chain began is shown by its rating alone, or by nothing.
    private static async Task<(string Format, IReadOnlySet<long> Rows)> OfContactsAsync(
        LedgerSession ledger,
        IReadOnlyList<AuditEntry> own,
        Contracts.Letters.AuditHead head
    )
    {
        var all = (await AuditStore.OfContactsAsync(ledger, own)).Where(row => row.Sequence <= head.Sequence).ToList();
        var rating = ContactActs.RatingOf(own, all);
        return rating is null ? (EvidenceManifest.WithoutRating, new HashSet<long>())
            : ContactActs.AreWhole(own, all)
                ? (EvidenceManifest.FormatName, all.Select(row => row.Sequence).ToHashSet())
            : (EvidenceManifest.WithRating, new HashSet<long> { rating.Sequence });
    }

    private static async Task AddAsync(
        LedgerSession ledger,
        Dictionary<string, byte[]> files,
        int number,
        ProofRow proof,
        bool withContent,
        HashSet<MessageId> withheld
    )
    {
        var record = JsonSerializer.Deserialize<LetterProof>(proof.Record, MashJson.Options)!;
        var name = EvidenceNames.OfLetter(number, record);
        files[name + EvidenceNames.Record] = proof.Record;
        var original = proof.Original;
        // What may not be read is not given out either: a signed letter cannot be cut, and its proof stands without it.
        if (original is null && withContent && !withheld.Contains(record.Id))
        {
            original = await ContentAsync(ledger, record.Id);
        }
        if (original is not null)
        {
            files[name + EvidenceNames.Original] = original;
        }
        else
        {
            files[name + EvidenceNames.Attributes] = proof.Attributes;
            files[name + EvidenceNames.Signature] = proof.Signature;
        }
    }

    /// <summary>Returns of which the hub kept something back.</summary>
    private static async Task<HashSet<MessageId>> WithheldAsync(LedgerSession ledger, EnquiryReference enquiry)
    {
        if (await EnquiryStore.FindAsync(ledger, enquiry) is not { } row)
        {
            return [];
        }

        try
        {
            var entries = await CaseFile.ReadAsync(
                ledger,
                row.ContactReference,
                CaseEntryKinds.Of<RecordsWithheld>().Code
            );
            return [.. entries.Select(entry => ((RecordsWithheld)entry.Statement).Return)];
        }
        catch (ContentErasedException)
        {
            // Then no content is left to keep back.
            return [];
        }
    }

    /// <summary>Why somebody rated as they did; null where no row vouches for it, or it was erased.</summary>
    private static async Task<byte[]?> RatingReasonAsync(LedgerSession ledger, IReadOnlyList<AuditEntry> acts)
    {
        var row = acts.FirstOrDefault(act =>
            act.Act is AuditAct.CaseEntryAdded && RatingWords.Of(act.Detail) is not null
        );
        if (row is null)
        {
            return null;
        }

        try
        {
            var (number, _) = RatingWords.Of(row.Detail)!.Value;
            var entries = await CaseFile.ReadAsync(ledger, row.Subject!, CaseEntryKinds.Of<SharingDecision>().Code);
            return RatingWords.Write((SharingDecision)entries.Single(entry => entry.Number == number).Statement);
        }
        catch (ContentErasedException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ContentAsync(LedgerSession ledger, MessageId letter)
    {
        try
        {
            return await OutboxStore.EvidenceAsync(ledger, letter) ?? await ReturnStore.EvidenceAsync(ledger, letter);
        }
        catch (ContentErasedException)
        {
            // Its proof remains, and says so by having no content.
            return null;
        }
    }

    private static byte[] Write(
        string chain,
        IReadOnlyList<AuditEntry> rows,
        EnquiryReference enquiry,
        IReadOnlySet<long> ofContacts
    )
    {
        using var lines = new MemoryStream();
        var start = new SegmentStart { Chain = chain, Previous = Convert.ToHexStringLower(rows[0].Previous) };
        lines.Write(start.Write());
        lines.WriteByte((byte)'\n');
        foreach (var row in rows)
        {
            lines.Write(SegmentRow.Of(row, enquiry, ofContacts).Write());
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }
}
