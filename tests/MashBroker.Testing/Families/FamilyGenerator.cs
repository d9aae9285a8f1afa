using System.Globalization;
using MashBroker.Contracts;

namespace MashBroker.Testing.Families;

/// <summary>
/// Fresh families of the kinds of the master list, without end and the same for the same seed. No two people it makes share
/// family name and date of birth, save twins.
/// </summary>
public sealed class FamilyGenerator
{
    public static readonly DateOnly AsOf = new(2026, 11, 2);

    private static readonly string[] Kinds =
    [
        HouseholdKind.Disagreement,
        HouseholdKind.Twins,
        HouseholdKind.SameInitialTwins,
        HouseholdKind.SameNamedFatherAndSon,
        HouseholdKind.SharedBlock,
        HouseholdKind.Moved,
        HouseholdKind.Refuge,
        HouseholdKind.Unborn,
        HouseholdKind.NoFixedAddress,
        HouseholdKind.MarksInNames,
        HouseholdKind.Accents,
        HouseholdKind.Cyrillic,
        HouseholdKind.Arabic,
        HouseholdKind.Polish,
        HouseholdKind.Welsh,
        HouseholdKind.Alias,
        HouseholdKind.PreviousName,
        HouseholdKind.Restricted,
        HouseholdKind.Ambiguous,
        HouseholdKind.FailingCheckDigits,
        HouseholdKind.Large,
        HouseholdKind.Kinship,
        HouseholdKind.Unknown,
        HouseholdKind.Exploitation,
        HouseholdKind.OtherScript,
        HouseholdKind.DuplicateRecords,
    ];

    private readonly InventedPeople _people;
    private readonly HouseholdsByName _byName;
    private readonly HouseholdsByHome _byHome;
    private readonly HouseholdsByRecord _byRecord;

    public FamilyGenerator(int seed)
    {
        _people = new InventedPeople(seed);
        (_byName, _byHome, _byRecord) = (new(_people), new(_people), new(_people));
    }

    /// <summary>At least so many households, every kind in turn, and a stranger for every second one.</summary>
    public SampleFamilies Make(int households)
    {
        var made = new List<SampleHousehold>();
        var strangers = new List<SamplePerson>();
        while (made.Count < households)
        {
            var kind = Kinds[made.Count % Kinds.Length];
            _people.StartHousehold();
            foreach (var persons in Household(kind))
            {
                made.Add(Numbered(persons, kind, made.Count + 1));
            }

            if (made.Count % 2 == 0)
            {
                strangers.Add(Stranger(made[^1], strangers.Count + 1));
            }
        }

        return new SampleFamilies
        {
            AsOf = AsOf,
            Households = made,
            Strangers = strangers,
        };
    }

    private static SampleHousehold Numbered(IReadOnlyList<SamplePerson> persons, string kind, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"F{number:0000}");
        return new SampleHousehold
        {
            Id = id,
            Kind = kind,
            About = "Made by the generator.",
            Persons = persons.Select((person, place) => person with { Id = $"{id}-P{place + 1}" }).ToList(),
        };
    }

    private IEnumerable<IReadOnlyList<SamplePerson>> Household(string kind) =>
        kind switch
        {
            HouseholdKind.Twins => [_byName.TwinsOf(_people.Pick(NamePool.NearPairs), initialsOnly: false)],
            HouseholdKind.SameInitialTwins =>
            [
                _byName.TwinsOf(_people.Pick(NamePool.SameInitialPairs), initialsOnly: true),
            ],
            HouseholdKind.SameNamedFatherAndSon => [_byName.FatherAndSon()],
            HouseholdKind.SharedBlock => _byHome.SharedBlock(),
            HouseholdKind.Moved => _byHome.MovedAndMovedInto(),
            HouseholdKind.Refuge => [_byHome.Refuge()],
            HouseholdKind.Unborn => [_byName.Unborn()],
            HouseholdKind.NoFixedAddress =>
            [
                _people.Family(_people.Pick(NamePool.Families), 1, [InventedPeople.NoFixedAddress()]),
            ],
            HouseholdKind.MarksInNames => [_people.Family(_people.Pick(NamePool.MarkedFamilies), 2, [_people.Home()])],
            HouseholdKind.Accents => [_byName.Marked(_people.Pick(NamePool.Accented))],
            HouseholdKind.Polish => [_byName.Marked(_people.Pick(NamePool.Polish))],
            HouseholdKind.Welsh => [_byName.Marked(_people.Pick(NamePool.Welsh))],
            HouseholdKind.Cyrillic => [_byName.InAnotherScript(NamePool.Cyrillic)],
            HouseholdKind.Arabic => [_byName.InAnotherScript(NamePool.Arabic)],
            HouseholdKind.OtherScript => [_byName.InAnotherScript(NamePool.OtherScript)],
            HouseholdKind.Alias => [_byName.WithAlias()],
            HouseholdKind.PreviousName => [_byName.WithPreviousName()],
            HouseholdKind.Restricted => [_byRecord.Restricted()],
            HouseholdKind.Ambiguous => [_byRecord.Ambiguous()],
            HouseholdKind.FailingCheckDigits => [_byRecord.WithFailingDigits()],
            HouseholdKind.Large => [_people.Family(_people.Pick(NamePool.Families), 5, [_people.Home()])],
            HouseholdKind.Unknown => [_byRecord.Unknown()],
            HouseholdKind.DuplicateRecords => [_byRecord.WithDuplicates()],
            _ => [_people.Family(_people.Pick(NamePool.Families), _people.Random.Next(1, 4), [_people.Home()])],
        };

    /// <summary>Somebody whom a careless search would take for a member of this household.</summary>
    private SamplePerson Stranger(SampleHousehold household, int number)
    {
        var like = household.Persons.FirstOrDefault(person => person.DateOfBirth is not null) ?? household.Persons[0];
        var name = like.Names[^1] with { Use = NameUse.Current };
        var born = like.DateOfBirth ?? AsOf.AddYears(-20);
        (name, born) = _people.Random.Next(3) switch
        {
            0 => (name, born.AddYears(_people.Random.Next(2) == 0 ? 1 : -2)),
            1 => (name with { Family = _people.Other(NamePool.Families, name.Family) }, born),
            _ => (name, new DateOnly(born.Year, 1 + (born.Month + 5) % 12, 1 + (born.Day + 9) % 28)),
        };
        var stranger = like with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"X{number:0000}"),
            Names = [name],
            DateOfBirth = born,
            ExpectedDelivery = null,
            Addresses = [_people.Home()],
            AddressProtected = false,
            Telephones = [],
            Identifiers = like.IsChild
                ? [_people.Numbers.Nhs(), _people.Numbers.Upn()]
                : [_people.Numbers.Nhs(), _people.Numbers.Pnc(2015)],
            Resembles = like.Id,
        };
        return _people.Agencies.Introduce(stranger, faultless: true);
    }
}
