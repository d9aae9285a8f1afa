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

/// <summary>A named person says that no enquiry is made, at a hub whose rules ask for no steps first: the outcome is its route.</summary>
internal static class DeclineEndpoints
{
    public static void MapDecline(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/contacts/{reference}/no-enquiry", DeclineAsync);

    private static async Task<IResult> DeclineAsync(
        string reference,
        HttpRequest request,
        HubProfile profile,
        LedgerFront ledger,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var body = await Body.ReadAsync(request, Body.SmallLimit, cancellation);
        var (decision, misread) = DeclineDecision.Read(body);
        var refused = await ledger.WriteAsync(
            change => PutOnRecordAsync(change, reference, profile, decision, misread),
            cancellation
        );
        return refused
            ?? Results.Json(
                await ledger.ReadAsync(
                    view => ContactView.DecidedAsync(view, profile, reference, clock.GetUtcNow()),
                    cancellation
                ),
                MashJson.Options
            );
    }

    /// <returns>Why nothing was decided; null when it was.</returns>
    private static async Task<IResult?> PutOnRecordAsync(
        LedgerTransaction change,
        string reference,
        HubProfile profile,
        DeclineDecision decision,
        IReadOnlyList<FieldFault> misread
    )
    {
        if (await ContactStore.FindAsync(change, reference) is not { } row)
        {
            return Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy);
        }

        if (row.State is not ContactState.Triaged)
        {
            return ContactEndpoints.NotWaiting(row);
        }

        var faults = ActDoor.Together(
            misread,
            [
                .. NoEnquiryFaults.OfRules(profile, row, decision.Role, decision.DepartsFromCriteria),
                .. OwnRating.Faults(row, decision.Rating, decision.RatingReason),
                .. profile.NoEnquiry.Steps.Count == 0 ? [] : await WithAnOutcomeAsync(change, profile, reference),
            ]
        );
        OutgoingText[] said =
        [
            new("by", decision.By, IsField: true),
            new("role", decision.Role, IsField: true),
            new("reason", decision.Reason),
            new("departsFromCriteria", decision.DepartsFromCriteria ?? ""),
            new("ratingReason", decision.RatingReason ?? ""),
        ];
        var leak = await LeakGate.CheckSaidAsync(
            change,
            row,
            said.Where(text => text.Text.Length > 0),
            [CaseEntryKinds.Of<ContactDecision>(), CaseEntryKinds.Of<Departure>()]
        );
        if (faults.Count > 0)
        {
            return LeakFaults.Answer(StatusCodes.Status400BadRequest, "The decision was not accepted.", faults, leak);
        }

        if (leak is not null)
        {
            return LeakFaults.Answer(leak);
        }

        await ContactStore.DeclineEnquiryAsync(
            change,
            row.Reference,
            decision.By,
            decision.Role,
            OwnRating.With(decision.Reason, decision.Rating, decision.RatingReason),
            minutesOver: row.MinutesOver(change.Now),
            rating: decision.Rating
        );
        await LeakGate.KeepPassedAsync(change, row, decision.By);
        var former = await CaseFile.LatestAsync<ContactDecision>(change, row.Reference);
        await CaseFile.AddAsync(
            change,
            row,
            new ContactDecision
            {
                By = decision.By,
                Role = decision.Role,
                Outcome = profile.NoEnquiry.AsOutcome.Code,
                Reason = decision.Reason,
                Rating = decision.Rating,
                RatingReason = decision.RatingReason,
                Number = (former?.Number ?? 0) + 1,
            }
        );
        await AfterDecision.StartAsync(change, profile, row, outcome: null);
        if (decision.DepartsFromCriteria is { } why)
        {
            await CaseFile.AddAsync(
                change,
                row,
                new Departure
                {
                    By = decision.By,
                    Role = decision.Role,
                    From = DepartureFrom.Criteria,
                    Reason = why.Trim(),
                }
            );
        }

        return null;
    }

    // The short way is for hubs that ask for nothing first.
    private static async Task<IReadOnlyList<FieldFault>> WithAnOutcomeAsync(
        LedgerSession view,
        HubProfile profile,
        string reference
    ) =>
        [
            new FieldFault(
                "outcome",
                "is missing: this hub decides such contacts with an outcome",
                $"Send by, role, outcome and reason to POST /api/contacts/{reference}/decision, or use 'mash contact decide'."
            ),
            .. NoEnquiryFaults.OfSteps(profile, reference, await CaseFile.ReadAsync(view, reference)),
        ];
}
