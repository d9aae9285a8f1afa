using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Web.Contacts;
using MashBroker.Web.Decisions;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Afterwards;

/// <summary>Telling the referrer and the family what came of it, over the API.</summary>
internal static class FeedbackEndpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/enquiries/{reference}/feedback", ShowAsync);
        app.MapPost("/api/enquiries/{reference}/feedback", TellAsync);
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        FeedbackQuery query,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return DecisionEndpoints.NotFound();
        }

        var view = await readings.ReadAsync(
            reader,
            AuditAct.DecisionRead,
            "to tell the referrer or the family",
            async session =>
                await EnquiryStore.FindAsync(session, enquiry) is { } row ? await query.ReadAsync(session, row) : null,
            _ => new Shown(enquiry, Detail: "feedback"),
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
    )
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return DecisionEndpoints.NotFound();
        }

        var (feedback, faults) = await Statement.ReadAsync<Feedback>(request, clock.GetUtcNow(), cancellation);
        if (feedback is null)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was put on record.", faults);
        }

        var act = new FeedbackAct(profile, query);
        var taken = await ledger.WriteAsync(
            async change =>
                await EnquiryStore.FindAsync(change, enquiry) is { } row
                    ? await act.TakeAsync(change, row, feedback)
                    : null,
            cancellation
        );
        if (taken is null)
        {
            return DecisionEndpoints.NotFound();
        }

        if (taken.Leak is { } leak)
        {
            return LeakFaults.Answer(leak);
        }

        return taken.Faults.Count > 0
            ? Faults.Answer(
                taken.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
                "Nothing was put on record.",
                taken.Faults
            )
            : Results.Json(
                await ledger.ReadAsync(
                    async session => await query.ReadAsync(session, (await EnquiryStore.FindAsync(session, enquiry))!),
                    cancellation
                ),
                MashJson.Options,
                statusCode: StatusCodes.Status201Created
            );
    }
}
