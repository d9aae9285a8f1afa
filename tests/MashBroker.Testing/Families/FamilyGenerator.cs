using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

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

    private readonly Random _random;
    private readonly InventedNumbers _numbers = new();
    private readonly Acquaintance _agencies;
    private readonly HashSet<(string Family, DateOnly Born)> _taken = [];
    private readonly HashSet<string> _givenNamesInUse = [];
    private int _addresses;

    public FamilyGenerator(int seed)
    {
        _random = new Random(seed);
        _agencies = new Acquaintance(_random, _numbers, new RecordErrors(_random));
    }

    /// <summary>At least so many households, every kind in turn, and a stranger for every second one.</summary>
    public SampleFamilies Make(int households)
    {
        var made = new List<SampleHousehold>();
        var strangers = new List<SamplePerson>();
        while (made.Count < households)
        {
            var kind = Kinds[made.Count % Kinds.Length];
            _givenNamesInUse.Clear();
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
            HouseholdKind.Twins => [TwinsOf(Pick(NamePool.NearPairs), initialsOnly: false)],
            HouseholdKind.SameInitialTwins => [TwinsOf(Pick(NamePool.SameInitialPairs), initialsOnly: true)],
            HouseholdKind.SameNamedFatherAndSon => [FatherAndSon()],
            HouseholdKind.SharedBlock => SharedBlock(),
            HouseholdKind.Moved => MovedAndMovedInto(),
            HouseholdKind.Refuge => [Refuge()],
            HouseholdKind.Unborn => [Unborn()],
            HouseholdKind.NoFixedAddress => [Family(Pick(NamePool.Families), 1, [NoFixedAddress()])],
            HouseholdKind.MarksInNames => [Family(Pick(NamePool.MarkedFamilies), 2, [Home()])],
            HouseholdKind.Accents => [Marked(Pick(NamePool.Accented))],
            HouseholdKind.Polish => [Marked(Pick(NamePool.Polish))],
            HouseholdKind.Welsh => [Marked(Pick(NamePool.Welsh))],
            HouseholdKind.Cyrillic => [InAnotherScript(NamePool.Cyrillic)],
            HouseholdKind.Arabic => [InAnotherScript(NamePool.Arabic)],
            HouseholdKind.OtherScript => [InAnotherScript(NamePool.OtherScript)],
            HouseholdKind.Alias => [WithAlias()],
            HouseholdKind.PreviousName => [WithPreviousName()],
            HouseholdKind.Restricted => [Restricted()],
            HouseholdKind.Ambiguous => [Ambiguous()],
            HouseholdKind.FailingCheckDigits => [WithFailingDigits()],
            HouseholdKind.Large => [Family(Pick(NamePool.Families), 5, [Home()])],
            HouseholdKind.Unknown => [Unknown()],
            HouseholdKind.DuplicateRecords => [WithDuplicates()],
            _ => [Family(Pick(NamePool.Families), _random.Next(1, 4), [Home()])],
        };

    private List<SamplePerson> Family(string family, int children, IReadOnlyList<Address> addresses)
    {
        var persons = Enumerable.Range(0, children).Select(place => Child(family, addresses, place)).ToList();
        persons.Add(Adult(family, addresses, "female"));
        if (_random.Next(2) == 0)
        {
            persons.Add(Adult(family, addresses, "male"));
        }

        return persons.Select(person => _agencies.Introduce(person)).ToList();
    }

    private List<SamplePerson> TwinsOf((string First, string Second, string Gender) pair, bool initialsOnly)
    {
        var family = Pick(NamePool.Families);
        IReadOnlyList<Address> home = [Home()];
        var first = Child(family, home, 0) with { Names = [Named(pair.First, family)], Gender = pair.Gender };
        var second = Child(family, home, 1) with
        {
            Names = [Named(pair.Second, family)],
            Gender = pair.Gender,
            DateOfBirth = first.DateOfBirth,
        };
        first = _agencies.Introduce(first, keepGivenName: true);
        second = _agencies.Introduce(second, keepGivenName: true);
        if (initialsOnly)
        {
            second = Also(
                second,
                AgencyCode.Health,
                new KnownRecord
                {
                    Record = _numbers.Record(AgencyCode.Health),
                    Holds = [RecordKind.HealthEncounter],
                    Errors = ["initial-only"],
                    Names = [Named(pair.Second[..1], family)],
                    Omits = ["identifiers"],
                    Expect = "doubtful",
                }
            );
        }

        return [first, second, _agencies.Introduce(Adult(family, home, "female"))];
    }

    private List<SamplePerson> FatherAndSon()
    {
        var family = Pick(NamePool.Families);
        IReadOnlyList<Address> home = [Home()];
        var father = Adult(family, home, "male");
        var son = Child(family, home, 0) with { Names = father.Names, Gender = "male" };
        return
        [
            _agencies.Introduce(son, keepGivenName: true),
            _agencies.Introduce(father, keepGivenName: true),
            _agencies.Introduce(Adult(family, home, "female")),
        ];
    }

    private IEnumerable<IReadOnlyList<SamplePerson>> SharedBlock()
    {
        var (first, second) = Pick(NamePool.NearFamilies);
        var block = Home();
        return
        [
            Family(first, 2, [block with { Lines = ["Flat 3", .. block.Lines] }]),
            Family(second, 1, [block with { Lines = ["Flat 13", .. block.Lines] }]),
        ];
    }

    private IEnumerable<IReadOnlyList<SamplePerson>> MovedAndMovedInto()
    {
        var house = Home();
        var moved = AsOf.AddMonths(-_random.Next(3, 30));
        return
        [
            Family(Pick(NamePool.Families), 2, [Home() with { From = moved }, house with { To = moved }]),
            Family(Pick(NamePool.Families), 2, [house with { From = moved.AddDays(14) }]),
        ];
    }

    private List<SamplePerson> Refuge()
    {
        var family = Pick(NamePool.Families);
        var fled = AsOf.AddDays(-_random.Next(10, 200));
        var house = Home();
        IReadOnlyList<Address> addresses =
        [
            new()
            {
                Lines = ["Harbour Lodge", "1 Undisclosed Court", "Formwick"],
                Postcode = "ZX9 9ZZ",
                From = fled,
            },
            house with
            {
                To = fled,
            },
        ];
        var persons = new[]
        {
            Child(family, addresses, 0),
            Child(family, addresses, 1),
            Adult(family, addresses, "female"),
        };
        return
        [
            .. persons.Select(person => _agencies.Introduce(person with { AddressProtected = true })),
            _agencies.Introduce(Adult(family, [house], "male")),
        ];
    }

    private List<SamplePerson> Unborn()
    {
        var persons = Family(Pick(NamePool.Families), 1, [Home()]);
        var mother = persons.First(person => !person.IsChild);
        var unborn = new SamplePerson
        {
            Id = "",
            Role = SubjectRole.UnbornChild,
            Names = [Named("Unborn", mother.Names[0].Family)],
            ExpectedDelivery = AsOf.AddDays(_random.Next(20, 240)),
            Addresses = mother.Addresses,
        };
        return [_agencies.Introduce(unborn, faultless: true), .. persons];
    }

    private List<SamplePerson> Marked((string Given, string Family, string Gender) name)
    {
        IReadOnlyList<Address> home = [Home()];
        var child = Child(name.Family, home, 0) with { Names = [Named(name.Given, name.Family)], Gender = name.Gender };
        return
        [
            _agencies.Introduce(child),
            _agencies.Introduce(Child(name.Family, home, 1)),
            _agencies.Introduce(Adult(name.Family, home, "female")),
        ];
    }

    private List<SamplePerson> InAnotherScript(WrittenTwice[] pool)
    {
        IReadOnlyList<Address> home = [Home()];
        var of = Pick(pool);
        var persons = new List<SamplePerson>();
        foreach (var name in pool.Where(name => name.Gender == of.Gender || _random.Next(2) == 0).Take(3))
        {
            var person =
                persons.Count < 2
                    ? Child(of.LatinFamily, home, persons.Count)
                    : Adult(of.LatinFamily, home, name.Gender);
            persons.Add(
                _agencies.Introduce(
                    person with
                    {
                        Gender = name.Gender,
                        Names =
                        [
                            Named(name.Given, of.Family),
                            Named(name.LatinGiven, of.LatinFamily) with
                            {
                                Use = NameUse.Alias,
                            },
                        ],
                    }
                )
            );
        }

        return persons;
    }

    private List<SamplePerson> WithAlias()
    {
        var persons = Family(Pick(NamePool.Families), 2, [Home()]);
        var adult = Adult(persons[0].Names[0].Family, persons[0].Addresses, "male");
        var alias = Named(Pick(NamePool.Boys), Pick(NamePool.Families));
        adult = _agencies.Introduce(
            adult with
            {
                Names = [adult.Names[0], alias with { Use = NameUse.Alias }],
                Identifiers = [_numbers.Pnc(adult.DateOfBirth!.Value.Year + 20)],
            },
            faultless: true
        );
        var police = new KnownRecord
        {
            Record = _numbers.Record(AgencyCode.Police),
            Holds = [RecordKind.PoliceCrime],
            Role = "suspect",
            Errors = ["alias"],
            Names = [alias],
        };
        return [.. persons, With(adult, AgencyCode.Police, [police])];
    }

    private List<SamplePerson> WithPreviousName()
    {
        var moved = AsOf.AddYears(-3);
        var (family, previous) = (Pick(NamePool.Families), Pick(NamePool.Families));
        IReadOnlyList<Address> addresses = [Home() with { From = moved }, Home() with { To = moved }];
        return
        [
            .. new[] { Child(family, addresses, 0), Adult(family, addresses, "female") }.Select(person =>
                _agencies.Introduce(
                    person with
                    {
                        Names =
                        [
                            person.Names[0],
                            new PersonName
                            {
                                Given = person.Names[0].Given,
                                Family = previous,
                                Use = NameUse.Previous,
                            },
                        ],
                    }
                )
            ),
        ];
    }

    private List<SamplePerson> Restricted()
    {
        var persons = Family(Pick(NamePool.Families), 1, [Home()]);
        var record = new KnownRecord
        {
            Record = _numbers.Record(AgencyCode.Probation),
            Holds = [RecordKind.ProbationMappa, RecordKind.ProbationOrder],
            Restricted = true,
        };
        var father = Adult(persons[0].Names[0].Family, persons[0].Addresses, "male") with
        {
            Identifiers = [new Identifier(IdentifierScheme.CaseReferenceNumber, record.Record)],
        };
        return [.. persons, With(father, AgencyCode.Probation, [record])];
    }

    private List<SamplePerson> Ambiguous()
    {
        var persons = Family(Pick(NamePool.Families), 1, [Home()]);
        var father = Adult(persons[0].Names[0].Family, [NoFixedAddress()], "male") with
        {
            Identifiers = [],
            Telephones = [],
        };
        KnownRecord Either() =>
            new()
            {
                Record = _numbers.Record(AgencyCode.Police),
                Holds = [RecordKind.PoliceCrime],
                Role = "suspect",
                Errors = ["old-address"],
                Addresses = [Home()],
                Identifiers = [_numbers.Pnc(2010)],
                Expect = "doubtful",
            };
        return [.. persons, With(father, AgencyCode.Police, [Either(), Either()])];
    }

    private List<SamplePerson> WithFailingDigits() =>
        Family(Pick(NamePool.Families), 2, [Home()])
            .Select(person =>
                person with
                {
                    Identifiers = person
                        .Identifiers.Select(identifier =>
                            identifier.Scheme
                                is IdentifierScheme.NhsNumber
                                    or IdentifierScheme.UniquePupilNumber
                                    or IdentifierScheme.PncId
                                ? InventedNumbers.Broken(identifier)
                                : identifier
                        )
                        .ToList(),
                }
            )
            .ToList();

    private List<SamplePerson> Unknown() =>
        Family(Pick(NamePool.Families), 1, [Home()])
            .Select(person => person with { KnownTo = new Dictionary<string, IReadOnlyList<KnownRecord>>() })
            .ToList();

    private List<SamplePerson> WithDuplicates()
    {
        var persons = Family(Pick(NamePool.Families), 1, [Home()]);
        var previous = Pick(NamePool.Families);
        var adult = Adult(
            persons[0].Names[0].Family,
            [persons[0].CurrentAddress, Home() with { To = AsOf.AddYears(-4) }],
            "female"
        );
        adult = adult with
        {
            Names = [adult.Names[0], Named(adult.Names[0].Given, previous) with { Use = NameUse.Previous }],
            Identifiers = [_numbers.Pnc(2012)],
        };
        var now = new KnownRecord
        {
            Record = _numbers.Record(AgencyCode.Police),
            Holds = [RecordKind.PoliceCrime],
            Role = "victim",
        };
        var then = now with
        {
            Record = _numbers.Record(AgencyCode.Police),
            Errors = ["previous-name", "old-address"],
            Names = [Named(adult.Names[0].Given, previous)],
            Addresses = [adult.Addresses[1]],
        };
        return [.. persons, With(adult, AgencyCode.Police, [now, then])];
    }

    /// <summary>Somebody whom a careless search would take for a member of this household.</summary>
    private SamplePerson Stranger(SampleHousehold household, int number)
    {
        var like = household.Persons.FirstOrDefault(person => person.DateOfBirth is not null) ?? household.Persons[0];
        var name = like.Names[^1] with { Use = NameUse.Current };
        var born = like.DateOfBirth ?? AsOf.AddYears(-20);
        (name, born) = _random.Next(3) switch
        {
            0 => (name, born.AddYears(_random.Next(2) == 0 ? 1 : -2)),
            1 => (name with { Family = Other(NamePool.Families, name.Family) }, born),
            _ => (name, new DateOnly(born.Year, 1 + (born.Month + 5) % 12, 1 + (born.Day + 9) % 28)),
        };
        var stranger = like with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"X{number:0000}"),
            Names = [name],
            DateOfBirth = born,
            ExpectedDelivery = null,
            Addresses = [Home()],
            AddressProtected = false,
            Telephones = [],
            Identifiers = like.IsChild ? [_numbers.Nhs(), _numbers.Upn()] : [_numbers.Nhs(), _numbers.Pnc(2015)],
            Resembles = like.Id,
        };
        return _agencies.Introduce(stranger, faultless: true);
    }

    private SamplePerson Child(string family, IReadOnlyList<Address> addresses, int place)
    {
        var girl = _random.Next(2) == 0;
        var born = Born(family, youngest: 0, oldest: 17);
        return new SamplePerson
        {
            Id = "",
            Role = place == 0 ? SubjectRole.Child : SubjectRole.Sibling,
            Names = [Named(GivenName(girl ? NamePool.Girls : NamePool.Boys), family)],
            DateOfBirth = born,
            Gender = girl ? "female" : "male",
            Addresses = addresses,
            Identifiers = Some(_numbers.Nhs(), _numbers.Upn()),
        };
    }

    private SamplePerson Adult(string family, IReadOnlyList<Address> addresses, string gender)
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
            Telephones = _random.Next(2) == 0 ? [_numbers.Telephone()] : [],
            Identifiers = Some(
                _numbers.Nhs(),
                _numbers.Pnc(born.Year + 18),
                _numbers.Cro(born.Year + 18),
                _numbers.Noms()
            ),
        };
    }

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
            var born = AsOf.AddDays(-_random.Next(youngest * 366 + 30, oldest * 365));
            if (_taken.Add((family, born)))
            {
                return born;
            }
        }
    }

    // A hub knows some numbers of some people; an agency may hold one that the hub does not, which then is no help.
    private List<Identifier> Some(params IEnumerable<Identifier> identifiers) =>
        identifiers.Where(_ => _random.Next(3) > 0).ToList();

    private Address Home()
    {
        var number = _addresses++;
        return new Address
        {
            Lines =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_random.Next(1, 120)} {NamePool.Streets[number % NamePool.Streets.Length]} {Pick(NamePool.StreetEndings)}"
                ),
                "Marlsea",
            ],
            Postcode = string.Create(
                CultureInfo.InvariantCulture,
                $"ZX{1 + number % 89} {_random.Next(1, 10)}{Pick(PostcodeLetters)}{Pick(PostcodeLetters)}"
            ),
        };
    }

    // Those that a postcode's last two letters may be.
    private static readonly char[] PostcodeLetters = [.. "ABDEFGHJLNPQRSTUWXYZ"];

    private static Address NoFixedAddress() => new() { NoFixedAddress = true };

    private static PersonName Named(string given, string family) => new() { Given = given, Family = family };

    private static SamplePerson Also(SamplePerson person, string agency, KnownRecord record) =>
        With(person, agency, [.. person.KnownTo.GetValueOrDefault(agency) ?? [], record]);

    private static SamplePerson With(SamplePerson person, string agency, IReadOnlyList<KnownRecord> records) =>
        person with
        {
            KnownTo = new Dictionary<string, IReadOnlyList<KnownRecord>>(person.KnownTo) { [agency] = records },
        };

    private string Other(string[] pool, string not)
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

    private T Pick<T>(IReadOnlyList<T> pool) => pool[_random.Next(pool.Count)];
}
