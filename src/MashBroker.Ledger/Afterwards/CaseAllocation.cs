using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Ledger.Afterwards;

/// <summary>Who is given a case, and what runs from then on.</summary>
public static class CaseAllocation
{
    /// <summary>It stands on record whoever is given the case; only one to a social worker is the allocation that the hub's rules ask for.</summary>
    /// <returns>The entry's number.</returns>
    public static async Task<int> RecordAsync(
        LedgerTransaction ledger,
        HubProfile profile,
        ContactRow contact,
        Allocation allocation
    )
    {
        var number = await CaseFile.AddAsync(ledger, contact, allocation);
        var toSocialWorker = SocialWorkers.Include(allocation.ToRole);
        if (toSocialWorker)
        {
            await CaseClocks.EndAsync(ledger, contact.Reference, CaseClockKind.Allocation);
        }

        if (!allocation.HeldByHub)
        {
            await CaseClocks.EndAsync(ledger, contact.Reference, CaseClockKind.CaseHold);
        }
        else if (new HubClock(profile).CaseHoldDue(ledger.Now) is { } due)
        {
            // One that runs stands: handing a case from one social worker of the hub to another wins no time.
            await CaseClocks.StartAsync(ledger, contact, CaseClockKind.CaseHold, due.At);
        }

        if (toSocialWorker && contact.AllocatedAt is null)
        {
            await StartDecisionClockAsync(ledger, profile, contact);
        }

        return number;
    }

    /// <summary>What whoever gives somebody the case should know, once it is on record.</summary>
    /// <param name="contact">As it stood before.</param>
    public static async Task<IReadOnlyList<string>> RemarksAsync(
        LedgerSession ledger,
        HubProfile profile,
        ContactRow contact,
        Allocation allocation
    )
    {
        if (SocialWorkers.Include(allocation.ToRole))
        {
            return [];
        }

        var running = (await CaseClocks.OfCaseAsync(ledger, contact.Reference)).FirstOrDefault(clock =>
            clock is { Kind: CaseClockKind.Allocation, EndedAt: null }
        );
        return running is not null
                ?
                [
                    $"The child still has no social worker: the role stated is none. The limit for allocating one, {new HubTime(profile.Zone).Say(running.DueAt)}, runs on.",
                ]
            : profile.Decision.Starts is DecisionStart.Allocated
            && contact.AllocatedAt is null
            && !await ClosedCase.IsAsync(ledger, profile, contact)
                ?
                [
                    "The child still has no social worker: the role stated is none, and the time for deciding begins when one is given the case.",
                ]
            : [];
    }

    private static async Task StartDecisionClockAsync(LedgerTransaction ledger, HubProfile profile, ContactRow contact)
    {
        await ledger.Connection.ExecuteAsync(
            "update contacts set allocated_at = @Now where reference = @Reference",
            new { ledger.Now, contact.Reference },
            ledger.Transaction
        );
        if (profile.Decision.Starts is not DecisionStart.Allocated)
        {
            return;
        }

        var clock = new HubClock(profile);
        // What has passed stays so: a case that lay unallocated until it was overdue was overdue.
        await ledger.Connection.ExecuteAsync(
            """
            update contacts
            set decision_due_at = @due
            where reference = @Reference and undecided_flagged_at is null and decision_due_at >= @Now
            """,
            new
            {
                due = clock.DecisionDue(RatingOf(contact), contact.ReceivedAt, ledger.Now).At,
                contact.Reference,
                ledger.Now,
            },
            ledger.Transaction
        );
        if (
            contact.EnquiryReference is not { } reference
            || await EnquiryStore.FindAsync(ledger, reference) is not { } enquiry
        )
        {
            return;
        }

        var decisionDue = clock.DecisionDue(enquiry.Rating, contact.ReceivedAt, ledger.Now);
        var plan = PublishedPlan.Read(enquiry.PlanJson) with
        {
            MinutesToDecide = HubClock.MinutesToDecide(enquiry.ReturnDueAt, decisionDue.At),
            DecisionDueOutOfHours = decisionDue.OutOfHours,
        };
        await ledger.Connection.ExecuteAsync(
            """
            update enquiries
            set decision_due_at = @due, plan_json = @plan, next_clock_at = min(coalesce(next_clock_at, @due), @due), version = version + 1
            where reference = @reference and state in ('Open', 'AllIn') and decision_due_at >= @Now
            """,
            new
            {
                due = decisionDue.At,
                plan = plan.Write(),
                reference,
                ledger.Now,
            },
            ledger.Transaction
        );
    }

    private static Rating RatingOf(ContactRow contact) =>
        contact.Rating ?? (contact.SuggestedRating is { } suggested and not Rating.None ? suggested : Rating.Green);
}
