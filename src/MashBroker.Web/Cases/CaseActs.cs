using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Afterwards;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Web.Decisions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Cases;

/// <summary>
/// Entries of the case file that do more than stand on record: they start or end a limit, or the hub's rules forbid them. They have
/// the addresses that other entries have.
/// </summary>
internal static class CaseActs
{
    public static void MapCaseActs(this IEndpointRouteBuilder app)
    {
        Map<Allocation>(
            app,
            async (change, profile, contact, allocation) =>
                new Acted(await CaseAllocation.RecordAsync(change, profile, contact, allocation))
        );
        Map<DutyVisit>(
            app,
            async (change, profile, contact, visit) =>
                profile.Visits is { ByHub: false, Who: var who }
                    ? new Acted(
                        0,
                        new FieldFault(
                            "visitedBy",
                            "would be of the hub, whose staff visit nobody",
                            $"Visits are made by: {who}."
                        )
                    )
                    : new Acted(await CaseFile.AddAsync(change, contact, visit))
        );
        Map<NewInformation>(app, InformAsync);
        Map<Disagreement>(app, RaiseAsync);
        Map<Complaint>(app, RaiseAsync);
        Map<DisagreementAnswer>(app, AnswerAsync);
        Map<ComplaintAnswer>(app, AnswerAsync);
    }

    private static async Task<Acted> InformAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow contact,
        NewInformation information
    )
    {
        if (!await ClosedCase.IsAsync(change, profile, contact))
        {
            return new Acted(await CaseFile.AddAsync(change, contact, information));
        }

        // What was said is not kept: it stands in the new referral, under its own basis.
        await AuditStore.AppendAsync(
            change,
            information.By,
            AuditAct.NewInformationRefused,
            contact.EnquiryReference,
            contact.Reference
        );
        return new Acted(0, NewReferral(profile, contact)) { Conflict = true };
    }

    /// <summary>What whoever has something new about a closed case is told.</summary>
    internal static FieldFault NewReferral(HubProfile profile, ContactRow contact)
    {
        var through = profile.AfterClosing.NewReferralThrough;
        var form =
            profile.Reception?.Form is { } named && !through.Contains(named, StringComparison.OrdinalIgnoreCase)
                ? $" with {named}"
                : "";
        return new FieldFault(
            "reference",
            "is of a closed case, about which the hub takes nothing new",
            $"Make a new referral through {through}{form}; say \"follows\": \"{contact.Reference}\" in it."
        );
    }

    private static async Task<Acted> RaiseAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow contact,
        Challenge challenge
    ) => new(await ChallengeStages.RaiseAsync(change, profile, contact, challenge));

    private static async Task<Acted> AnswerAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow contact,
        ChallengeAnswer answer
    )
    {
        var (entry, fault) = await ChallengeStages.AnswerAsync(change, profile, contact, answer);
        return new Acted(entry, fault);
    }

    private static void Map<T>(
        IEndpointRouteBuilder app,
        Func<LedgerTransaction, HubProfile, ContactRow, T, Task<Acted>> act
    )
        where T : CaseStatement
    {
        var kind = CaseEntryKinds.Of<T>();
        app.MapPost(
            $"/api/cases/{{reference}}/{kind.Code}",
            async (
                string reference,
                HttpRequest request,
                HubProfile profile,
                LedgerFront ledger,
                TimeProvider clock,
                CancellationToken cancellation
            ) =>
            {
                var (statement, faults) = await Statement.ReadAsync<T>(request, clock.GetUtcNow(), cancellation);
                if (statement is null)
                {
                    return Faults.Answer(StatusCodes.Status400BadRequest, "Nothing was put on record.", faults);
                }

                var acted = await ledger.WriteAsync(
                    async change =>
                        await CaseReference.FindAsync(change, reference) is { } contact
                            ? (Contact: contact.Reference, Acted: await act(change, profile, contact, statement))
                            : default,
                    cancellation
                );
                return acted switch
                {
                    { Acted: null } => CaseReference.NotFound(),
                    { Acted.Fault: { } fault } => Faults.Answer(
                        acted.Acted.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
                        "Nothing was put on record.",
                        fault
                    ),
                    _ => Results.Json(
                        new CaseEntryAdded(acted.Contact, acted.Acted.Entry, kind.Code),
                        MashJson.Options,
                        statusCode: StatusCodes.Status201Created
                    ),
                };
            }
        );
    }

    /// <param name="Entry">Number of the entry; 0 where there is a fault.</param>
    private sealed record Acted(int Entry, FieldFault? Fault = null)
    {
        /// <summary>It was well formed, and the case does not allow it.</summary>
        public bool Conflict { get; init; }
    }
}
