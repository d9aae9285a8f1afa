using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Leaks;
using MashBroker.Web.Cases;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Afterwards;

/// <summary>Who let which texts leave although a check had stopped them; all of a case, for good.</summary>
internal static class LeakOverrideEndpoints
{
    public static void MapLeakOverrides(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/cases/{reference}/leak-overrides", ShowAsync);

    private static async Task<IResult> ShowAsync(
        string reference,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var view = await readings.ReadAsync(
            reader,
            AuditAct.CaseRead,
            "to see what was let pass",
            async session =>
                await CaseReference.FindAsync(session, reference) is { } row
                    ? new LeakOverridesView(row.Reference, await LeakGate.OverridesAsync(session, row))
                    : null,
            found => new Shown(Subject: found.Contact, Detail: "leak overrides"),
            cancellation
        );
        return view is null ? CaseReference.NotFound() : Results.Json(view, MashJson.Options);
    }
}

/// <param name="Overrides">The earliest first.</param>
public sealed record LeakOverridesView(string Contact, IReadOnlyList<LeakOverride> Overrides);
