using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Leaks;
using MashBroker.Rules;
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
        var row = await ledger.ReadAsync(view => ContactStore.FindAsync(view, reference), cancellation);
        if (row is null)
        {
            return Faults.NotFound("contact", ContactEndpoints.ReferenceRemedy);
        }

        if (row.State is not ContactState.Triaged)
        {
            return ContactEndpoints.NotWaiting(row);
        }

        var body = await Body.ReadAsync(request, Body.SmallLimit, cancellation);
        var (decision, faults) = DeclineDecision.Read(body);
        if (decision is not null)
        {
            faults = [.. NoEnquiryFaults.OfRules(profile, row, decision.Role, decision.DepartsFromCriteria)];
        }

        if (profile.NoEnquiry.Steps.Count > 0)
        {
            var file = await ledger.ReadAsync(view => CaseFile.ReadAsync(view, reference), cancellation);
            faults =
            [
                .. faults,
                new FieldFault(
                    "outcome",
                    "is missing: this hub decides such contacts with an outcome",
                    $"Send by, role, outcome and reason to POST /api/contacts/{reference}/decision, or use 'mash contact decide'."
                ),
                .. NoEnquiryFaults.OfSteps(profile, reference, file),
            ];
        }

        if (decision is null || faults.Count > 0)
        {
            return Faults.Answer(StatusCodes.Status400BadRequest, "The decision was not accepted.", faults);
        }

        var declined = await ledger.WriteAsync(
            change => PutOnRecordAsync(change, profile, row, decision),
            cancellation
        );
        return declined.Leak is { } leak ? LeakFaults.Answer(leak)
            : declined.Done
                ? Results.Json(
                    ContactView.Of(
                        (await ledger.ReadAsync(view => ContactStore.FindAsync(view, reference), cancellation))!,
                        clock.GetUtcNow()
                    ),
                    MashJson.Options
                )
            : ContactEndpoints.NotWaiting(row);
    }

    private static async Task<(bool Done, LeakReport? Leak)> PutOnRecordAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow row,
        DeclineDecision decision
    )
    {
        OutgoingText[] said =
        [
            new("role", decision.Role, IsField: true),
            new("reason", decision.Reason),
            new("departsFromCriteria", decision.DepartsFromCriteria ?? ""),
        ];
        if (
            await LeakGate.CheckSaidAsync(
                change,
                row,
                said,
                [CaseEntryKinds.Of<ContactDecision>(), CaseEntryKinds.Of<Departure>()]
            ) is
            { } leak
        )
        {
            return (false, leak);
        }

        var declined = await ContactStore.DeclineEnquiryAsync(
            change,
            row.Reference,
            decision.By,
            decision.Role,
            decision.Reason,
            minutesOver: row.MinutesOver(change.Now)
        );
        if (declined)
        {
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
                    Number = (former?.Number ?? 0) + 1,
                }
            );
            await AfterDecision.StartAsync(change, profile, row, outcome: null);
        }

        if (declined && decision.DepartsFromCriteria is { } why)
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

        return (declined, null);
    }
}
