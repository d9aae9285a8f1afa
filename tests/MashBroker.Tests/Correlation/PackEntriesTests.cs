using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

internal sealed class PackEntriesTests
{
    [Test]
    public void Events_of_all_agencies_stand_in_one_order_and_undated_ones_last()
    {
        var police = Held("police", SomeReturn.Record("P2", new DateOnly(2026, 3, 2)), SomeReturn.Record("P0"));
        var health = Held(
            "health",
            SomeReturn.Record("H3", new DateOnly(2026, 3, 2)) with
            {
                At = new TimeOnly(9, 0),
            },
            SomeReturn.Record("H1", new DateOnly(2025, 12, 31))
        );

        var entries = PackEntries.Of([police, health]);

        Assert.That(entries.Select(entry => entry.Source.RecordId), Is.EqualTo(new[] { "H1", "P2", "H3", "P0" }));
    }

    [Test]
    public void A_record_about_two_people_is_one_entry_that_names_both()
    {
        var record = SomeReturn.Record("P1", new DateOnly(2026, 3, 2));
        var police = SomePack.Agency(
            "police",
            Standing.Held,
            SomeReturn.Of(
                SomeReturn.Held("S1", record with { Role = "child present" }),
                SomeReturn.Held("S2", record with { Role = "victim" })
            )
        );

        var entry = PackEntries.Of([police]).Single();

        Assert.That(
            entry.People,
            Is.EqualTo(new[] { new EntryPerson("S1", "child present"), new EntryPerson("S2", "victim") })
        );
    }

    [Test]
    public void Records_of_a_superseded_return_are_not_in_the_chronology()
    {
        var police = Held("police", SomeReturn.Record("P1", new DateOnly(2026, 3, 2)));

        Assert.That(
            PackEntries.Of([police with { Returns = [police.Returns[0] with { Superseded = true }] }]),
            Is.Empty
        );
    }

    private static PackAgency Held(string agency, params IReadOnlyList<AgencyRecord> records) =>
        SomePack.Agency(agency, Standing.Held, SomeReturn.Of(SomeReturn.Held("S1", records)));
}
