using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using MashBroker.Vault;

namespace MashBroker.Ledger.Cases;

/// <summary>What a case file holds about sharing, as the hub's rules look at it.</summary>
public static class SharingFile
{
    private static readonly string[] Kinds =
    [
        CaseEntryKinds.Of<ParentsInformed>().Code,
        CaseEntryKinds.Of<Consent>().Code,
        CaseEntryKinds.Of<LawfulBasis>().Code,
        CaseEntryKinds.Of<SharingDecision>().Code,
        CaseEntryKinds.Of<CriterionAnswer>().Code,
    ];

    /// <param name="contact">What the referrer says of the parents stands until the hub puts something on record.</param>
    /// <exception cref="ContentErasedException">What was kept of the family has been erased.</exception>
    public static async Task<SharingRecord> ReadAsync(LedgerSession ledger, string reference, Contact contact) =>
        SharingRecord.Of(
            (await CaseFile.ReadAsync(ledger, reference, Kinds)).Select(entry => entry.Statement),
            contact
        );
}
