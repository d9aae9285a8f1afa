using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;

namespace MashBroker.Correlation.Returns;

/// <summary>Puts on record that something was kept back of a return: in the case file what, in the audit that.</summary>
internal static class ExcessFile
{
    private const string Hub = "The hub";
    private const string Correlation = "correlation service";

    public static async Task AddAsync(LedgerTransaction ledger, LetterHead head, string agency, ReturnExcess excess)
    {
        var enquiry = (await EnquiryStore.FindAsync(ledger, head.Enquiry!))!;
        var contact = (await ContactStore.FindAsync(ledger, enquiry.ContactReference))!;
        await CaseFile.AddAsync(
            ledger,
            contact,
            new RecordsWithheld
            {
                By = Hub,
                Role = Correlation,
                Agency = agency,
                Return = head.Id,
                Kinds = excess.Kinds,
                OwnWords = excess.OwnWords,
                Because = excess.Because,
            },
            ofHub: true
        );
        await AuditStore.AppendAsync(
            ledger,
            agency,
            AuditAct.RecordsWithheld,
            head.Enquiry,
            agency,
            // How many, and not of which kind: that there is intelligence of somebody is told to nobody for good.
            $"{excess.Kinds.Sum(kind => kind.Count)} records"
        );
    }
}
