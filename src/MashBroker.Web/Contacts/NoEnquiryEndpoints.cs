using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Leaks;
using MashBroker.Rules;
using MashBroker.Web.Decisions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Contacts;

/// <summary>
/// A contact of which no multi-agency enquiry is made is decided on all the same: what the hub's rules ask for first is on record,
/// and a named person gives the outcome and the reason.
/// </summary>
internal static class NoEnquiryEndpoints
{
    public static void MapNoEnquiry(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/contacts/{reference}/decision", DecideAsync);
    }

    private static async Task<IResult> DecideAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var body = await Body.ReadAsync(request, CaseEntryDoor.SizeLimit, cancellation);
        var reading = CaseEntryDoor.Read(
            CaseEntryKinds.Of<ContactDecision>(),
            body ?? new byte[CaseEntryDoor.SizeLimit + 1],
            clock.GetUtcNow()
        );
        var decided = await ledger.WriteAsync(change => MakeAsync(change, reference, profile, reading), cancellation);
        return decided.Answer
            ?? Results.Json(
                await ledger.ReadAsync(
                    view => ContactView.DecidedAsync(view, profile, reference, clock.GetUtcNow()),
                    cancellation
                ),
                MashJson.Options
            );
    }

    // In one transaction: nobody decides on a file that somebody else is still changing.
    private static async Task<Decided> MakeAsync(
        LedgerTransaction change,
        string reference,
        HubProfile profile,
        CaseEntryReading reading
    )
    {
        if (await ContactStore.FindAsync(change, reference) is not { } contact)
        {
            return new Decided(Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy));
        }

        var file = await CaseFile.ReadAsync(change, reference);
        var former = file.Select(entry => entry.Statement).OfType<ContactDecision>().LastOrDefault();
        // One that was joined to another's enquiry was decided by that, and has no decision of its own.
        if (
            contact.State is not ContactState.Triaged
            && !(contact.State is ContactState.NotAnEnquiry && former is not null)
        )
        {
            return new Decided(
                ContactEndpoints.NotWaiting(
                    contact,
                    file.Select(entry => entry.Statement).OfType<JoinedEnquiry>().LastOrDefault()
                )
            );
        }

        var decision = (reading.Statement ?? reading.Incomplete) as ContactDecision;
        var standing = contact.State is ContactState.NotAnEnquiry ? former!.Number : (int?)null;
        var faults = ActDoor.Together(
            reading.Faults,
            [
                .. decision is null ? [] : NoEnquiryFaults.OfOutcome(decision, profile),
                .. decision is null
                    ? []
                    : NoEnquiryFaults.OfRules(profile, contact, decision.Role, decision.DepartsFromCriteria),
                .. decision is null ? [] : OwnRating.Faults(contact, decision.Rating, decision.RatingReason),
                .. NoEnquiryFaults.OfSteps(profile, reference, file),
                .. decision is null ? [] : NoEnquiryFaults.OfPlace(reference, standing, decision.Supersedes),
            ]
        );
        var leak = decision is null ? null : await LeakGate.CheckAsync(change, contact, decision);
        if (faults.Count > 0)
        {
            return new Decided(
                LeakFaults.Answer(
                    faults.All(fault => fault.Path == "supersedes") && reading.Faults.Count == 0
                        ? StatusCodes.Status409Conflict
                        : StatusCodes.Status400BadRequest,
                    $"Nothing was decided. Without an enquiry it goes to: {profile.NoEnquiry.Route}.",
                    faults,
                    leak
                )
            );
        }

        if (leak is not null)
        {
            return new Decided(LeakFaults.Answer(leak));
        }

        var reason = OwnRating.With(decision!.Reason, decision.Rating, decision.RatingReason);
        await CaseFile.AddAsync(change, contact, decision with { Number = (former?.Number ?? 0) + 1 });
        if (standing is not null)
        {
            await ContactStore.DecideAnewAsync(change, reference, decision with { Reason = reason });
        }
        else
        {
            await ContactStore.DeclineEnquiryAsync(
                change,
                reference,
                decision.By,
                decision.Role,
                reason,
                decision.Outcome,
                decision.OverseenBy,
                decision.LevelOfNeed,
                contact.MinutesOver(change.Now),
                decision.Rating
            );
        }

        await AfterDecision.StartAsync(change, profile, contact, decision.Outcome);
        return new Decided(null);
    }

    /// <param name="Answer">Why nothing was decided; null when it was.</param>
    private sealed record Decided(IResult? Answer);
}
