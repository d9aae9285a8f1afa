using MashBroker.Contracts.Consultations;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Consultations;
using MashBroker.Rules;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Consultations;

/// <summary>Somebody asks about thresholds; no record of a child is made.</summary>
internal static class ConsultationEndpoints
{
    private const int MostListed = 200;

    public static void MapConsultations(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/consultations", RecordAsync);
        app.MapGet("/api/consultations", ListAsync);
    }

    private static async Task<IResult> RecordAsync(
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var body = await Body.ReadAsync(request, Body.SmallLimit, cancellation);
        var reading = ConsultationDoor.Read(body, clock.GetUtcNow());
        if (reading.Consultation is not { } consultation)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "The consultation was not accepted. Nothing was written.",
                reading.Faults
            );
        }

        var reference = await ledger.WriteAsync(
            change => ConsultationStore.AddAsync(change, profile.Code, consultation),
            cancellation
        );
        return Results.Json(
            new ConsultationWritten(reference),
            MashJson.Options,
            statusCode: StatusCodes.Status201Created
        );
    }

    private static async Task<IResult> ListAsync(ReadingRecord readings, Reader reader, CancellationToken cancellation)
    {
        // A professional may be named in it.
        var rows = await readings.ReadAsync<IReadOnlyList<ConsultationRow>>(
            reader,
            AuditAct.ConsultationsListed,
            "to see what was asked about thresholds",
            async view => await ConsultationStore.LatestAsync(view, MostListed),
            found => new Shown(Detail: $"{found.Count} consultations"),
            cancellation
        );
        return Results.Json(rows!.Select(ConsultationView.Of), MashJson.Options);
    }
}
