using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Contacts;

/// <summary>What would follow if a contact were published now with a given rating, before anybody confirms it.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/contacts/{reference}/plan", PlanAsync);

    private static async Task<IResult> PlanAsync(
        string reference,
        string? rating,
        ReadingRecord readings,
        Reader reader,
        HubProfile profile,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var planned = await readings.ReadAsync(
            reader,
            AuditAct.PlanRead,
            "to see what publishing would mean",
            async view =>
                await ContactStore.FindAsync(view, reference) is { } found
                    ? new Planned(found, await LookupStore.ReadAsync(view, found, profile.Zone))
                    : null,
            found => new Shown(found.Row.EnquiryReference, reference, Ratings.Read(rating, found.Row)?.ToString()),
            cancellation
        );
        if (planned is not ({ } row, { } contact))
        {
            return Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy);
        }

        if (Ratings.Read(rating, row) is not { } chosen)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "Nothing can be planned.",
                new FieldFault("rating", Ratings.Fault(rating), Ratings.Remedy)
            );
        }

        var plan = EnquiryPlan.Make(
            profile,
            contact,
            chosen,
            row.ReceivedAt,
            clock.GetUtcNow(),
            // Who is connected is the worker's to know; this is about the clock.
            [.. profile.Agencies.Select(agency => agency.Code)]
        );
        return Results.Json(
            new PlanView(chosen, plan.ReturnDue.At, plan.DecisionDue.At, plan.MinutesToDecide, plan.Remarks),
            MashJson.Options
        );
    }
}

internal sealed record Planned(ContactRow Row, Contact Contact);

/// <summary>A plan's clock.</summary>
/// <param name="MinutesToDecide">Between the last return and the decision; nought or less: nothing is left for deciding.</param>
/// <param name="Remarks">In plain words: no time to decide, a deadline out of hours and who is told then.</param>
public sealed record PlanView(
    Rating Rating,
    DateTimeOffset ReturnDueAt,
    DateTimeOffset DecisionDueAt,
    int MinutesToDecide,
    IReadOnlyList<string> Remarks
);
