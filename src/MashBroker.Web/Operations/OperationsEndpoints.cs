using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Figures;
using MashBroker.Ledger.Notices;
using MashBroker.Ledger.Quarantine;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Operations;

/// <summary>What operations staff ask: is it alive, what was refused.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet(
            "/api/refused",
            async (ReadingRecord readings, Reader reader, CancellationToken cancellation) =>
                Results.Json(
                    await readings.ReadAsync<IReadOnlyList<RefusedMessage>>(
                        reader,
                        AuditAct.RefusedListed,
                        "to see what was refused",
                        async view => await QuarantineStore.LatestAsync(view, 200),
                        found => new Shown(Detail: $"{found.Count} messages"),
                        cancellation
                    ),
                    MashJson.Options
                )
        );
        app.MapGet(
            "/api/notices",
            async (LedgerFront ledger, CancellationToken cancellation) =>
                Results.Json(await ledger.ReadAsync(NoticeStore.AllAsync, cancellation), MashJson.Options)
        );
        app.MapGet(
            "/api/figures",
            async (LedgerFront ledger, CancellationToken cancellation) =>
                Results.Json(await ledger.ReadAsync(LedgerFigures.ReadAsync, cancellation), MashJson.Options)
        );
        app.MapGet(
            "/health/ready",
            async (LedgerFront ledger, CancellationToken cancellation) =>
            {
                await ledger.ReadAsync(view => QuarantineStore.LatestAsync(view, 1), cancellation);
                return Results.Text("ready");
            }
        );
    }
}
