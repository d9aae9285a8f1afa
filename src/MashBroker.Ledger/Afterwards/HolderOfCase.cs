using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Decisions;
using MashBroker.Rules;

namespace MashBroker.Ledger.Afterwards;

/// <summary>Who holds a child's case now: whoever it was allocated to last, or else the team that the decision gave it to.</summary>
public static class HolderOfCase
{
    /// <returns>Null where nobody holds it.</returns>
    public static async Task<string?> InWordsAsync(LedgerSession ledger, HubProfile profile, ContactRow contact)
    {
        if (await CaseFile.LatestAsync<Allocation>(ledger, contact.Reference) is { } allocation)
        {
            var team = allocation.Team is { } named ? $", {named}" : "";
            return $"{allocation.To}, {allocation.ToRole}{team}";
        }

        return
            contact.EnquiryReference is { } enquiry
            && await DecisionStore.StandingAsync(ledger, enquiry) is { } decision
            ? profile.Outcomes.FirstOrDefault(outcome => outcome.Code == decision.Outcome)?.Receiver
            : null;
    }
}
