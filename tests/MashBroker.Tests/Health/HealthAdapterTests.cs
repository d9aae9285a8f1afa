using MashBroker.Adapters.Health;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Adapters;
using MashBroker.Testing.Families;
using MashBroker.Testing.Health;
using NUnit.Framework;

namespace MashBroker.Tests.Health;

[TestFixture]
internal sealed class HealthAdapterTests : AgencyAdapterContract<HealthRecords>
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();
    private HealthStore _store = null!;

    protected override Subject SomebodyHeld => Families.Person("H01-P1").AsSubject("S1");

    protected override IReadOnlyList<string> Kinds =>
        [RecordKind.HealthRegistration, RecordKind.HealthEncounter, RecordKind.HealthFlag];

    protected override string KindHeld => RecordKind.HealthEncounter;

    [SetUp]
    public async Task OpenStoreAsync() => _store = await HealthStore.OfAsync(Families);

    [TearDown]
    public async Task CloseStoreAsync() => await _store.DisposeAsync();

    protected override Task<HealthRecords> MakeRecordsAsync() => Task.FromResult(_store.Records);

    protected override async Task<HealthRecords> MakeRecordsThatAreDownAsync()
    {
        await _store.Server.StopAsync();
        return _store.Records;
    }

    [Test]
    public async Task Never_returns_the_address_the_practice_or_the_relatives_of_a_sensitive_patient()
    {
        await StartAsync();
        var answer = await AskAsync(Families.Person("H09-P1").AsSubject("S1"), Kinds);
        var said = string.Join('\n', answer.Records.SelectMany(r => r.Facts.Select(f => f.Value).Append(r.Summary)));

        Assert.Multiple(() =>
        {
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Held));
            Assert.That(said, Does.Not.Contain("Harbour Lodge").And.Not.Contain("ZX9 9ZZ").And.Not.Contain("Surgery"));
            Assert.That(answer.Records.SelectMany(r => r.Facts).Select(f => f.Field), Is.All.EqualTo("date-of-birth"));
            Assert.That(answer.Records.Select(record => record.Handling), Has.All.Contain("address protected"));
        });
    }

    [Test]
    public async Task States_birth_home_and_household_so_that_agencies_can_be_compared()
    {
        await StartAsync();
        var answer = await AskAsync(SomebodyHeld, Kinds);
        var facts = answer.Records.SelectMany(record => record.Facts).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(facts, Does.Contain(new StatedFact("date-of-birth", "2014-03-05")));
            Assert.That(facts, Does.Contain(new StatedFact("address", "14 Larch Road, Marlsea, ZX1 4BD")));
            Assert.That(facts, Does.Contain(new StatedFact("lives-with", "Dana Hollis")));
            Assert.That(facts.Select(fact => fact.Field), Does.Contain("last-seen"));
        });
    }

    [Test]
    public async Task Knows_an_unborn_child_by_family_home_and_expected_date()
    {
        await StartAsync();
        var answer = await AskAsync(Families.Person("H10-P1").AsSubject("S1"), Kinds);
        Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Held));
    }
}
