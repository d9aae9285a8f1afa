using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;

namespace MashBroker.Ledger.Lookups;

/// <summary>Finds earlier contacts about the same people or home by keyed hashes; opens one only to doubt it.</summary>
public static class LookupStore
{
    internal static async Task AddAsync(LedgerTransaction ledger, string contact, IEnumerable<LookupTerm> terms)
    {
        foreach (var term in terms)
        {
            await ledger.Connection.ExecuteAsync(
                """
                insert into lookups (hash, kind, of_child, contact_reference)
                values (@hash, @Kind, @OfChild, @contact)
                on conflict do nothing
                """,
                new
                {
                    hash = ledger.Vault.Hash(term.Kind, term.Value),
                    term.Kind,
                    term.OfChild,
                    contact,
                },
                ledger.Transaction
            );
        }
    }

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<EarlierContact>> EarlierAsync(
        LedgerSession ledger,
        string contact,
        int most = 20
    ) =>
        await DoubtAsync(
            ledger,
            contact,
            await ledger.Connection.QueryAsync<EarlierContact>(
                """
                select
                    earlier.reference,
                    earlier.received_at,
                    earlier.enquiry_reference,
                    earlier.enquiry_reference is not null
                        or earlier.state in ('RatingConfirmed', 'Published', 'NotAnEnquiry') as decided,
                    max(case
                        when own.kind = 'home' then 1
                        when own.of_child and other.of_child then 3
                        else 2
                    end) as in_common,
                    max(own.kind = 'name-and-birth' and own.of_child and other.of_child) as by_name
                from contacts as this
                join lookups as own on own.contact_reference = this.reference
                join lookups as other on other.hash = own.hash and other.contact_reference <> own.contact_reference
                join contacts as earlier on earlier.reference = other.contact_reference
                where this.reference = @contact
                    and (earlier.received_at, earlier.reference) < (this.received_at, this.reference)
                group by earlier.reference
                order by earlier.received_at desc, earlier.reference desc
                limit @most
                """,
                new { contact, most },
                ledger.Transaction
            )
        );

    // Only where a number is all that two children have in common is either opened: a mistyped one makes two children one.
    private static async Task<IReadOnlyList<EarlierContact>> DoubtAsync(
        LedgerSession ledger,
        string contact,
        IEnumerable<EarlierContact> found
    )
    {
        var all = found.ToList();
        for (var at = 0; at < all.Count; at++)
        {
            if (
                all[at] is { InCommon: InCommon.Child, ByName: false } earlier
                && await ChildAsync(ledger, contact) is { } child
                && await ChildAsync(ledger, earlier.Reference) is { } other
                && !LookupTerms.AreOnePerson(child, other)
            )
            {
                all[at] = earlier with { Possibly = true };
            }
        }

        return all;
    }

    private static async Task<Subject?> ChildAsync(LedgerSession ledger, string contact) =>
        await ContactStore.FindAsync(ledger, contact) is { } row ? ContactContent.Read(row.Content).People[0] : null;

    /// <summary>Enquiries about the same people or home that nobody has decided on or withdrawn, newest first.</summary>
    public static async Task<IReadOnlyList<HouseholdEnquiry>> OpenEnquiriesAsync(
        LedgerSession ledger,
        string contact
    ) =>
        [
            .. await ledger.Connection.QueryAsync<HouseholdEnquiry>(
                """
                select
                    enquiries.reference,
                    enquiries.published_at,
                    max(case
                        when own.kind = 'home' then 1
                        when own.of_child and other.of_child then 3
                        else 2
                    end) as in_common
                from lookups as own
                join lookups as other on other.hash = own.hash and other.contact_reference <> own.contact_reference
                join enquiries on enquiries.contact_reference = other.contact_reference
                where own.contact_reference = @contact
                    and enquiries.outcome is null
                    and enquiries.withdrawn_at is null
                group by enquiries.reference
                order by enquiries.published_at desc, enquiries.reference desc
                """,
                new { contact },
                ledger.Transaction
            ),
        ];

    /// <summary>
    /// The contact as the hub's criteria are held against it: an earlier contact about the same child on which this hub decided,
    /// enquiry or not, is a previous referral, whether or not the referrer knows of it. One of the same day is the same matter told twice.
    /// </summary>
    /// <param name="zone">Of the hub, IANA: a referral is dated by the hub's day.</param>
    /// <exception cref="MashBroker.Vault.ContentErasedException">It was erased.</exception>
    public static async Task<Contact> ReadAsync(LedgerSession ledger, ContactRow row, string zone)
    {
        var contact = ContactContent.Read(row.Content);
        var hubZone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var today = Day(row.ReceivedAt);
        var known = (await EarlierAsync(ledger, row.Reference, most: 200))
            .Where(earlier => earlier is { InCommon: InCommon.Child, Decided: true, Possibly: false })
            .Select(earlier => Day(earlier.ReceivedAt))
            .Where(on => on < today)
            .Distinct()
            .Except(contact.PreviousReferrals.Select(referral => referral.On))
            .Select(on => new PreviousReferral(on))
            .ToList();
        return known.Count == 0
            ? contact
            : contact with
            {
                PreviousReferrals = [.. contact.PreviousReferrals, .. known],
            };

        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, hubZone).DateTime);
    }

    /// <summary>Nobody is found through this contact any more: a hash of a number is still somebody's.</summary>
    public static Task ForgetAsync(LedgerTransaction ledger, string contact) =>
        ledger.Connection.ExecuteAsync(
            "delete from lookups where contact_reference = @contact",
            new { contact },
            ledger.Transaction
        );
}
