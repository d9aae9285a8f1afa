using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Evidence;
using MashBroker.Rules;
using MashBroker.Web.Enquiries;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Evidence;

/// <summary>The evidence of one enquiry as one file, for whoever must be shown rather than told.</summary>
internal static class EvidenceEndpoints
{
    /// <summary>Heads are signed within a second of being asked for, while the correlation service runs.</summary>
    private static readonly TimeSpan HeadPatience = TimeSpan.FromSeconds(5);

    public static void MapEvidence(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/enquiries/{reference}/evidence", ExportAsync);

    private static async Task<IResult> ExportAsync(
        string reference,
        bool? content,
        LedgerFront ledger,
        ReadingRecord readings,
        Reader reader,
        HubProfile profile,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var parsed))
        {
            return Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy);
        }

        var withContent = content ?? true;
        var row = await ledger.WriteAsync(
            async change =>
            {
                if (await EnquiryStore.FindAsync(change, parsed) is not { } enquiry)
                {
                    return 0;
                }

                var lists = await ProofStore.RevocationListsSinceAsync(change, enquiry.PublishedAt);
                var shown = new Shown(parsed, Detail: ExportDetail.Write(withContent, lists));
                const string Purpose = "to prove who was asked and who answered";
                var sequence = await readings.AppendAsync(change, reader, AuditAct.EvidenceExported, Purpose, shown);
                await AuditHeadStore.WantAsync(change, sequence);
                return sequence;
            },
            cancellation
        );
        if (row == 0)
        {
            return Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy);
        }

        // Evidence ends at a head that the hub signed; whoever holds the key signs it.
        var head = await ledger.UntilAsync(
            view => AuditHeadStore.CoveringAsync(view, row),
            found => found is not null,
            HeadPatience,
            cancellation
        );
        if (head is null)
        {
            return Faults.Answer(
                StatusCodes.Status503ServiceUnavailable,
                "The end of the audit chain could not be signed in time, so no evidence is given out. See whether the correlation service "
                    + "runs, then try again."
            );
        }

        var file = await ledger.ReadAsync(
            view => EvidenceExport.MakeAsync(view, profile.Code, parsed, head, withContent),
            cancellation
        );
        var name = string.Create(CultureInfo.InvariantCulture, $"{parsed}.evidence.zip");
        return Results.Bytes(file, "application/zip", name);
    }
}
