using MashBroker.Contracts;

namespace MashBroker.Testing.Families;

/// <summary>Households whose home is near another's, was another's before, or is a secret.</summary>
internal sealed class HouseholdsByHome(InventedPeople people)
{
    public IEnumerable<IReadOnlyList<SamplePerson>> SharedBlock()
    {
        var (first, second) = people.Pick(NamePool.NearFamilies);
        var block = people.Home();
        return
        [
            people.Family(first, 2, [block with { Lines = ["Flat 3", .. block.Lines] }]),
            people.Family(second, 1, [block with { Lines = ["Flat 13", .. block.Lines] }]),
        ];
    }

    public IEnumerable<IReadOnlyList<SamplePerson>> MovedAndMovedInto()
    {
        var house = people.Home();
        var moved = FamilyGenerator.AsOf.AddMonths(-people.Random.Next(3, 30));
        return
        [
            people.Family(
                people.Pick(NamePool.Families),
                2,
                [people.Home() with { From = moved }, house with { To = moved }]
            ),
            people.Family(people.Pick(NamePool.Families), 2, [house with { From = moved.AddDays(14) }]),
        ];
    }

    public List<SamplePerson> Refuge()
    {
        var family = people.Pick(NamePool.Families);
        var fled = FamilyGenerator.AsOf.AddDays(-people.Random.Next(10, 200));
        var house = people.Home();
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
            people.Child(family, addresses, 0),
            people.Child(family, addresses, 1),
            people.Adult(family, addresses, "female"),
        };
        return
        [
            .. persons.Select(person => people.Agencies.Introduce(person with { AddressProtected = true })),
            people.Agencies.Introduce(people.Adult(family, [house], "male")),
        ];
    }
}
