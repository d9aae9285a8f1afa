using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Ledger.Strategy;

/// <summary>A discussion that was called, or that the hub's rule called for, is not held. Its limit ends with the reason on record.</summary>
public static class CancelStrategy
{
    /// <param name="misread">What is wrong with the form of what is said.</param>
    public static async Task<StrategyChange> WriteAsync(
        LedgerTransaction ledger,
        ContactRow contact,
        StrategyCancellation said,
        params IReadOnlyList<FieldFault> misread
    )
    {
        var called = await StrategyStore.CalledAsync(ledger, contact.Reference);
        var runs = (await CaseClocks.OfCaseAsync(ledger, contact.Reference)).Any(clock =>
            clock is { Kind: CaseClockKind.StrategyDiscussion, EndedAt: null }
        );
        IEnumerable<FieldFault> faults =
            called is null && !runs
                ?
                [
                    new FieldFault(
                        "strategyDiscussion",
                        "was not called, and its limit does not run",
                        "There is nothing to cancel"
                    ),
                ]
                : [];
        if (StrategyChange.All(misread, faults) is { Count: > 0 } all)
        {
            return StrategyChange.Refused(all);
        }

        await CaseClocks.EndAsync(ledger, contact.Reference, CaseClockKind.StrategyDiscussion);
        if (called is not null)
        {
            await StrategyStore.CancelAsync(ledger, called);
        }

        await CaseFile.AddAsync(ledger, contact, said with { Number = called?.Number });
        await AuditStore.AppendAsync(
            ledger,
            said.By,
            AuditAct.StrategyCancelled,
            contact.EnquiryReference,
            contact.Reference,
            called is null ? "none was called" : $"{called.Number}"
        );
        return new StrategyChange { Number = called?.Number };
    }
}
