using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Strategy;
using MashBroker.Rules;
using MashBroker.Vault;

namespace MashBroker.Ledger.Afterwards;

/// <summary>The limits that begin with a decision, and those that end with it.</summary>
public static class AfterDecision
{
    private static readonly CaseClockKind[] EndedByClosing =
    [
        CaseClockKind.CaseHold,
        CaseClockKind.Allocation,
        CaseClockKind.StrategyDiscussion,
    ];

    /// <param name="outcome">Code of one of the hub's outcomes; null where it ends with the route of a contact without an enquiry.</param>
    public static async Task StartAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        string? outcome
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

        // A decision is made on every return so far: whatever a late one would have changed is decided anew, judged or not.
        foreach (
            var late in (await CaseClocks.OfCaseAsync(ledger, contact.Reference)).Where(each =>
                each is { Kind: CaseClockKind.DecisionAnew or CaseClockKind.AddendumJudgement, EndedAt: null }
            )
        )
        {
            await CaseClocks.EndAsync(ledger, contact.Reference, late.Kind, late.About);
        }

        if (profile.Outcomes.Any(each => each.Code == outcome && each.Closes))
        {
            // Nobody has to take a closed case, or to meet about it. That is not the same as having done so. Where agencies are invited
            // already, a person says whether they still meet: 0092.
            var isCalled = await StrategyStore.CalledAsync(ledger, contact.Reference) is not null;
            foreach (
                var over in EndedByClosing.Where(kind => !isCalled || kind is not CaseClockKind.StrategyDiscussion)
            )
            {
                await CaseClocks.EndAsync(ledger, contact.Reference, over, because: CaseClockEnd.Closed);
            }
        }
        else if (outcome is not null)
        {
            await CaseClocks.RunOnAsync(ledger, contact.Reference);
        }
    }

    /// <summary>Whoever told the hub by a contact that was joined to the enquiry is owed an answer as well.</summary>
    public static async Task StartForJoinedAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        EnquiryReference enquiry,
        string outcome
    )
    {
        var joined = (await AuditStore.OfEnquiryAsync(ledger, enquiry))
            .Where(entry => entry is { Act: AuditAct.ContactJoined, Subject: not null })
            .Select(entry => entry.Subject!)
            .Distinct();
        foreach (var reference in joined)
        {
            if (await ContactStore.FindAsync(ledger, reference) is not { } contact)
            {
                continue;
            }

            try
            {
                await StartAsync(ledger, profile, contact, outcome);
            }
            catch (ContentErasedException)
            {
                // Nobody is left who could be told.
            }
        }
    }
}
