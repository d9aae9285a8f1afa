using MashBroker.Ledger.Audit;

namespace MashBroker.Ledger.Evidence;

/// <summary>
/// The acts of the contacts behind an enquiry, from receipt on: who triaged, allocated, read, let a text pass, rated. Each has its
/// place in the chain as every row has. ops/decisions/0102.
/// </summary>
internal static class ContactActs
{
    /// <summary>References of the contact that became the enquiry and of those that were joined to it.</summary>
    /// <param name="own">The rows of the enquiry.</param>
    public static IReadOnlyList<string> ContactsOf(IReadOnlyList<AuditEntry> own) =>
        [
            .. own.Where(row => row.Act is AuditAct.EnquiryPublished or AuditAct.ContactJoined)
                .Select(row => row.Subject)
                .OfType<string>()
                .Distinct(),
        ];

    /// <summary>Whether each of them is shown from its receipt on; those of before the chain began are not.</summary>
    public static bool AreWhole(IReadOnlyList<AuditEntry> own, IReadOnlyList<AuditEntry> ofContacts) =>
        ContactsOf(own) is { Count: > 0 } contacts
        && contacts.All(contact =>
            ofContacts.FirstOrDefault(row => row.Subject == contact) is { Act: AuditAct.ContactReceived }
        );

    /// <summary>The row by which somebody confirmed the rating under which the enquiry was published; null where there is none.</summary>
    public static AuditEntry? RatingOf(IReadOnlyList<AuditEntry> own, IReadOnlyList<AuditEntry> ofContacts) =>
        ofContacts.LastOrDefault(row =>
            row.Act is AuditAct.RatingConfirmed && row.Subject == own[0].Subject && row.Sequence < own[0].Sequence
        );

    /// <returns>The row of the rating; null where none is shown.</returns>
    /// <exception cref="EvidenceFaultException">A row is of no contact of this enquiry, or one is not shown from its receipt on.</exception>
    public static AuditEntry? Check(Segment segment, string format)
    {
        var (own, ofContacts) = (segment.Rows, segment.OfContacts);
        if (format is not EvidenceManifest.FormatName)
        {
            // Of before, when the row of the rating was all that was shown of a contact.
            return ofContacts switch
            {
                [] => null,
                [var only] when only.Sequence < own[0].Sequence => only,
                [.., var last] => throw Fault(
                    $"row {last.Sequence} is of the contact, and is not the one rating that comes before the enquiry."
                ),
            };
        }

        var contacts = ContactsOf(own);
        if (ofContacts.FirstOrDefault(row => !contacts.Contains(row.Subject)) is { } stray)
        {
            throw Fault($"row {stray.Sequence} is of no contact of this enquiry.");
        }

        return AreWhole(own, ofContacts)
            ? RatingOf(own, ofContacts)
            : throw Fault("the row by which a contact of this enquiry was received is not shown.");
    }

    private static EvidenceFaultException Fault(string what) => new(EvidenceNames.AuditRows, what);
}
