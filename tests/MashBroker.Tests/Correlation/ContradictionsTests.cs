using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

internal sealed class ContradictionsTests
{
    [Test]
    public void Two_agencies_with_different_dates_of_birth_are_set_beside_each_other_with_the_contact()
    {
        var found = Among(
            Stating("police", new StatedFact("date-of-birth", "2016-02-29")),
            Stating("health", new StatedFact("date-of-birth", "2016-02-28"))
        );

        Assert.Multiple(() =>
        {
            Assert.That(found.Single().Field, Is.EqualTo("date-of-birth"));
            Assert.That(
                found.Single().Claims.Select(claim => (claim.ByName, claim.Value)),
                Is.EqualTo(new[] { ("Police", "2016-02-29"), ("Health", "2016-02-28"), ("The contact", "2016-02-29") })
            );
        });
    }

    [Test]
    public void An_address_written_in_another_way_is_the_same_address() =>
        Assert.That(Among(Stating("police", new StatedFact("address", "3, SAMPLE ROW, Sampleton, zz993vz"))), Is.Empty);

    [Test]
    public void Another_house_of_the_same_postcode_is_another_address() =>
        Assert.That(
            Among(Stating("police", new StatedFact("address", "5 Sample Row, ZZ99 3VZ"))),
            Has.Count.EqualTo(1)
        );

    [Test]
    public void An_agency_that_holds_an_old_address_beside_the_shared_one_contradicts_nobody() =>
        Assert.That(
            Among(
                Stating(
                    "police",
                    new StatedFact("address", "9 Old Lane, ZZ99 1AA"),
                    new StatedFact("address", "3 Sample Row, ZZ99 3VZ")
                )
            ),
            Is.Empty
        );

    [Test]
    public void What_one_agency_alone_states_contradicts_nobody() =>
        Assert.That(Among(Stating("police", new StatedFact("gp-practice", "Sample Surgery"))), Is.Empty);

    [Test]
    public void Agencies_that_saw_a_child_on_different_days_contradict_nobody() =>
        Assert.That(
            Among(
                Stating("education", new StatedFact("last-seen", "2026-11-02")),
                Stating("health", new StatedFact("last-seen", "2026-10-30"))
            ),
            Is.Empty
        );

    [TestCase("O’Quill, Zoe")]
    [TestCase("Z O'Quill")]
    [TestCase("Miss Zoë Ann OQuill")]
    [TestCase("Zoe O'Quil")]
    [TestCase("Зоя Оквил")]
    public void Somebody_listed_who_is_written_otherwise_is_not_said_to_be_unlisted(string name) =>
        Assert.That(Among(Stating("education", new StatedFact("lives-with", name))), Is.Empty);

    [Test]
    public void Relatives_that_only_one_agency_knows_contradict_nobody() =>
        Assert.That(
            Contradictions.Among(
                [
                    Stating("education", new StatedFact("lives-with", "Zoë O'Quill")),
                    Stating("health", new StatedFact("lives-with", "Cormac Vale")),
                ],
                [SomePack.Child, Named("S2", "Cormac", "Vale")]
            ),
            Is.Empty
        );

    [Test]
    public void Somebody_nobody_listed_is_told()
    {
        var found = Among(Stating("health", new StatedFact("lives-with", "Dorrit Vane"))).Single();
        Assert.That(found.Note, Is.EqualTo("names somebody nobody listed"));
        Assert.That(found.Claims.Single().Value, Is.EqualTo("Dorrit Vane"));
    }

    [Test]
    public void That_an_address_is_protected_contradicts_nobody() =>
        Assert.That(
            Among(
                Stating("domestic-abuse", new StatedFact("address", "protected")),
                Stating("police", new StatedFact("address", "3 Sample Row, ZZ99 3VZ"))
            ),
            Is.Empty
        );

    [TestCase(true)]
    [TestCase(false)]
    public void Where_an_address_is_protected_no_address_stands_in_the_comparison(bool agencySaysSo)
    {
        var child = SomePack.Child with
        {
            Addresses = [SomePack.Child.Addresses[0] with { Protected = !agencySaysSo }],
        };
        PackAgency[] agencies =
        [
            Stating("police", new StatedFact("address", "9 Old Lane, ZZ99 1AA")),
            Stating("domestic-abuse", new StatedFact("address", agencySaysSo ? "Protected" : "3 Sample Row, ZZ99 3VZ")),
        ];
        var found = Contradictions.Among(agencies, [child]).Single();
        Assert.That(found.Claims.Select(claim => claim.Value.ToLowerInvariant()), Has.All.EqualTo("protected"));
    }

    [Test]
    public void The_contacts_protected_address_stands_alone_without_its_place() =>
        Assert.That(
            Contradictions.Among(
                [Stating("police", new StatedFact("address", "9 Old Lane, ZZ99 1AA"))],
                [SomePack.Child with { Addresses = [new Address { Protected = true }] }]
            ),
            Is.Empty
        );

    private static Subject Named(string code, string given, string family) =>
        SomePack.Child with
        {
            Code = code,
            Names = [new PersonName { Given = given, Family = family }],
        };

    private static IReadOnlyList<Contradiction> Among(params IReadOnlyList<PackAgency> agencies) =>
        Contradictions.Among(agencies, [SomePack.Child]);

    private static PackAgency Stating(string agency, params IReadOnlyList<StatedFact> facts) =>
        SomePack.Agency(
            agency,
            Standing.Held,
            SomeReturn.Of(SomeReturn.Held("S1", SomeReturn.Record($"{agency}-1") with { Facts = facts }))
        );
}
