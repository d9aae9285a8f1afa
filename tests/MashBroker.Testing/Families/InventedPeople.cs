using System.Globalization;
using MashBroker.Contracts;

namespace MashBroker.Testing.Families;

/// <summary>
/// Draws people, homes and numbers one after the other, all from one source of chance: whoever draws in the same order draws
/// the same.
/// </summary>
internal sealed class InventedPeople
{
    // Those that a postcode's last two letters may be.
    private static readonly char[] PostcodeLetters = [.. "ABDEFGHJLNPQRSTUWXYZ"];

    private readonly HashSet<(string Family, DateOnly Born)> _taken = [];
    private readonly HashSet<string> _givenNamesInUse = [];
    private int _addresses;

    public InventedPeople(int seed)
    {
        Random = new Random(seed);
        Agencies = new Acquaintance(Random, Numbers, new RecordErrors(Random));
    }

    public Random Random { get; }

    public InventedNumbers Numbers { get; } = new();

    public Acquaintance Agencies { get; }

    /// <summary>Given names may come again: those before are of other households.</summary>
    public void StartHousehold() => _givenNamesInUse.Clear();

    public List<SamplePerson> Family(string family, int children, IReadOnlyList<Address> addresses)
    {
        var persons = Enumerable.Range(0, children).Select(place => Child(family, addresses, place)).ToList();
        persons.Add(Adult(family, addresses, "female"));
        if (Random.Next(2) == 0)
        {
            persons.Add(Adult(family, addresses, "male"));
        }

        return persons.Select(person => Agencies.Introduce(person)).ToList();
    }

    public SamplePerson Child(string family, IReadOnlyList<Address> addresses, int place)
    {
        var girl = Random.Next(2) == 0;
        var born = Born(family, youngest: 0, oldest: 17);
        return new SamplePerson
        {
            Id = "",
            Role = place == 0 ? SubjectRole.Child : SubjectRole.Sibling,
            Names = [Named(GivenName(girl ? NamePool.Girls : NamePool.Boys), family)],
            DateOfBirth = born,
            Gender = girl ? "female" : "male",
            Addresses = addresses,
            Identifiers = Some(Numbers.Nhs(), Numbers.Upn()),
        };
    }

    public SamplePerson Adult(string family, IReadOnlyList<Address> addresses, string gender)
    {
        var born = Born(family, youngest: 19, oldest: 60);
        return new SamplePerson
        {
            Id = "",
            Role = SubjectRole.Parent,
            Names = [Named(GivenName(gender == "female" ? NamePool.Girls : NamePool.Boys), family)],
            DateOfBirth = born,
            Gender = gender,
            Addresses = addresses,
            Telephones = Random.Next(2) == 0 ? [Numbers.Telephone()] : [],
            Identifiers = Some(Numbers.Nhs(), Numbers.Pnc(born.Year + 18), Numbers.Cro(born.Year + 18), Numbers.Noms()),
        };
    }

    public Address Home()
    {
        var number = _addresses++;
        return new Address
        {
            Lines =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Random.Next(1, 120)} {NamePool.Streets[number % NamePool.Streets.Length]} {Pick(NamePool.StreetEndings)}"
                ),
                "Marlsea",
            ],
            Postcode = string.Create(
                CultureInfo.InvariantCulture,
                $"ZX{1 + number % 89} {Random.Next(1, 10)}{Pick(PostcodeLetters)}{Pick(PostcodeLetters)}"
            ),
        };
    }

    public static Address NoFixedAddress() => new() { NoFixedAddress = true };

    public static PersonName Named(string given, string family) => new() { Given = given, Family = family };

    public string Other(string[] pool, string not)
    {
        while (true)
        {
            var picked = Pick(pool);
            if (picked != not)
            {
                return picked;
            }
        }
    }

    public T Pick<T>(IReadOnlyList<T> pool) => pool[Random.Next(pool.Count)];

    /// <summary>Nobody gives two children one name; only the kinds that say so have it.</summary>
    private string GivenName(string[] pool)
    {
        while (true)
        {
            var given = Pick(pool);
            if (_givenNamesInUse.Add(given))
            {
                return given;
            }
        }
    }

    private DateOnly Born(string family, int youngest, int oldest)
    {
        while (true)
        {
            var born = FamilyGenerator.AsOf.AddDays(-Random.Next(youngest * 366 + 30, oldest * 365));
            if (_taken.Add((family, born)))
            {
                return born;
            }
        }
    }

    // A hub knows some numbers of some people; an agency may hold one that the hub does not, which then is no help.
    private List<Identifier> Some(params IEnumerable<Identifier> identifiers) =>
        identifiers.Where(_ => Random.Next(3) > 0).ToList();
}
