using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Packs;
using MashBroker.Web.Enquiries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Packs;

/// <summary>Packs as assembled: the page for people, JSON for machines. Each reading is put on record before it is given.</summary>
internal static class PackEndpoints
{
    public static void MapPacks(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/packs/{reference}",
            (
                string reference,
                int? version,
                LedgerFront ledger,
                HttpResponse response,
                CancellationToken cancellation
            ) =>
                ReadAsync(
                    reference,
                    version,
                    ledger,
                    pack =>
                    {
                        var page = pack.Html;
                        response.Headers.ContentSecurityPolicy = PackPolicy.Of(page);
                        return Results.Bytes(page, "text/html; charset=utf-8");
                    },
                    cancellation
                )
        );
        app.MapGet(
            "/api/packs/{reference}",
            (string reference, int? version, LedgerFront ledger, CancellationToken cancellation) =>
                ReadAsync(
                    reference,
                    version,
                    ledger,
                    pack => Results.Bytes(pack.Json, "application/json"),
                    cancellation
                )
        );
    }

    private static async Task<IResult> ReadAsync(
        string reference,
        int? version,
        LedgerFront ledger,
        Func<PackRow, IResult> answer,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var parsed))
        {
            return Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy);
        }

        var pack = await ledger.WriteAsync(
            async change =>
            {
                var found = await PackStore.FindAsync(change, parsed, version);
                if (found is not null)
                {
                    await AuditStore.AppendAsync(change, "api", AuditAct.PackRead, parsed, $"version {found.Version}");
                }

                return found;
            },
            cancellation
        );
        return pack is null
            ? Faults.NotFound(
                "pack",
                "It is assembled when all agencies are in, or at the deadline: see GET /api/enquiries."
            )
            : answer(pack);
    }
}
