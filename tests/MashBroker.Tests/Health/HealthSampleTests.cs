using MashBroker.Testing.Families;
using MashBroker.Testing.Health;
using MashBroker.Testing.RecordsOverHttp;
using MashBroker.Tests.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Health;

public sealed class HealthSampleTests
{
    private const string Folder = "agency-adapters/Health/samples";
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    [Test]
    public void The_checked_in_resources_are_what_the_families_imply() =>
        SampleFolder.AssertWritten(Folder, folder => HealthSamples.Write(Families, folder));

    [Test]
    public async Task Finds_everybody_of_the_samples_and_nobody_else()
    {
        await using var store = await HealthStore.OfAsync(Families);
        var tally = await MatchTrial.RunAsync(store.Records, Families, AgencyCode.Health);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Missed, Is.Empty);
        await CheckedMatches.AssertAsync(store.Records, Families, $"{Folder}/expected-matches.json");
        Assert.That(
            await MatchTrial.DeniedWithoutNumbersAsync(store.Records, Families, AgencyCode.Health),
            Is.EquivalentTo(DeniedWithoutNumbers.At(AgencyCode.Health))
        );
    }

    [TestCase(31)]
    [TestCase(32)]
    public async Task Never_takes_one_person_of_fresh_families_for_another(int seed)
    {
        var families = new FamilyGenerator(seed).Make(210);
        await using var store = await HealthStore.OfAsync(families);
        var tally = await MatchTrial.RunAsync(store.Records, families, AgencyCode.Health);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Found, Is.GreaterThan(0.85));
    }
}
