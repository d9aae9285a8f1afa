using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
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

    public static void MapDecisions(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/enquiries/{reference}/decision", ShowAsync);
        app.MapPost("/api/enquiries/{reference}/decision", DecideAsync);
        app.MapPost("/api/enquiries/{reference}/addenda/{number:int}/judgement", JudgeAsync);
        app.MapPost("/api/enquiries/{reference}/addenda/{number:int}/decision-kept", KeepAsync);
    }

    private static async Task<IResult> ShowAsync(
        string reference,
        DecisionQuery query,
        LedgerFront ledger,
        ReadingRecord readings,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var contact = await ledger.ReadAsync(session => ContactStore.FindAsync(session, reference), cancellation);
        if (contact is { EnquiryReference: null })
        {
            return Faults.Answer(
                StatusCodes.Status404NotFound,
                $"{contact.Reference} is a contact of which no enquiry was made. Read what stands of it: mash contact show {contact.Reference}, or GET /api/contacts/{contact.Reference}."
            );
        }

        if (!EnquiryReference.TryParse(contact?.EnquiryReference?.ToString() ?? reference, out var enquiry))
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

        var refused = await ActDoor.TakeAsync<Decision>(
            request,
            ledger,
            clock,
            async (change, decision) =>
                await EnquiryStore.FindAsync(change, enquiry) is { } row
                    ? await DecisionAct.LookAsync(change, profile, row, decision)
                    : null,
            NotFound,
            cancellation,
            "Nothing was decided."
        );
        if (refused is not null)
        {
            return refused;
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

    private static Task<IResult> JudgeAsync(
        string reference,
        int number,
        HttpRequest request,
        HubProfile profile,
        DecisionQuery query,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        OfAddendumAsync<AddendumJudgement>(
            reference,
            request,
            query,
            ledger,
            clock,
            (change, enquiry, judgement) =>
                AddendumAct.JudgeAsync(change, profile, enquiry, judgement with { Addendum = number }),
            cancellation
        );

    private static Task<IResult> KeepAsync(
        string reference,
        int number,
        HttpRequest request,
        HubProfile profile,
        DecisionQuery query,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    ) =>
        OfAddendumAsync<DecisionKept>(
            reference,
            request,
            query,
            ledger,
            clock,
            (change, enquiry, kept) => AddendumAct.KeepAsync(change, profile, enquiry, kept with { Addendum = number }),
            cancellation
        );

    private static async Task<IResult> OfAddendumAsync<T>(
        string reference,
        HttpRequest request,
        DecisionQuery query,
        LedgerFront ledger,
        TimeProvider clock,
        Func<LedgerTransaction, EnquiryReference, T, Task<Act?>> look,
        CancellationToken cancellation
    )
        where T : CaseStatement
    {
        if (!EnquiryReference.TryParse(reference, out var enquiry))
        {
            return NotFound();
        }

        return await ActDoor.TakeAsync<T>(
                request,
                ledger,
                clock,
                (change, statement) => look(change, enquiry, statement),
                () => Faults.NotFound("addendum", "GET /api/enquiries/REFERENCE/decision lists them."),
                cancellation
            )
            ?? Results.Json(
                await ledger.ReadAsync(
                    async session => await query.ReadAsync(session, (await EnquiryStore.FindAsync(session, enquiry))!),
                    cancellation
                ),
                MashJson.Options,
                statusCode: StatusCodes.Status201Created
            );
    }

    internal static IResult NotFound() => Faults.NotFound("enquiry", EnquiryEndpoints.ReferenceRemedy);
}
