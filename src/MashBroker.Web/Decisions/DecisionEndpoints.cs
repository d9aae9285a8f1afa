using System.Security.Cryptography;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Web.Enquiries;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Decisions;

/// <summary>Decisions over the API: a named person decides, and says of late returns whether they would have mattered.</summary>
internal static class DecisionEndpoints
{
    /// <summary>A decision is on record once written; this is how long the answer waits for its frozen and signed pack.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int SaltSize = 16;

    public static void MapDecisions(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/enquiries/{reference}/decision", ShowAsync);
        app.MapPost("/api/enquiries/{reference}/decision", DecideAsync);
        app.MapPost("/api/enquiries/{reference}/addenda/{number:int}/judgement", JudgeAsync);
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        DecisionQuery query,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return NotFound();
        }

        var view = await readings.ReadAsync(
            reader,
            AuditAct.DecisionRead,
            "to see what was decided",
            async session =>
                await EnquiryStore.FindAsync(session, enquiry) is { } row ? await query.ReadAsync(session, row) : null,
            _ => new Shown(enquiry),
            cancellation
        );
        return view is null ? NotFound() : Results.Json(view, MashJson.Options);
    }

    private static async Task<IResult> DecideAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        DecisionQuery query,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return NotFound();
        }

        var (decision, faults) = await Statement.ReadAsync<Decision>(request, clock.GetUtcNow(), cancellation);
        if (decision is null)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was decided.", faults);
        }

        var act = new DecisionAct(profile);
        var taken = await ledger.WriteAsync(
            async change =>
                await EnquiryStore.FindAsync(change, enquiry) is { } row
                    ? await act.TakeAsync(change, row, decision)
                    : null,
            cancellation
        );
        if (taken is null)
        {
            return NotFound();
        }

        if (taken.Faults.Count > 0)
        {
            return Faults.Answer(
                taken.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
                "Nothing was decided.",
                taken.Faults
            );
        }

        // On record in any case: where whoever signs is away, the pack is frozen as it stood when they are back.
        await ledger.UntilAsync(
            session => DecisionStore.ToFreezeAsync(session, enquiry),
            waiting => waiting is null,
            Patience,
            cancellation
        );
        var view = await ledger.ReadAsync(
            async session => await query.ReadAsync(session, (await EnquiryStore.FindAsync(session, enquiry))!),
            cancellation
        );
        return Results.Json(view, MashJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> JudgeAsync(
        string reference,
        int number,
        HttpRequest request,
        HubProfile profile,
        DecisionQuery query,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return NotFound();
        }

        var (judgement, faults) = await Statement.ReadAsync<AddendumJudgement>(
            request,
            clock.GetUtcNow(),
            cancellation
        );
        if (judgement is null)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was put on record.", faults);
        }

        var salted = judgement with
        {
            Addendum = number,
            Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltSize)),
        };
        var answer = await ledger.WriteAsync(change => RefusalAsync(change, profile, enquiry, salted), cancellation);
        return answer
            ?? Results.Json(
                await ledger.ReadAsync(
                    async session => await query.ReadAsync(session, (await EnquiryStore.FindAsync(session, enquiry))!),
                    cancellation
                ),
                MashJson.Options,
                statusCode: StatusCodes.Status201Created
            );
    }

    // Puts it on record, or says why not; null when it is.
    private static async Task<IResult?> RefusalAsync(
        LedgerTransaction change,
        HubProfile profile,
        EnquiryReference enquiry,
        AddendumJudgement judgement
    )
    {
        var addendum = (await AddendumStore.OfEnquiryAsync(change, enquiry)).FirstOrDefault(row =>
            row.Number == judgement.Addendum
        );
        if (addendum is null)
        {
            return Faults.NotFound("addendum", "GET /api/enquiries/REFERENCE/decision lists them.");
        }

        var decision = (await DecisionStore.FindAsync(change, enquiry, addendum.Decision))!;
        var receiver = profile.Outcomes.FirstOrDefault(outcome => outcome.Code == decision.Outcome)?.Receiver;
        if (receiver is not null && judgement.ToldTo is null)
        {
            return Faults.Answer(
                StatusCodes.Status400BadRequest,
                "Nothing was put on record.",
                new FieldFault("toldTo", $"is missing, and {receiver} holds the child", "Say who of them was told.")
            );
        }

        var contact = (
            await ContactStore.FindAsync(change, (await EnquiryStore.FindAsync(change, enquiry))!.ContactReference)
        )!;
        return await AddendumStore.JudgeAsync(change, contact, addendum, judgement)
            ? null
            : Faults.Answer(
                StatusCodes.Status409Conflict,
                $"Nothing was put on record: {addendum.JudgedBy} has judged this addendum already. Who sees it otherwise adds a note to the case file, or decides anew."
            );
    }

    internal static IResult NotFound() => Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy);
}
