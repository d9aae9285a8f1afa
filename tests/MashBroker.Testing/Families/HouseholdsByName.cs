using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Testing.Families;

/// <summary>Households whose names are hard to tell apart, or are written in more than one way.</summary>
internal sealed class HouseholdsByName(InventedPeople people)
{
    public List<SamplePerson> TwinsOf((string First, string Second, string Gender) pair, bool initialsOnly)
    {
        var family = people.Pick(NamePool.Families);
        IReadOnlyList<Address> home = [people.Home()];
        var first = people.Child(family, home, 0) with
        {
            Names = [InventedPeople.Named(pair.First, family)],
            Gender = pair.Gender,
        };
        var second = people.Child(family, home, 1) with
        {
            Names = [InventedPeople.Named(pair.Second, family)],
            Gender = pair.Gender,
            DateOfBirth = first.DateOfBirth,
        };
        first = people.Agencies.Introduce(first, keepGivenName: true);
        second = people.Agencies.Introduce(second, keepGivenName: true);
        if (initialsOnly)
        {
            second = second.AlsoKnownBy(
                AgencyCode.Health,
                new KnownRecord
                {
                    Record = people.Numbers.Record(AgencyCode.Health),
                    Holds = [RecordKind.HealthEncounter],
                    Errors = ["initial-only"],
                    Names = [InventedPeople.Named(pair.Second[..1], family)],
                    Omits = ["identifiers"],
                    Expect = "doubtful",
                }
            );
        }

        return [first, second, people.Agencies.Introduce(people.Adult(family, home, "female"))];
    }

    public List<SamplePerson> FatherAndSon()
    {
        var family = people.Pick(NamePool.Families);
        IReadOnlyList<Address> home = [people.Home()];
        var father = people.Adult(family, home, "male");
        var son = people.Child(family, home, 0) with { Names = father.Names, Gender = "male" };
        return
        [
            people.Agencies.Introduce(son, keepGivenName: true),
            people.Agencies.Introduce(father, keepGivenName: true),
            people.Agencies.Introduce(people.Adult(family, home, "female")),
        ];
    }

    public List<SamplePerson> Unborn()
    {
        var persons = people.Family(people.Pick(NamePool.Families), 1, [people.Home()]);
        var mother = persons.First(person => !person.IsChild);
        var unborn = new SamplePerson
        {
            Id = "",
            Role = SubjectRole.UnbornChild,
            Names = [InventedPeople.Named("Unborn", mother.Names[0].Family)],
            ExpectedDelivery = FamilyGenerator.AsOf.AddDays(people.Random.Next(20, 240)),
            Addresses = mother.Addresses,
        };
        return [people.Agencies.Introduce(unborn, faultless: true), .. persons];
    }

    public List<SamplePerson> Marked((string Given, string Family, string Gender) name)
    {
        IReadOnlyList<Address> home = [people.Home()];
        var child = people.Child(name.Family, home, 0) with
        {
            Names = [InventedPeople.Named(name.Given, name.Family)],
            Gender = name.Gender,
        };
        return
        [
            people.Agencies.Introduce(child),
            people.Agencies.Introduce(people.Child(name.Family, home, 1)),
            people.Agencies.Introduce(people.Adult(name.Family, home, "female")),
        ];
    }

    public List<SamplePerson> InAnotherScript(WrittenTwice[] pool)
    {
        IReadOnlyList<Address> home = [people.Home()];
        var of = people.Pick(pool);
        var persons = new List<SamplePerson>();
        foreach (var name in pool.Where(name => name.Gender == of.Gender || people.Random.Next(2) == 0).Take(3))
        {
            var person =
                persons.Count < 2
                    ? people.Child(of.LatinFamily, home, persons.Count)
                    : people.Adult(of.LatinFamily, home, name.Gender);
            persons.Add(
                people.Agencies.Introduce(
                    person with
                    {
                        Gender = name.Gender,
                        Names =
                        [
                            InventedPeople.Named(name.Given, of.Family),
                            InventedPeople.Named(name.LatinGiven, of.LatinFamily) with
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

    public List<SamplePerson> WithAlias()
    {
        var persons = people.Family(people.Pick(NamePool.Families), 2, [people.Home()]);
        var adult = people.Adult(persons[0].Names[0].Family, persons[0].Addresses, "male");
        var alias = InventedPeople.Named(people.Pick(NamePool.Boys), people.Pick(NamePool.Families));
        adult = people.Agencies.Introduce(
            adult with
            {
                Names = [adult.Names[0], alias with { Use = NameUse.Alias }],
                Identifiers = [people.Numbers.Pnc(adult.DateOfBirth!.Value.Year + 20)],
            },
            faultless: true
        );
        var police = new KnownRecord
        {
            Record = people.Numbers.Record(AgencyCode.Police),
            Holds = [RecordKind.PoliceCrime],
            Role = "suspect",
            Errors = ["alias"],
            Names = [alias],
        };
        return [.. persons, adult.KnownBy(AgencyCode.Police, [police])];
    }

    public List<SamplePerson> WithPreviousName()
    {
        var moved = FamilyGenerator.AsOf.AddYears(-3);
        var (family, previous) = (people.Pick(NamePool.Families), people.Pick(NamePool.Families));
        IReadOnlyList<Address> addresses = [people.Home() with { From = moved }, people.Home() with { To = moved }];
        return
        [
            .. new[] { people.Child(family, addresses, 0), people.Adult(family, addresses, "female") }.Select(person =>
                people.Agencies.Introduce(
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
}
