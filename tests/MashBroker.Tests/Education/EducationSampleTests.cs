using MashBroker.Testing.Education;
using MashBroker.Testing.Families;
using MashBroker.Testing.RecordsOverHttp;
using MashBroker.Tests.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Education;

public sealed class EducationSampleTests
{
    private const string Folder = "agency-adapters/Education/samples";
    private static readonly SampleFamilies Families = EducationSamples.WithContacts(SampleFamilies.Load());

    [Test]
    public void The_checked_in_export_is_what_the_families_imply() =>
        SampleFolder.AssertWritten(Folder, folder => EducationSamples.Write(Families, folder));

    [Test]
    public async Task Finds_everybody_of_the_samples_and_nobody_else()
    {
        using var store = EducationStore.Of(Families);
        var tally = await MatchTrial.RunAsync(store.Records, Families, AgencyCode.Education);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Missed, Is.Empty);
        await CheckedMatches.AssertAsync(store.Records, Families, $"{Folder}/expected-matches.json");
        Assert.That(
            await MatchTrial.DeniedWithoutNumbersAsync(store.Records, Families, AgencyCode.Education),
            Is.EquivalentTo(DeniedWithoutNumbers.At(AgencyCode.Education))
        );
    }

    [TestCase(51)]
    [TestCase(52)]
    public async Task Never_takes_one_person_of_fresh_families_for_another(int seed)
    {
        var families = EducationSamples.WithContacts(new FamilyGenerator(seed).Make(210));
        using var store = EducationStore.Of(families);
        var tally = await MatchTrial.RunAsync(store.Records, families, AgencyCode.Education);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Found, Is.GreaterThan(0.85));
    }
}
