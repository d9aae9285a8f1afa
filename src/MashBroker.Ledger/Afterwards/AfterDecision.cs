using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Ledger.Afterwards;

/// <summary>The limits that begin with a decision, and those that end with it.</summary>
public static class AfterDecision
{
    /// <param name="outcome">Code of one of the hub's outcomes.</param>
    public static async Task StartAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        string outcome
    )
    {
        var clock = new HubClock(profile);
        var told = ContactContent.Read(contact.Content);
        await CaseClocks.StartAsync(
            ledger,
            contact,
            CaseClockKind.Feedback,
            clock.FeedbackDue(told.Referrer.Kind, ledger.Now).At
        );
        if (!told.DoNotInformFamily)
        {
            await CaseClocks.StartAsync(ledger, contact, CaseClockKind.Family, clock.FamilyDue(ledger.Now).At);
        }

        if (profile.Outcomes.First(each => each.Code == outcome).Closes)
        {
            // Nobody has to take a closed case, or to meet about it.
            foreach (
                var over in new[] { CaseClockKind.CaseHold, CaseClockKind.Allocation, CaseClockKind.StrategyDiscussion }
            )
            {
                await CaseClocks.EndAsync(ledger, contact.Reference, over);
            }
        }
    }
}
