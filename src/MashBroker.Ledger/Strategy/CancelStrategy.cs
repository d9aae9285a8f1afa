using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Ledger.Strategy;

/// <summary>
/// A discussion that was called, or that the hub's rule called for, is not held. Where the rule calls for one its limit goes on, so
/// that none is forgotten, until somebody says why none is needed any more.
/// </summary>
public static class CancelStrategy
{
    /// <param name="misread">What is wrong with the form of what is said.</param>
    public static async Task<StrategyChange> WriteAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        StrategyCancellation said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        var called = await StrategyStore.CalledAsync(ledger, contact.Reference);
        var limit = await CallStrategy.LimitAsync(ledger, contact);
        IEnumerable<FieldFault> faults = (called, limit) switch
        {
            (null, null) =>
            [
                new FieldFault(
                    "strategyDiscussion",
                    "was not called, and its limit does not run",
                    "There is nothing to cancel"
                ),
            ],
            (null, _) when said.NoneNeededBecause is null =>
            [
                new FieldFault(
                    "noneNeededBecause",
                    "is missing, and no discussion is called that could be cancelled, only its limit runs",
                    "Call one, or say why none is needed any more"
                ),
            ],
            _ => [],
        };
        // To move or put off is anybody's; that nobody has to meet at all is not.
        var (foreign, departures) = NotTheirs.Settle(
            limit is null || said.NoneNeededBecause is null ? [] : ActRoles.NoDiscussion(profile, said.Role),
            said.By,
            said.Role,
            said.DepartsFromRole
        );
        if (StrategyChange.All(misread, [.. faults, .. foreign]) is { Count: > 0 } all)
        {
            return StrategyChange.Refused(all);
        }

        var goesOn =
            limit is not null
            && said.NoneNeededBecause is null
            && StrategyOutlook.Of(profile, await LookupStore.ReadAsync(ledger, contact, profile.Zone), ledger.Now)
                is not null;
        if (!goesOn)
        {
            await CaseClocks.EndAsync(
                ledger,
                contact.Reference,
                CaseClockKind.StrategyDiscussion,
                because: CaseClockEnd.NotNeeded
            );
        }

        if (called is not null)
        {
            await StrategyStore.CancelAsync(ledger, called);
        }

        await CaseFile.AddAsync(ledger, contact, said with { Number = called?.Number, DepartsFromRole = null });
        foreach (var departure in departures)
        {
            await CaseFile.AddAsync(ledger, contact, departure);
        }

        await AuditStore.AppendAsync(
            ledger,
            said.By,
            AuditAct.StrategyCancelled,
            contact.EnquiryReference,
            contact.Reference,
            (called is null ? "none was called" : $"{called.Number}") + (goesOn ? ", the limit goes on" : "")
        );
        return new StrategyChange
        {
            Number = called?.Number,
            Remarks = goesOn
                ?
                [
                    $"The hub's rule calls for a discussion, so its limit goes on: by {new HubTime(profile.Zone).Say(limit!.DueAt)}. Call another, or cancel once more and say why none is needed any more.",
                ]
                : [],
        };
    }
}
