using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Adapters;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>The contract holds of the kit itself, around records in memory.</summary>
[TestFixture]
internal sealed class FakeAgencyAdapterTests : AgencyAdapterContract<FakeAgencyRecords>
{
    protected override Subject SomebodyHeld => Household.Child();

    protected override IReadOnlyList<string> Kinds => [RecordKind.PoliceCrime, RecordKind.PoliceDomesticIncident];

    protected override string KindHeld => RecordKind.PoliceDomesticIncident;

    [Test]
    public Task Refuses_a_restricted_case_with_its_ground() => RefusesWithItsGroundAsync(Household.Mother());

    protected override Task<FakeAgencyRecords> MakeRecordsAsync() => Task.FromResult(Household.Records());

    protected override Task<FakeAgencyRecords> MakeRecordsThatAreDownAsync()
    {
        var records = Household.Records();
        records.Fault = new RecordsUnavailableException("Fake records refuse the connection.");
        return Task.FromResult(records);
    }
}
