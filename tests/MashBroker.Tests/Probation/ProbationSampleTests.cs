using MashBroker.Testing.Families;
using MashBroker.Testing.Probation;
using MashBroker.Testing.RecordsOverHttp;
using MashBroker.Tests.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Probation;

public sealed class ProbationSampleTests
{
    private const string Folder = "agency-adapters/Probation/samples";
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    [Test]
    public void The_checked_in_cases_are_what_the_families_imply() =>
        SampleFolder.AssertWritten(Folder, folder => ProbationSamples.Write(Families, folder));

    [Test]
    public async Task Finds_everybody_of_the_samples_and_nobody_else()
    {
        await using var store = await ProbationStore.OfAsync(Families);
        var tally = await MatchTrial.RunAsync(store.Records, Families, AgencyCode.Probation);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Missed, Is.Empty);
        await CheckedMatches.AssertAsync(store.Records, Families, $"{Folder}/expected-matches.json");
        Assert.That(
            await MatchTrial.DeniedWithoutNumbersAsync(store.Records, Families, AgencyCode.Probation),
            Is.EquivalentTo(DeniedWithoutNumbers.At(AgencyCode.Probation))
        );
    }

    [TestCase(41)]
    [TestCase(42)]
    public async Task Never_takes_one_person_of_fresh_families_for_another(int seed)
    {
        var families = new FamilyGenerator(seed).Make(210);
        await using var store = await ProbationStore.OfAsync(families);
        var tally = await MatchTrial.RunAsync(store.Records, families, AgencyCode.Probation);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Found, Is.GreaterThan(0.85));
    }
}
