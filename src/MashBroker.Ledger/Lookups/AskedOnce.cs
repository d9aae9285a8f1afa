using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Ledger.Lookups;

/// <summary>
/// Agencies are asked once about a household. Looked at in the transaction that confirms a rating, so that of two contacts rated in
/// one moment the later sees the earlier, whether its enquiry is published yet or not.
/// </summary>
public static class AskedOnce
{
    /// <summary>The field that says why agencies are asked twice.</summary>
    public const string Field = "askTwiceBecause";

    /// <summary>How a remark on an enquiry begins that another about the same household came to be after it was rated.</summary>
    public const string SinceRated = "Since this was rated another enquiry has come to be about the same household";

    /// <returns>One for each enquiry about the same household that is open or about to be published; none where agencies are asked once.</returns>
    public static async Task<IReadOnlyList<FieldFault>> FaultsAsync(LedgerSession ledger, string contact)
    {
        var open = await OfHouseholdAsync(ledger, contact);
        var rated = await RatedAsync(ledger, contact);
        return
        [
            .. open.Select(each => new FieldFault(
                Field,
                $"is missing, and an enquiry about {About(each.InCommon)} is open: {each.Reference}",
                $"Join this contact to it (mash contact join {contact} {each.Reference}), or say why the agencies are asked twice"
            )),
            .. rated.Select(each => new FieldFault(
                Field,
                $"is missing, and an enquiry about {About(each.InCommon)} is about to be published: that of {each.Reference}",
                "Look again in a moment and join this contact to it, or say why the agencies are asked twice"
            )),
        ];
    }

    /// <summary>References of the open enquiries about the same household.</summary>
    public static async Task<IReadOnlyList<EnquiryReference>> OpenAsync(LedgerSession ledger, string contact) =>
        [.. (await OfHouseholdAsync(ledger, contact)).Select(each => each.Reference)];

    private static async Task<IEnumerable<HouseholdEnquiry>> OfHouseholdAsync(LedgerSession ledger, string contact) =>
        (await LookupStore.OpenEnquiriesAsync(ledger, contact)).Where(each => each.IsOfHousehold);

    /// <summary>Whether there is any such enquiry.</summary>
    public static async Task<bool> WouldBeAskedTwiceAsync(LedgerSession ledger, string contact) =>
        // Most contacts have nothing in common with any: one look says so, and nothing is opened.
        await HasAnythingInCommonAsync(ledger, contact) && (await FaultsAsync(ledger, contact)).Count > 0;

    private static Task<bool> HasAnythingInCommonAsync(LedgerSession ledger, string contact) =>
        ledger.Connection.ExecuteScalarAsync<bool>(
            """
            select exists (
                select 1
                from lookups as own
                join lookups as other on other.hash = own.hash and other.contact_reference <> own.contact_reference
                join contacts on contacts.reference = other.contact_reference
                left join enquiries on enquiries.contact_reference = contacts.reference
                where own.contact_reference = @contact
                    and (
                        contacts.state = 'RatingConfirmed'
                        or (
                            enquiries.reference is not null
                            and enquiries.outcome is null
                            and enquiries.withdrawn_at is null
                        )
                    )
            )
            """,
            new { contact },
            ledger.Transaction
        );

    private static string About(InCommon common) =>
        common switch
        {
            InCommon.Child => "this child",
            InCommon.Person => "somebody of this household",
            _ => "this home",
        };

    private static async Task<IReadOnlyList<RatedContact>> RatedAsync(LedgerSession ledger, string contact)
    {
        var all = new List<RatedContact>();
        foreach (var rated in await RatedInCommonAsync(ledger, contact))
        {
            var isAnothers =
                rated is { InCommon: InCommon.Child, BesidesNumber: not InCommon.Child }
                && await LookupStore.IsAnothersAsync(ledger, contact, rated.Reference);
            if (!isAnothers || rated.BesidesNumber is not InCommon.None)
            {
                all.Add(isAnothers ? rated with { InCommon = rated.BesidesNumber } : rated);
            }
        }

        return all;
    }

    private static async Task<IEnumerable<RatedContact>> RatedInCommonAsync(LedgerSession ledger, string contact) =>
        await ledger.Connection.QueryAsync<RatedContact>(
            """
            select
                contacts.reference,
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
            join contacts on contacts.reference = other.contact_reference
            where own.contact_reference = @contact
                and contacts.state = 'RatingConfirmed'
            group by contacts.reference
            order by contacts.reference
            """,
            new { contact },
            ledger.Transaction
        );

    private sealed record RatedContact
    {
        public required string Reference { get; init; }

        public required InCommon InCommon { get; init; }

        /// <inheritdoc cref="EarlierContact.BesidesNumber"/>
        public required InCommon BesidesNumber { get; init; }
    }
}
