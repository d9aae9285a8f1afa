using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Rules;
using MashBroker.Web.Cases;
using MashBroker.Web.Decisions;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Afterwards;

/// <summary>Telling the referrer and the family what came of it, over the API: of an enquiry, or of a contact that became none.</summary>
internal static class FeedbackEndpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder app)
    {
        foreach (var of in (string[])["cases", "enquiries"])
        {
            app.MapGet($"/api/{of}/{{reference}}/feedback", ShowAsync);
            app.MapPost($"/api/{of}/{{reference}}/feedback", TellAsync);
        }
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        FeedbackQuery query,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var view = await readings.ReadAsync(
            reader,
            AuditAct.DecisionRead,
            "to tell the referrer or the family",
            async session =>
                await CaseReference.FindAsync(session, reference) is { } row
                    ? await query.ReadAsync(session, row)
                    : null,
            found => new Shown(found.Enquiry, found.Enquiry is null ? found.Contact : null, "feedback"),
            cancellation
        );
        return view is null
            ? Faults.NotFound("decision", "Feedback is made of the outcome: decide first.")
            : Results.Json(view, MashJson.Options);
    }

    private static async Task<IResult> TellAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        FeedbackQuery query,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        await ActDoor.TakeAsync<Feedback>(
            request,
            ledger,
            clock,
            async (change, feedback) =>
                await CaseReference.FindAsync(change, reference) is { } row
                    ? await FeedbackAct.LookAsync(change, profile, row, feedback)
                    : null,
            CaseReference.NotFound,
            cancellation
        )
        ?? Results.Json(
            await ledger.ReadAsync(
                async session => await query.ReadAsync(session, (await CaseReference.FindAsync(session, reference))!),
                cancellation
            ),
            MashJson.Options,
            statusCode: StatusCodes.Status201Created
        );
}
