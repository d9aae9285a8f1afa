using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Testing.Families;

/// <summary>Households whose records are restricted, doubtful, wrong, twice there or nowhere.</summary>
internal sealed class HouseholdsByRecord(InventedPeople people)
{
    public List<SamplePerson> Restricted()
    {
        var persons = people.Family(people.Pick(NamePool.Families), 1, [people.Home()]);
        var record = new KnownRecord
        {
            Record = people.Numbers.Record(AgencyCode.Probation),
            Holds = [RecordKind.ProbationMappa, RecordKind.ProbationOrder],
            Restricted = true,
        };
        var father = people.Adult(persons[0].Names[0].Family, persons[0].Addresses, "male") with
        {
            Identifiers = [new Identifier(IdentifierScheme.CaseReferenceNumber, record.Record)],
        };
        return [.. persons, father.KnownBy(AgencyCode.Probation, [record])];
    }

    public List<SamplePerson> Ambiguous()
    {
        var persons = people.Family(people.Pick(NamePool.Families), 1, [people.Home()]);
        var father = people.Adult(persons[0].Names[0].Family, [InventedPeople.NoFixedAddress()], "male") with
        {
            Identifiers = [],
            Telephones = [],
        };
        KnownRecord Either() =>
            new()
            {
                Record = people.Numbers.Record(AgencyCode.Police),
                Holds = [RecordKind.PoliceCrime],
                Role = "suspect",
                Errors = ["old-address"],
                Addresses = [people.Home()],
                Identifiers = [people.Numbers.Pnc(2010)],
                Expect = "doubtful",
            };
        return [.. persons, father.KnownBy(AgencyCode.Police, [Either(), Either()])];
    }

    public List<SamplePerson> WithFailingDigits() =>
        people
            .Family(people.Pick(NamePool.Families), 2, [people.Home()])
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

    public List<SamplePerson> Unknown() =>
        people
            .Family(people.Pick(NamePool.Families), 1, [people.Home()])
            .Select(person => person with { KnownTo = new Dictionary<string, IReadOnlyList<KnownRecord>>() })
            .ToList();

    public List<SamplePerson> WithDuplicates()
    {
        var persons = people.Family(people.Pick(NamePool.Families), 1, [people.Home()]);
        var previous = people.Pick(NamePool.Families);
        var adult = people.Adult(
            persons[0].Names[0].Family,
            [persons[0].CurrentAddress, people.Home() with { To = FamilyGenerator.AsOf.AddYears(-4) }],
            "female"
        );
        adult = adult with
        {
            Names =
            [
                adult.Names[0],
                InventedPeople.Named(adult.Names[0].Given, previous) with
                {
                    Use = NameUse.Previous,
                },
            ],
            Identifiers = [people.Numbers.Pnc(2012)],
        };
        var now = new KnownRecord
        {
            Record = people.Numbers.Record(AgencyCode.Police),
            Holds = [RecordKind.PoliceCrime],
            Role = "victim",
        };
        var then = now with
        {
            Record = people.Numbers.Record(AgencyCode.Police),
            Errors = ["previous-name", "old-address"],
            Names = [InventedPeople.Named(adult.Names[0].Given, previous)],
            Addresses = [adult.Addresses[1]],
        };
        return [.. persons, adult.KnownBy(AgencyCode.Police, [now, then])];
    }
}
