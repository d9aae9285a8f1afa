using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Retention;
using MashBroker.Sealing.Proof;
using MashBroker.Vault;

namespace MashBroker.Ledger.Evidence;

/// <summary>What the evidence holds of decisions, of returns after them, and of an erasure: what the hub signed, and the packs.</summary>
internal static class DecisionFiles
{
    public const string Statement = ".der";
    public const string Pack = ".pack.json";
    public const string Judgement = ".judgement.json";

    /// <summary>What the files of one decision or addendum have in common; null for another row.</summary>
    /// <param name="subject">Of the row, e.g. <c>decision 1</c>.</param>
    public static string? NameOf(string? subject) =>
        subject?.Split(' ') is [("decision" or "addendum") and var what, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var counted)
            ? string.Create(CultureInfo.InvariantCulture, $"{EvidenceNames.Decisions}{what}-{counted:00}")
            : null;

    /// <summary>Adds those that the rows speak of.</summary>
    /// <param name="rows">Of the enquiry.</param>
    /// <returns>Digests of the certificates that signed.</returns>
    public static async Task<IReadOnlyList<string>> AddAsync(
        LedgerSession ledger,
        Dictionary<string, byte[]> files,
        EnquiryReference enquiry,
        IReadOnlyList<AuditEntry> rows,
        bool withContent
    )
    {
        var contact = (await EnquiryStore.FindAsync(ledger, enquiry))!.ContactReference;
        var signed = new List<byte[]>();
        foreach (var decision in await DecisionStore.OfEnquiryAsync(ledger, enquiry))
        {
            var subject = Subject("decision", decision.Number);
            if (decision.Original is { } statement && Has(rows, AuditAct.DecisionFrozen, subject))
            {
                var name = NameOf(subject)!;
                files[name + Statement] = statement;
                signed.Add(statement);
                await AddPackAsync(ledger, files, name, enquiry, decision.PackVersion!.Value, withContent);
            }
        }

        foreach (var addendum in await AddendumStore.OfEnquiryAsync(ledger, enquiry))
        {
            var subject = Subject("addendum", addendum.Number);
            if (!Has(rows, AuditAct.AddendumAdded, subject))
            {
                continue;
            }

            var name = NameOf(subject)!;
            files[name + Statement] = addendum.Original;
            signed.Add(addendum.Original);
            await AddPackAsync(ledger, files, name, enquiry, addendum.PackVersion, withContent);
            if (
                withContent
                && Has(rows, AuditAct.AddendumJudged, subject)
                && await JudgementAsync(ledger, contact, addendum) is { } words
            )
            {
                files[name + Judgement] = words;
            }
        }

        if (
            rows.Any(row => row.Act is AuditAct.ContentErased)
            && await ErasureStore.FindAsync(ledger, contact) is { Certificate: { } certificate }
        )
        {
            files[EvidenceNames.Erasure] = certificate;
            signed.Add(certificate);
        }

        return [.. signed.Select(each => SignedOriginal.Read(each)!.Proof.CertificateDigest)];
    }

    private static async Task AddPackAsync(
        LedgerSession ledger,
        Dictionary<string, byte[]> files,
        string name,
        EnquiryReference enquiry,
        int version,
        bool withContent
    )
    {
        if (!withContent)
        {
            return;
        }

        try
        {
            files[name + Pack] = (await PackStore.FindAsync(ledger, enquiry, version))!.Json;
        }
        catch (ContentErasedException)
        {
            // Its digest remains in what was signed.
        }
    }

    private static async Task<byte[]?> JudgementAsync(LedgerSession ledger, string contact, AddendumRow addendum)
    {
        try
        {
            var entries = await CaseFile.ReadAsync(ledger, contact, CaseEntryKinds.Of<AddendumJudgement>().Code);
            return JudgementDetail.Words(
                (AddendumJudgement)entries.Single(entry => entry.Number == addendum.Entry).Statement
            );
        }
        catch (ContentErasedException)
        {
            return null;
        }
    }

    private static bool Has(IEnumerable<AuditEntry> rows, AuditAct act, string subject) =>
        rows.Any(row => row.Act == act && row.Subject == subject);

    private static string Subject(string what, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}
