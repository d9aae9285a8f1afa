using MashBroker.Contracts;
using MashBroker.Ledger.Audit;

namespace MashBroker.Web.Audit;

/// <summary>A page of the record of acts.</summary>
/// <param name="Acts">The newest last.</param>
/// <param name="More">There are earlier ones: ask with <c>before</c> the first of these.</param>
/// <param name="Contacts">Whose acts stand here beside those of the enquiry that was asked for: the contact that it was made of, and those joined to it.</param>
/// <param name="Enquiry">What became of the contact that was asked for; its acts are asked for by its own reference.</param>
public sealed record AuditView(
    IReadOnlyList<AuditActView> Acts,
    bool More,
    IReadOnlyList<string> Contacts,
    EnquiryReference? Enquiry = null
);

/// <summary>One act as it stands on record. It names staff and no family; a purpose stands in the words of whoever stated it.</summary>
/// <param name="Sequence">Row of the chain, from 1, without gaps.</param>
/// <param name="Act">As contracts/audit-events.md lists it.</param>
/// <param name="What">What that is.</param>
/// <param name="Enquiry">About which enquiry.</param>
/// <param name="Subject">What it was done to: a contact, an agency, a version.</param>
public sealed record AuditActView(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Act,
    string What,
    EnquiryReference? Enquiry = null,
    string? Subject = null,
    string? Detail = null,
    string? Purpose = null,
    string? Basis = null
)
{
    internal static AuditActView Of(AuditEntry row) =>
        new(
            row.Sequence,
            row.At,
            row.Actor,
            row.Act.ToString(),
            AuditActs.Meanings[row.Act].What,
            row.EnquiryReference,
            row.Subject,
            row.Detail,
            row.Purpose,
            row.Basis
        );
}
