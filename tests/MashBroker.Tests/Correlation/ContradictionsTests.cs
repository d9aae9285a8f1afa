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

    private static IReadOnlyList<Contradiction> Among(params IReadOnlyList<PackAgency> agencies) =>
        Contradictions.Among(agencies, [SomePack.Child]);

    private static PackAgency Stating(string agency, params IReadOnlyList<StatedFact> facts) =>
        SomePack.Agency(
            agency,
            Standing.Held,
            SomeReturn.Of(SomeReturn.Held("S1", SomeReturn.Record($"{agency}-1") with { Facts = facts }))
        );
}
