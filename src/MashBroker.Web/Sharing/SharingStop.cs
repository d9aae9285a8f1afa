using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;

namespace MashBroker.Web.Sharing;

/// <summary>A decision to share nothing stops an enquiry until somebody decides otherwise: a rating does not overrule it.</summary>
internal static class SharingStop
{
    /// <returns>The decision that stops it; null where none does.</returns>
    public static async Task<SharingDecision?> FindAsync(LedgerSession session, HubProfile profile, ContactRow row) =>
        (await SharingFile.ReadAsync(session, row.Reference, ContactContent.Read(row.Content))).NothingShared(profile);

    public const string Title = "Nothing was published: it is on record that this family's information is not shared.";

    public static FieldFault Fault(SharingDecision decision) =>
        new(
            "rating",
            $"would share what {decision.By}, {decision.Role}, decided not to share",
            "Put a decision to share on record first (mash case add sharing-decision), with the reason"
        );
}
