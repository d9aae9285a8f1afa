using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Families;

/// <summary>Search keys and matcher alone, without any agency's storage.</summary>
public sealed class MatchingOfFamiliesTests
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    [TestCaseSource(typeof(AgencyCode), nameof(AgencyCode.All))]
    public async Task Tells_everybody_of_the_samples_from_everybody_else(string agency)
    {
        var tally = await MatchTrial.RunAsync(new ListedRecords(Families, agency), Families, agency);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Missed, Is.Empty);
    }

    [TestCaseSource(typeof(AgencyCode), nameof(AgencyCode.All))]
    public async Task Never_says_nothing_known_of_somebody_on_record_who_is_asked_about_without_numbers(string agency)
    {
        var denied = await MatchTrial.DeniedWithoutNumbersAsync(new ListedRecords(Families, agency), Families, agency);
        Assert.That(denied, Is.EquivalentTo(DeniedWithoutNumbers.At(agency)));
    }

    [TestCaseSource(typeof(AgencyCode), nameof(AgencyCode.All))]
    public async Task Never_takes_one_person_of_fresh_families_for_another(string agency)
    {
        var families = new FamilyGenerator(20_261_102).Make(220);
        var tally = await MatchTrial.RunAsync(new ListedRecords(families, agency), families, agency);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Found, Is.GreaterThan(0.7));
    }
}
