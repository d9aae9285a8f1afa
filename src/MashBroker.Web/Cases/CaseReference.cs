using MashBroker.Contracts;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web.Cases;

/// <summary>People name a case by its contact or by its enquiry; what is kept of it is kept under its contact.</summary>
internal static class CaseReference
{
    public static async Task<ContactRow?> FindAsync(LedgerSession session, string reference) =>
        EnquiryReference.TryParse(reference, out var enquiry)
        && await EnquiryStore.FindAsync(session, enquiry) is { } found
            ? await ContactStore.FindAsync(session, found.ContactReference)
            : await ContactStore.FindAsync(session, reference);

    public static IResult NotFound() =>
        Faults.NotFound(
            "contact or enquiry",
            "Take the reference from 'mash contact list', from GET /api/contacts or from the board."
        );
}
