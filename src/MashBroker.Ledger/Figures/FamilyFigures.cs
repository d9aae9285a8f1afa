using System.Buffers.Binary;
using Dapper;

namespace MashBroker.Ledger.Figures;

/// <summary>
/// Families that return most, recognised by keyed hashes as earlier contacts are, without opening any: references and no names.
/// Unlike the other figures it is a list of families and meant to be one, for the people who work with them (ops/decisions/0072).
/// </summary>
public static class FamilyFigures
{
    /// <summary>A home that more families share than these is a hostel, a refuge or a block of flats, and tells of no family.</summary>
    private const int MostFamiliesOfAHome = 3;

    private static readonly IReadOnlyList<string> Notes =
    [
        "Contacts of the months asked for. Two belong together when somebody is in both (a number, or a name with a date of birth), or when they share a home; a home that more than three families share counts for none.",
        "enquiries: of those contacts, how many became one. Families of one contact are left out; so are those whose content has been erased.",
    ];

    /// <param name="most">How many families at most.</param>
    public static async Task<FigureTable> ReadAsync(LedgerSession ledger, FigureMonths months, int most)
    {
        var contacts = (
            await ledger.Connection.QueryAsync<Contact>(
                """
                select reference, received_at, enquiry_reference is not null as enquiry
                from contacts
                where received_at >= @From and received_at < @Until
                order by received_at, reference
                """,
                months,
                ledger.Transaction
            )
        ).AsList();
        var families = new Joined(contacts.Count);
        var shared = await SharedAsync(ledger, months, contacts);
        foreach (var (_, ones) in shared.Where(each => !each.Home))
        {
            families.Join(ones);
        }

        // Every home is judged by the families that people make, before any home joins two of them.
        foreach (
            var (_, ones) in shared
                .Where(each => each.Home && each.Contacts.Select(families.Of).Distinct().Count() <= MostFamiliesOfAHome)
                .ToList()
        )
        {
            families.Join(ones);
        }

        var rows = contacts
            .Index()
            .GroupBy(contact => families.Of(contact.Index), contact => contact.Item)
            .Select(family => family.ToList())
            .Where(family => family.Count > 1)
            .OrderByDescending(family => family.Count)
            .ThenByDescending(family => family[^1].ReceivedAt)
            .Take(most)
            .Select((family, at) => Row(at + 1, family));
        return new FigureTable(["rank", "contacts", "enquiries", "first", "latest", "references"], [.. rows], Notes);
    }

    private static FigureCell[] Row(int rank, List<Contact> family) =>
        [
            FigureCell.Of(rank),
            FigureCell.Of(family.Count),
            FigureCell.Of(family.Count(contact => contact.Enquiry)),
            FigureCell.Of(UtcText.Of(family[0].ReceivedAt)),
            FigureCell.Of(UtcText.Of(family[^1].ReceivedAt)),
            FigureCell.Of(string.Join(' ', family.Select(contact => contact.Reference))),
        ];

    /// <summary>What at least two contacts have in common.</summary>
    private static async Task<List<(bool Home, int[] Contacts)>> SharedAsync(
        LedgerSession ledger,
        FigureMonths months,
        List<Contact> contacts
    )
    {
        var number = contacts.Index().ToDictionary(contact => contact.Item.Reference, contact => contact.Index);
        var shared = new Dictionary<(bool Home, UInt128 Hash), List<int>>();
        // Read one after the other: a year of a large hub holds more hashes than are kept at once without need.
        await foreach (
            var term in ledger.Connection.QueryUnbufferedAsync<Term>(
                """
                select hash, kind = 'home' as home, contact_reference
                from contacts
                join lookups on lookups.contact_reference = contacts.reference
                where received_at >= @From and received_at < @Until
                """,
                months,
                ledger.Transaction
            )
        )
        {
            // Half of a keyed hash of 256 bits: two people do not meet in it by chance.
            var key = (term.Home, BinaryPrimitives.ReadUInt128BigEndian(term.Hash));
            (shared.TryGetValue(key, out var ones) ? ones : shared[key] = []).Add(number[term.ContactReference]);
        }

        return [.. shared.Where(each => each.Value.Count > 1).Select(each => (each.Key.Home, each.Value.ToArray()))];
    }

    private sealed record Contact
    {
        public required string Reference { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }

        public required bool Enquiry { get; init; }
    }

    private sealed record Term
    {
        public required byte[] Hash { get; init; }

        public required bool Home { get; init; }

        public required string ContactReference { get; init; }
    }

    /// <summary>Numbers that belong together, each family known by one of its own.</summary>
    private sealed class Joined(int count)
    {
        private readonly int[] _towards = [.. Enumerable.Range(0, count)];

        public int Of(int one)
        {
            while (_towards[one] != one)
            {
                _towards[one] = _towards[_towards[one]];
                one = _towards[one];
            }

            return one;
        }

        public void Join(int[] ones)
        {
            foreach (var one in ones)
            {
                _towards[Of(one)] = Of(ones[0]);
            }
        }
    }
}
