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
        var allocations = await CaseFile.ReadAsync(ledger, contact.Reference, CaseEntryKinds.Of<Allocation>().Code);
        var allocated = allocations is [.., var latest] ? latest : null;
        var holder = allocated?.Statement is Allocation allocation
            ? $"{allocation.To}, {allocation.ToRole}{(allocation.Team is { } named ? $", {named}" : "")}"
            : null;
        var decision = contact.EnquiryReference is { } enquiry
            ? await DecisionStore.StandingAsync(ledger, enquiry)
            : null;
        var receiver = profile.Outcomes.FirstOrDefault(outcome => outcome.Code == decision?.Outcome)?.Receiver;
        return holder is null ? receiver
            // Until the team that it was given to has taken it, both have to know.
            : receiver is not null && decision!.DecidedAt > allocated!.At ? $"{holder}, until taken by: {receiver}"
            : holder;
    }
}
