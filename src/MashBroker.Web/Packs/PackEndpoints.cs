using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Packs;
using MashBroker.Web.Enquiries;
using MashBroker.Web.Readings;
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
                ReadingRecord readings,
                Reader reader,
                HttpResponse response,
                CancellationToken cancellation
            ) =>
                ReadAsync(
                    reference,
                    version,
                    "page",
                    readings,
                    reader,
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
            (string reference, int? version, ReadingRecord readings, Reader reader, CancellationToken cancellation) =>
                ReadAsync(
                    reference,
                    version,
                    "JSON",
                    readings,
                    reader,
                    pack => Results.Bytes(pack.Json, "application/json"),
                    cancellation
                )
        );
    }

    private static async Task<IResult> ReadAsync(
        string reference,
        int? version,
        string form,
        ReadingRecord readings,
        Reader reader,
        Func<PackRow, IResult> answer,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var parsed))
        {
            return Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy);
        }

        var pack = await readings.ReadAsync(
            reader,
            AuditAct.PackRead,
            "to see the pack",
            view => PackStore.FindAsync(view, parsed, version),
            found => new Shown(parsed, $"version {found.Version}", form),
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
