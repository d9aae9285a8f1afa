using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Ledger.Afterwards;

/// <summary>Puts on record that the referrer or the family was told, or was not and why; its clock ends with either.</summary>
public static class FeedbackGiven
{
    /// <returns>Number of the entry.</returns>
    public static async Task<int> RecordAsync(LedgerTransaction ledger, ContactRow contact, Feedback feedback)
    {
        var entry = await CaseFile.AddAsync(ledger, contact, feedback);
        await CaseClocks.EndAsync(
            ledger,
            contact.Reference,
            feedback.To is FeedbackTo.Family ? CaseClockKind.Family : CaseClockKind.Feedback
        );
        return entry;
    }
}
