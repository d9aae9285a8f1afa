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
    public void Who_saw_a_child_last_is_pointed_out_where_agencies_saw_them_on_different_days()
    {
        var found = Among(
                Stating(
                    "education",
                    new StatedFact("last-seen", "2026-11-02"),
                    new StatedFact("last-seen", "2026-09-02")
                ),
                Stating("health", new StatedFact("last-seen", "30/10/2026"))
            )
            .Single();

        Assert.Multiple(() =>
        {
            Assert.That(found.Field, Is.EqualTo("last-seen"));
            Assert.That(found.Claims.Select(claim => claim.Value), Is.EqualTo(new[] { "2026-11-02", "30/10/2026" }));
            Assert.That(found.Note, Is.EqualTo("on different days, most lately 2 Nov 2026 by Education"));
        });
    }

    [Test]
    public void Agencies_that_saw_a_child_on_the_same_day_contradict_nobody() =>
        Assert.That(
            Among(
                Stating("education", new StatedFact("last-seen", "2026-11-02")),
                Stating("health", new StatedFact("last-seen", "02/11/2026"))
            ),
            Is.Empty
        );

    [Test]
    public void A_child_said_to_live_with_somebody_whom_nobody_puts_there_is_pointed_out()
    {
        var found = Contradictions
            .Among([Stating("health", new StatedFact("lives-with", "Cormac Vale"))], [SomePack.Child, Elsewhere()])
            .Single();

        Assert.Multiple(() =>
        {
            Assert.That((found.Subject, found.Field), Is.EqualTo(("S1", "lives-with")));
            Assert.That(found.Note, Is.EqualTo("nobody puts S2 where S1 lives"));
            Assert.That(
                found.Claims.Select(claim => $"{claim.ByName}: {claim.Value}"),
                Is.EqualTo(new[] { "Health: Cormac Vale", "The contact: S2 lives at 9 Old Lane, ZZ99 1AA" })
            );
        });
    }

    [Test]
    public void One_agency_that_puts_them_at_one_address_is_enough_to_believe_that_they_live_together() =>
        Assert.That(
            Contradictions
                .Among(
                    [
                        Stating(
                            "health",
                            new StatedFact("lives-with", "Cormac Vale"),
                            new StatedFact("address", "3 Sample Row, ZZ99 3VZ"),
                            new StatedFact("address", "9 Old Lane, ZZ99 1AA")
                        ),
                    ],
                    [SomePack.Child, Elsewhere()]
                )
                .Select(found => found.Field),
            Has.None.EqualTo("lives-with")
        );

    [TestCase(0)]
    [TestCase(1)]
    public void Who_lives_elsewhere_is_pointed_out_without_the_address_where_one_of_them_is_protected(int whose)
    {
        Subject[] people = [SomePack.Child, Elsewhere()];
        people[whose] = people[whose] with { Addresses = [people[whose].Addresses[0] with { Protected = true }] };
        var found = Contradictions.Among([Stating("health", new StatedFact("lives-with", "Cormac Vale"))], people);

        Assert.That(
            found.Single().Claims.Select(claim => claim.Value),
            Is.EqualTo(new[] { "Cormac Vale", "S2 lives at an address that is protected" })
        );
    }

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

    private static Subject Elsewhere() =>
        Named("S2", "Cormac", "Vale") with
        {
            Addresses = [new Address { Lines = ["9 Old Lane"], Postcode = "ZZ99 1AA" }],
        };

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
