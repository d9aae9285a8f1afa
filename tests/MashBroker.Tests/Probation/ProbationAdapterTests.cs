using MashBroker.Adapters.Probation;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Adapters;
using MashBroker.Testing.Families;
using MashBroker.Testing.Probation;
using NUnit.Framework;

namespace MashBroker.Tests.Probation;

[TestFixture]
internal sealed class ProbationAdapterTests : AgencyAdapterContract<ProbationRecords>
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();
    private ProbationStore _store = null!;

    protected override Subject SomebodyHeld => Families.Person("H01-P5").AsSubject("S1");

    protected override IReadOnlyList<string> Kinds =>
        [
            RecordKind.ProbationOrder,
            RecordKind.ProbationRiskOfSeriousHarm,
            RecordKind.ProbationRegistration,
            RecordKind.ProbationMappa,
        ];

    protected override string KindHeld => RecordKind.ProbationOrder;

    [Test]
    public Task Refuses_a_restricted_case_with_its_ground() =>
        RefusesWithItsGroundAsync(Families.Person("H20-P2").AsSubject("S1"));

    [SetUp]
    public async Task OpenStoreAsync() => _store = await ProbationStore.OfAsync(Families);

    [TearDown]
    public async Task CloseStoreAsync() => await _store.DisposeAsync();

    protected override Task<ProbationRecords> MakeRecordsAsync() => Task.FromResult(_store.Records);

    protected override async Task<ProbationRecords> MakeRecordsThatAreDownAsync()
    {
        await _store.Server.StopAsync();
        return _store.Records;
    }

    [Test]
    public async Task Gives_order_risk_and_registration_with_the_responsible_officer()
    {
        await StartAsync();
        var answer = await AskAsync(SomebodyHeld, Kinds);

        Assert.Multiple(() =>
        {
            Assert.That(
                answer.Records.Select(record => record.Kind),
                Is.EquivalentTo([
                    RecordKind.ProbationOrder,
                    RecordKind.ProbationRiskOfSeriousHarm,
                    RecordKind.ProbationRegistration,
                ])
            );
            Assert.That(
                answer.Records.Single(record => record.Kind == RecordKind.ProbationOrder).Summary,
                Does.Contain("Responsible officer:")
            );
            Assert.That(
                answer.Records.SelectMany(record => record.Facts),
                Does.Contain(new StatedFact("date-of-birth", "1988-10-08"))
            );
            Assert.That(
                answer.Records.SelectMany(record => record.Facts),
                Does.Contain(new StatedFact("address", "14 Larch Road, Marlsea, ZX1 4BD"))
            );
        });
    }

    [Test]
    public async Task Names_multi_agency_management_where_there_is_any()
    {
        await StartAsync();
        var answer = await AskAsync(Families.Person("H09-P4").AsSubject("S1"), Kinds);
        Assert.That(answer.Records.Select(record => record.Kind), Does.Contain(RecordKind.ProbationMappa));
    }
}
