using System.Globalization;
using Dapper;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;

namespace MashBroker.Ledger.Figures;

/// <summary>What came of the contacts of each month, by kind of referrer: ops/decisions/0072.</summary>
public static class ReferralFigures
{
    private const string NotKept = "NotKept";

    private const int UsualReReferralMonths = 12;

    private static readonly FigureGrid Grid = new(
        [
            "contacts",
            "undecided",
            "enquiry",
            "enquiryUndecided",
            "enquiryService",
            "enquiryClosed",
            "joined",
            "noEnquiry",
            "noEnquiryService",
            "noEnquiryUnstated",
            "inappropriate",
            "reReferrals",
        ],
        (["contacts"], ["undecided", "enquiry", "joined", "noEnquiry"]),
        (["enquiry"], ["enquiryUndecided", "enquiryService", "enquiryClosed"]),
        (["noEnquiry"], ["noEnquiryService", "noEnquiryUnstated", "inappropriate"])
    );

    private static readonly string[] Rows =
    [
        nameof(ReferrerKind.Professional),
        nameof(ReferrerKind.MemberOfPublic),
        nameof(ReferrerKind.Family),
        NotKept,
    ];

    private static IReadOnlyList<string> Notes(int reReferralMonths) =>
        [
            "The month is that in which the hub was told, by its calendar. not-kept: contacts of before the kind of referrer was kept.",
            "contacts = undecided + enquiry + joined + noEnquiry; enquiry = enquiryUndecided + enquiryService + enquiryClosed; noEnquiry = noEnquiryService + noEnquiryUnstated + inappropriate.",
            "joined: its matter has an enquiry already, of another contact about the same household, and is decided there.",
            "inappropriate: no multi-agency enquiry was made and the outcome closes the matter: nobody had anything to do. A contact that led to Early Help is none, and neither is an enquiry that ended in no further action: it had to be asked.",
            "noEnquiryUnstated: the hub recorded a reason and no outcome.",
            string.Create(
                CultureInfo.InvariantCulture,
                $"reReferrals: the hub had decided on another contact about the same child, enquiry or not, of an earlier day within the {reReferralMonths} months before. A number makes two children one only where a name or the date of birth agrees."
            ),
            "One to four are shown as <5. 'withheld' stands where a number shown would let somebody reckon one of those.",
        ];

    public static async Task<FigureTable> ReadAsync(LedgerSession ledger, FigureMonths months, HubProfile profile)
    {
        var closing = profile.Outcomes.Where(outcome => outcome.Closes).Select(outcome => outcome.Code).ToHashSet();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(profile.Zone);
        // As the hub's own criterion has it; a hub without one is counted as the others are.
        var reReferralMonths =
            profile.Criteria.OfType<ReferredAgain>().FirstOrDefault()?.WithinMonths ?? UsualReReferralMonths;
        var rows = new List<IReadOnlyList<FigureCell>>();
        foreach (var month in months.All)
        {
            var contacts = await ledger.Connection.QueryAsync<Contact>(
                $"""
                select
                    this.received_at,
                    this.referrer_kind,
                    this.state,
                    this.outcome,
                    this.reference,
                    {ContactSequel.IsJoined("this")} as joined,
                    enquiries.outcome as enquiry_outcome
                from contacts as this
                left join enquiries on enquiries.contact_reference = this.reference
                where this.received_at >= @From and this.received_at < @Until
                """,
                month,
                ledger.Transaction
            );
            var earlier = await EarlierAsync(ledger, month);
            var tally = new FigureTally(Grid, Rows);
            foreach (var contact in contacts)
            {
                var row = contact.ReferrerKind ?? NotKept;
                tally.Add(row, "contacts");
                foreach (var column in Columns(contact, closing))
                {
                    tally.Add(row, column);
                }

                var day = Day(contact.ReceivedAt);
                // One of the same day is the same matter told twice.
                var within = earlier[contact.Reference]
                    .Where(one => Day(one.At) < day && Day(one.At) >= day.AddMonths(-reReferralMonths));
                if (await IsOfTheSameChildAsync(ledger, within))
                {
                    tally.Add(row, "reReferrals");
                }
            }

            rows.AddRange(
                tally
                    .Settle()
                    .Select(settled =>
                        (IReadOnlyList<FigureCell>)
                            [FigureCell.Of(month.Name), FigureCell.Word(settled.Row), .. settled.Cells]
                    )
            );
        }

        return new FigureTable(["month", "referrer", .. Grid.Columns], rows, Notes(reReferralMonths));

        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }

    // Only where numbers are all that two children have in common is any contact opened: one of them may be mistyped.
    private static async Task<bool> IsOfTheSameChildAsync(LedgerSession ledger, IEnumerable<Earlier> earlier)
    {
        foreach (var one in earlier.OrderByDescending(each => each.ByName))
        {
            if (one.ByName || !await LookupStore.IsAnothersAsync(ledger, one.Reference, one.EarlierReference))
            {
                return true;
            }
        }

        return false;
    }

    // Earlier contacts about the same child on which somebody decided, by the contact of the month.
    private static async Task<ILookup<string, Earlier>> EarlierAsync(LedgerSession ledger, FigureMonth month) =>
        (
            await ledger.Connection.QueryAsync<Earlier>(
                """
                select
                    this.reference,
                    earlier.reference as earlier_reference,
                    earlier.received_at as at,
                    max(own.kind = 'name-and-birth') as by_name
                from contacts as this
                join lookups as own on own.contact_reference = this.reference
                join lookups as other on other.hash = own.hash and other.contact_reference <> own.contact_reference
                join contacts as earlier on earlier.reference = other.contact_reference
                where this.received_at >= @From and this.received_at < @Until
                    and own.of_child
                    and other.of_child
                    and own.kind <> 'home'
                    and (
                        earlier.enquiry_reference is not null
                        or earlier.state in ('RatingConfirmed', 'Published', 'NotAnEnquiry')
                    )
                    and earlier.received_at < this.received_at
                group by this.reference, earlier.reference
                """,
                month,
                ledger.Transaction
            )
        ).ToLookup(each => each.Reference);

    private static string[] Columns(Contact contact, HashSet<string> closing) =>
        contact.State switch
        {
            ContactState.Published => ["enquiry", OfEnquiry(contact.EnquiryOutcome, closing)],
            ContactState.NotAnEnquiry when contact.Joined => ["joined"],
            ContactState.NotAnEnquiry => ["noEnquiry", OfNoEnquiry(contact.Outcome, closing)],
            _ => ["undecided"],
        };

    private static string OfEnquiry(string? outcome, HashSet<string> closing) =>
        outcome is null ? "enquiryUndecided"
        : closing.Contains(outcome) ? "enquiryClosed"
        : "enquiryService";

    private static string OfNoEnquiry(string? outcome, HashSet<string> closing) =>
        outcome is null ? "noEnquiryUnstated"
        : closing.Contains(outcome) ? "inappropriate"
        : "noEnquiryService";

    private sealed record Contact
    {
        public required string Reference { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }

        public string? ReferrerKind { get; init; }

        public required ContactState State { get; init; }

        public string? Outcome { get; init; }

        public string? EnquiryOutcome { get; init; }

        public bool Joined { get; init; }
    }

    private sealed record Earlier
    {
        public required string Reference { get; init; }

        public required string EarlierReference { get; init; }

        public required DateTimeOffset At { get; init; }

        /// <summary>The children have name and date of birth in common.</summary>
        public required bool ByName { get; init; }
    }
}
