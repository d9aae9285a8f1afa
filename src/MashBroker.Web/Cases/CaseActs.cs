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
        Map<Allocation>(app, NothingForbids, CaseAllocation.RecordAsync, CaseAllocation.RemarksAsync);
        Map<DutyVisit>(
            app,
            (_, profile, _, visit) => Task.FromResult(Visitors.Check(profile.Visits, visit)),
            (change, _, contact, visit) => CaseFile.AddAsync(change, contact, visit)
        );
        Map<NewInformation>(
            app,
            NothingForbids,
            (change, _, contact, information) => CaseFile.AddAsync(change, contact, information)
        );
        Map<Disagreement>(app, ChallengeStages.RepeatedAsync, ChallengeStages.RaiseAsync);
        Map<Complaint>(app, ChallengeStages.RepeatedAsync, ChallengeStages.RaiseAsync);
        Map<DisagreementAnswer>(app, ChallengeStages.FaultAsync, ChallengeStages.AnswerAsync);
        Map<ComplaintAnswer>(app, ChallengeStages.FaultAsync, ChallengeStages.AnswerAsync);
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

    /// <summary>Whether the case is closed to statements of a kind; the refusal of new information stands on record.</summary>
    /// <param name="by">Who would have stated it; empty where the form does not say.</param>
    internal static async Task<IReadOnlyList<FieldFault>> ClosedToAsync(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow contact,
        CaseEntryKind kind,
        string by
    )
    {
        if (kind.TakenOfClosed || !await ClosedCase.IsAsync(change, profile, contact))
        {
            return [];
        }

        if (kind == CaseEntryKinds.Of<NewInformation>() && by.Length > 0)
        {
            // What was said is not kept: it stands in the new referral, under its own basis.
            await AuditStore.AppendAsync(
                change,
                by,
                AuditAct.NewInformationRefused,
                contact.EnquiryReference,
                contact.Reference
            );
        }

        return [NewReferral(profile, contact)];
    }

    private static Task<FieldFault?> NothingForbids<T>(
        LedgerTransaction change,
        HubProfile profile,
        ContactRow contact,
        T statement
    ) => Task.FromResult<FieldFault?>(null);

    private static void Map<T>(
        IEndpointRouteBuilder app,
        Func<LedgerTransaction, HubProfile, ContactRow, T, Task<FieldFault?>> forbids,
        Func<LedgerTransaction, HubProfile, ContactRow, T, Task<int>> record,
        Func<LedgerSession, HubProfile, ContactRow, T, Task<IReadOnlyList<string>>>? remarks = null
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
                CaseEntryAdded? added = null;
                var refused = await ActDoor.TakeAsync<T>(
                    request,
                    ledger,
                    clock,
                    async (change, statement) =>
                        await CaseReference.FindAsync(change, reference) is { } contact
                            ? new Act(
                                contact,
                                async () =>
                                    added = new CaseEntryAdded(
                                        contact.Reference,
                                        await record(change, profile, contact, statement),
                                        kind.Code
                                    )
                                    {
                                        Remarks = remarks is null
                                            ? []
                                            : await remarks(change, profile, contact, statement),
                                    }
                            )
                            {
                                Faults = await forbids(change, profile, contact, statement) is { } fault ? [fault] : [],
                                Conflicts = await ClosedToAsync(change, profile, contact, kind, statement.By),
                            }
                            : null,
                    CaseReference.NotFound,
                    cancellation
                );
                return refused ?? Results.Json(added, MashJson.Options, statusCode: StatusCodes.Status201Created);
            }
        );
    }
}
