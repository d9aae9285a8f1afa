using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;
using MashBroker.Vault;

namespace MashBroker.Ledger.Contacts;

/// <summary>What became of a contact after somebody rated it or decided on it: of its enquiry, or of the one that it was joined to.</summary>
public sealed record ContactSequel
{
    public required string Reference { get; init; }

    /// <summary>Of its enquiry, as it stands now; null where none was made.</summary>
    public Rating? Rating { get; init; }

    /// <summary>Code of the outcome of its enquiry.</summary>
    public string? Outcome { get; init; }

    /// <summary>When its enquiry was first decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>By the rating that stands now.</summary>
    public DateTimeOffset? DecisionDueAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>It was joined to the enquiry of another contact.</summary>
    public bool Joined { get; init; }

    /// <summary>Null where it was not, and where what was kept of it has been erased.</summary>
    public EnquiryReference? JoinedTo { get; init; }

    /// <summary>Whether a contact of a query, by the name it has there, is joined to an enquiry: it was put on record as it was decided.</summary>
    internal static string IsJoined(string contact) =>
        $"""
            exists (
                select 1
                from case_entries as joining
                where joining.contact_reference = {contact}.reference
                    and joining.kind = '{CaseEntryKinds.Of<JoinedEnquiry>().Code}'
                    and {contact}.state = '{nameof(ContactState.NotAnEnquiry)}'
                    and joining.at >= {contact}.rated_at
            )
            """;

    /// <summary>One for each contact that there is.</summary>
    public static async Task<IReadOnlyDictionary<string, ContactSequel>> OfAsync(
        LedgerSession ledger,
        params IReadOnlyCollection<string> contacts
    )
    {
        var all = new Dictionary<string, ContactSequel>(StringComparer.Ordinal);
        foreach (
            var sequel in await ledger.Connection.QueryAsync<ContactSequel>(
                $"""
                select
                    contact.reference,
                    enquiries.rating,
                    enquiries.outcome,
                    enquiries.decided_at,
                    enquiries.decision_due_at,
                    enquiries.withdrawn_at,
                    {IsJoined("contact")} as joined
                from contacts as contact
                left join enquiries on enquiries.contact_reference = contact.reference
                where contact.reference in @contacts
                """,
                new { contacts },
                ledger.Transaction
            )
        )
        {
            all[sequel.Reference] = sequel.Joined
                ? sequel with
                {
                    JoinedTo = await JoinedToAsync(ledger, sequel.Reference),
                }
                : sequel;
        }

        return all;
    }

    private static async Task<EnquiryReference?> JoinedToAsync(LedgerSession ledger, string contact)
    {
        try
        {
            return (await CaseFile.LatestAsync<JoinedEnquiry>(ledger, contact))?.Enquiry;
        }
        catch (ContentErasedException)
        {
            return null;
        }
    }
}
