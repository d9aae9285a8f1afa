using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Rules;

namespace MashBroker.Ledger.Afterwards;

/// <summary>
/// Whether the hub has done with a case: it is decided, and no social worker of the hub holds it. What is learned then is a new
/// referral.
/// </summary>
public static class ClosedCase
{
    public static async Task<bool> IsAsync(LedgerSession ledger, HubProfile profile, ContactRow contact)
    {
        if (contact.State is ContactState.NotAnEnquiry)
        {
            return true;
        }

        if (
            contact.EnquiryReference is not { } enquiry
            || await DecisionStore.StandingAsync(ledger, enquiry) is not { } decision
        )
        {
            return false;
        }

        return !profile.MashHolds.Contains(decision.Outcome)
            || await CaseFile.LatestAsync<Allocation>(ledger, contact.Reference) is { HeldByHub: false };
    }
}
