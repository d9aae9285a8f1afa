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
        app.MapPost("/api/contacts/{reference}/no-enquiry", DeclineAsync);
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
                ContactView
                    .Of(
                        (await ledger.ReadAsync(view => ContactStore.FindAsync(view, reference), cancellation))!,
                        clock.GetUtcNow()
                    )
                    .WithNames(profile),
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

        if (contact.State is not ContactState.Triaged)
        {
            return new Decided(ContactEndpoints.NotWaiting(contact));
        }

        var decision = (reading.Statement ?? reading.Incomplete) as ContactDecision;
        var file = await CaseFile.ReadAsync(change, reference);
        var faults = ActDoor.Together(
            reading.Faults,
            [
                .. decision is null ? [] : FaultsOf(decision, profile),
                .. decision is null ? [] : RuleFaults(profile, contact, decision.Role, decision.DepartsFromCriteria),
                .. decision is null ? [] : OwnRating.Faults(contact, decision.Rating, decision.RatingReason),
                .. StepFaults(profile, reference, file),
            ]
        );
        var leak = decision is null ? null : await LeakGate.CheckAsync(change, contact, decision);
        if (faults.Count > 0)
        {
            return new Decided(
                LeakFaults.Answer(
                    StatusCodes.Status400BadRequest,
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

        await CaseFile.AddAsync(change, contact, decision!);
        await ContactStore.DeclineEnquiryAsync(
            change,
            reference,
            decision!.By,
            decision.Role,
            OwnRating.With(decision.Reason, decision.Rating, decision.RatingReason),
            decision.Outcome,
            decision.OverseenBy,
            decision.LevelOfNeed,
            contact.MinutesOver(change.Now),
            decision.Rating
        );
        await AfterDecision.StartAsync(change, profile, contact, decision.Outcome);
        return new Decided(null);
    }

    private static IEnumerable<FieldFault> FaultsOf(ContactDecision decision, HubProfile profile)
    {
        var open = DecisionOutlook.Open(profile, afterEnquiry: false);
        var outcome = open.FirstOrDefault(each => each.Code == decision.Outcome);
        if (outcome is null)
        {
            yield return new FieldFault(
                "outcome",
                "is not one that this hub gives a contact without an enquiry",
                $"Give one of {string.Join(", ", open.Select(each => each.Code))}."
            );
        }

        // Nobody oversees what is closed.
        if (
            profile.NoEnquiry.OverseenBy is { } overseer
            && outcome is not { Closes: true }
            && string.IsNullOrWhiteSpace(decision.OverseenBy)
        )
        {
            yield return new FieldFault(
                "overseenBy",
                $"is missing: this hub has such cases overseen by {overseer}",
                "Give that person's name."
            );
        }

        if (decision.OverseenBy is { } other && SamePerson.Are(other, decision.By))
        {
            yield return new FieldFault(
                "overseenBy",
                "is whoever decides: nobody oversees their own decision",
                "Give another person's name."
            );
        }
    }

    // Who may decide, and what of. The person may depart from the criteria: it stands on record with a reason of its own.
    private static IEnumerable<FieldFault> RuleFaults(
        HubProfile profile,
        ContactRow contact,
        string role,
        string? departs
    )
    {
        if (ContactRoles.CheckDecider(profile, role) is { } fault)
        {
            yield return fault;
        }

        if (contact.Qualifies == true && string.IsNullOrWhiteSpace(departs))
        {
            yield return new FieldFault(
                "departsFromCriteria",
                "is missing, and the contact meets the hub's criteria",
                "Rate it, so that the agencies are asked, or say here why no enquiry is made all the same (--departs-from-criteria)."
            );
        }

        if (contact.Qualifies != true && departs is not null)
        {
            yield return new FieldFault(
                "departsFromCriteria",
                "is given, and none of the hub's criteria holds",
                "Leave it out: the reason is enough."
            );
        }
    }

    private static IEnumerable<FieldFault> StepFaults(
        HubProfile profile,
        string reference,
        IReadOnlyList<CaseEntry> file
    ) =>
        NoEnquirySteps
            .Missing(profile.NoEnquiry, file)
            .Select(missing => new FieldFault(
                $"steps.{missing.Step.Code}",
                $"is not on record ({missing.Step.Name.TrimEnd('.')})",
                $"Put it into the case file of {reference} as {missing.ShownBy}."
            ));

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
        var declined = await ledger.WriteAsync(
            change => PutOnRecordAsync(change, reference, profile, decision, misread),
            cancellation
        );
        return declined.Answer
            ?? Results.Json(
                ContactView.Of(
                    (await ledger.ReadAsync(view => ContactStore.FindAsync(view, reference), cancellation))!,
                    clock.GetUtcNow()
                ),
                MashJson.Options
            );
    }

    private static async Task<Decided> PutOnRecordAsync(
        LedgerTransaction change,
        string reference,
        HubProfile profile,
        DeclineDecision decision,
        IReadOnlyList<FieldFault> misread
    )
    {
        if (await ContactStore.FindAsync(change, reference) is not { } row)
        {
            return new Decided(Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy));
        }

        if (row.State is not ContactState.Triaged)
        {
            return new Decided(ContactEndpoints.NotWaiting(row));
        }

        var faults = ActDoor.Together(
            misread,
            [
                .. RuleFaults(profile, row, decision.Role, decision.DepartsFromCriteria),
                .. OwnRating.Faults(row, decision.Rating, decision.RatingReason),
                .. profile.NoEnquiry.Steps.Count == 0 ? [] : await WithAnOutcomeAsync(change, profile, reference),
            ]
        );
        OutgoingText[] said =
        [
            new("role", decision.Role, IsField: true),
            new("reason", decision.Reason),
            new("departsFromCriteria", decision.DepartsFromCriteria ?? ""),
            new("ratingReason", decision.RatingReason ?? ""),
        ];
        var leak = await LeakGate.CheckSaidAsync(
            change,
            row,
            said.Where(text => text.Text.Length > 0),
            [CaseEntryKinds.Of<Departure>()]
        );
        if (faults.Count > 0)
        {
            return new Decided(
                LeakFaults.Answer(StatusCodes.Status400BadRequest, "The decision was not accepted.", faults, leak)
            );
        }

        if (leak is not null)
        {
            return new Decided(LeakFaults.Answer(leak));
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

        return new Decided(null);
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
            .. StepFaults(profile, reference, await CaseFile.ReadAsync(view, reference)),
        ];

    /// <param name="Answer">Why nothing was decided; null when it was.</param>
    private sealed record Decided(IResult? Answer);
}
