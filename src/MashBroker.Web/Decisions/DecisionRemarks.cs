using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Strategy;
using MashBroker.Rules;

namespace MashBroker.Web.Decisions;

/// <summary>What is still owed, or was never done, beside the decision: said to whoever decides or reads, and no obstacle to it.</summary>
internal static class DecisionRemarks
{
    public static async Task<IReadOnlyList<string>> OfAsync(
        LedgerSession session,
        HubProfile profile,
        ContactRow contact,
        IReadOnlyList<CaseClock> clocks
    )
    {
        var called = await StrategyStore.CalledAsync(session, contact.Reference);
        var held = (await StrategyStore.OfCaseAsync(session, contact.Reference)).Any(each =>
            each.State is StrategyState.Held
        );
        return [.. OfStrategy(profile, contact, clocks, called), .. NotDone(clocks, held)];
    }

    // A decision does not unmeet anybody: whoever was invited still comes until a person says otherwise.
    private static IEnumerable<string> OfStrategy(
        HubProfile profile,
        ContactRow contact,
        IReadOnlyList<CaseClock> clocks,
        StrategyRow? called
    )
    {
        var time = new HubTime(profile.Zone);
        var reference = contact.EnquiryReference?.ToString() ?? contact.Reference;
        if (called is not null)
        {
            yield return $"Strategy discussion {called.Number} is called for {time.Say(called.StartsAt)}, and the agencies are invited. Put on record who came (mash strategy record {reference}), or cancel it (mash strategy cancel {reference}).";
        }
        else if (
            clocks.FirstOrDefault(clock => clock is { Kind: CaseClockKind.StrategyDiscussion, EndedAt: null }) is
            { } owed
        )
        {
            yield return $"A strategy discussion is owed by {time.Say(owed.DueAt)}, and none is called: mash strategy call {reference}.";
        }
    }

    // One may have been held without everybody who has to come, and somebody been given the case who is no social worker.
    private static IEnumerable<string> NotDone(IReadOnlyList<CaseClock> clocks, bool held)
    {
        foreach (var clock in clocks.Where(clock => clock.EndedBecause is CaseClockEnd.Closed))
        {
            switch (clock.Kind)
            {
                case CaseClockKind.StrategyDiscussion:
                    yield return $"No {(held ? "quorate " : "")}strategy discussion was held, although the hub's rules call for one: the decision closed the case.";
                    break;
                case CaseClockKind.Allocation:
                    yield return "No social worker was given the case, although the hub's rules say at once: the decision closed it.";
                    break;
            }
        }
    }
}
