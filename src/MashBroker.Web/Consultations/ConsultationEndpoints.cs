using System.Text.Json;
using MashBroker.Contracts.Consultations;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Consultations;
using MashBroker.Rules;
using MashBroker.Web.Decisions;
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
        if (profile.Consultation is not { } rule)
        {
            return Refuse(
                new FieldFault(
                    "consultation",
                    "is something that this hub does not offer",
                    "Where a child may need help, take it as a contact; otherwise point the caller to the hub's published guidance."
                )
            );
        }

        if (await Body.ReadAsync(request, Body.SmallLimit, cancellation) is not { } body)
        {
            return Refuse(new FieldFault("", "is larger than any consultation", "Shorten the note."));
        }

        var reading = ConsultationDoor.Read(body, clock.GetUtcNow());
        var faults = ActDoor.Together(
            reading.Faults,
            (reading.Consultation ?? reading.Incomplete) is { } read ? OfAsker(rule, read.Asker) : []
        );
        if (reading.Consultation is not { } consultation || faults.Count > 0)
        {
            return Refuse(faults);
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

    private static IEnumerable<FieldFault> OfAsker(ConsultationRule rule, Asker asker)
    {
        if (!rule.OfferedTo.Contains(asker.Kind))
        {
            var offered = string.Join(
                ", ",
                rule.OfferedTo.Select(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()))
            );
            yield return new FieldFault(
                "asker.kind",
                $"is nobody to whom this hub offers consultations (those are {offered})",
                "Where a child may need help, take it as a contact."
            );
        }
    }

    private static IResult Refuse(params IReadOnlyList<FieldFault> faults) =>
        Faults.Answer(
            StatusCodes.Status400BadRequest,
            "The consultation was not accepted. Nothing was written.",
            faults
        );

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
