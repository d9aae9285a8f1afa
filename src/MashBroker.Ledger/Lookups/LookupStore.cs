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
                    max(case
                        when own.kind = 'home' then 1
                        when own.of_child and other.of_child then iif(own.kind = 'name-and-birth', 3, 0)
                        else 2
                    end) as besides_number
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
                all[at] is { InCommon: InCommon.Child, BesidesNumber: not InCommon.Child } earlier
                && await IsAnothersAsync(ledger, contact, earlier.Reference)
            )
            {
                all[at] = earlier with { Possibly = true, InCommon = Besides(earlier.BesidesNumber) };
            }
        }

        return all;
    }

    private static InCommon Besides(InCommon number) => number is InCommon.None ? InCommon.Child : number;

    /// <summary>
    /// Whether a number that the children of two contacts have in common belongs to one of them at most: neither a name nor the
    /// date of birth agrees. Asked only where a number is all that makes them one, for both contacts are opened.
    /// </summary>
    internal static async Task<bool> IsAnothersAsync(LedgerSession ledger, string contact, string other) =>
        await ChildAsync(ledger, contact) is { } one
        && await ChildAsync(ledger, other) is { } another
        && !LookupTerms.AreOnePerson(one, another);

    private static async Task<Subject?> ChildAsync(LedgerSession ledger, string contact) =>
        await ContactStore.FindAsync(ledger, contact) is { } row ? ContactContent.Read(row.Content).People[0] : null;

    /// <summary>Enquiries about the same people or home that nobody has decided on or withdrawn, newest first.</summary>
    public static async Task<IReadOnlyList<HouseholdEnquiry>> OpenEnquiriesAsync(LedgerSession ledger, string contact)
    {
        var open = (
            await ledger.Connection.QueryAsync<HouseholdEnquiry>(
                """
                select
                    enquiries.reference,
                    enquiries.contact_reference as contact,
                    enquiries.published_at,
                    max(case
                        when own.kind = 'home' then 1
                        when own.of_child and other.of_child then 3
                        else 2
                    end) as in_common,
                    max(case
                        when own.kind = 'home' then 1
                        when own.of_child and other.of_child then iif(own.kind = 'name-and-birth', 3, 0)
                        else 2
                    end) as besides_number
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
            )
        ).ToList();
        for (var at = 0; at < open.Count; at++)
        {
            if (
                open[at] is { InCommon: InCommon.Child, BesidesNumber: not InCommon.Child } enquiry
                && await IsAnothersAsync(ledger, contact, enquiry.Contact)
            )
            {
                open[at] = enquiry with { Possibly = true, InCommon = Besides(enquiry.BesidesNumber) };
            }
        }

        return open;
    }

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
