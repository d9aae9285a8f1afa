using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;

namespace MashBroker.Ledger.Life;

/// <summary>New facts that were looked at and not told yet.</summary>
/// <param name="Chosen">The requests whose agencies would be told, whether there is anything to tell each or not.</param>
/// <param name="Refused">Why nothing is told; null where nothing stands in the way.</param>
internal sealed record FactsLook(
    OpenEnquiry Enquiry,
    NewFacts Said,
    Contact Contact,
    DescribedAnew Changed,
    IReadOnlyList<RequestRow> Chosen,
    IReadOnlyList<(RequestRow Request, FactsPlan Plan)> Plans,
    EnquiryChange? Refused
);
