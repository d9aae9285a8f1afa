using MashBroker.Adapters;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using MashBroker.Testing.AdultServices;
using MashBroker.Testing.Families;
using MashBroker.Tests.Families;
using NUnit.Framework;

namespace MashBroker.Tests.AdultServices;

public sealed class AdultServicesRecordsTests : AgencyRecordsContract
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    protected override string Agency => AgencyCode.AdultServices;

    protected override string ExpectedMatchesFile => "agency-adapters/AdultServices/samples/expected-matches.json";

    protected override double Floor => 0.9;

    protected override (IAgencyRecords Records, object Store) Open(SampleFamilies families)
    {
        var store = AdultServicesStore.Of(families);
        return (store.Records, store);
    }

    [Test]
    public async Task Tells_open_events_only()
    {
        var script = AdultServicesSample.Script(Families);
        Assert.That(script, Does.Contain("Assessment that ended without services."));
        var told = await ReadAsync("H24-P3");
        Assert.That(told.Where(record => record.Kind == RecordKind.AdultOpenEvent).ToList(), Has.Count.EqualTo(1));
        Assert.That(told.Select(record => record.Summary), Has.None.Contains("ended"));
    }

    [Test]
    public async Task States_with_whom_a_person_lives()
    {
        var told = await ReadAsync("H24-P3");
        Assert.That(
            told[0].Facts.Where(fact => fact.Field == "lives-with").Select(fact => fact.Value),
            Is.EqualTo(new[] { "Jayden Tully", "Summer Reeve" })
        );
    }

    [Test]
    public async Task Does_not_state_with_whom_somebody_in_a_refuge_lives()
    {
        var told = await ReadAsync("H09-P3");
        Assert.That(told[0].Facts.Select(fact => fact.Field), Has.None.EqualTo("lives-with"));
        Assert.That(told[0].Facts, Does.Contain(new StatedFact("address", "protected")));
    }

    [Test]
    public async Task A_view_without_a_column_is_unavailable()
    {
        var script = AdultServicesSample.Script(Families);
        await using var store = new AdultServicesStore(
            script.Replace("nhs_number varchar(12),", "nhs varchar(12),", StringComparison.Ordinal)
        );
        var subject = Families.Person("H24-P3").AsSubject("S1");
        var fault = Assert.ThrowsAsync<RecordsUnavailableException>(() =>
            store.Records.FindAsync(subject, CancellationToken.None)
        );
        Assert.That(fault.ToString(), Does.Contain("SQLite error 1").And.Not.Contain("Tully"));
    }

    private static async Task<IReadOnlyList<AgencyRecord>> ReadAsync(string person)
    {
        await using var store = AdultServicesStore.Of(Families);
        var held = Families.Person(person).HeldBy(AgencyCode.AdultServices)[0];
        var read = await store.Records.ReadAsync(
            new Candidate { RecordId = held.RecordId, Names = held.Names },
            held.Person.AsSubject("S1"),
            CancellationToken.None
        );
        return read.Records;
    }
}
