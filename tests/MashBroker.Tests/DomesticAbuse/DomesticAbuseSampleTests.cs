using MashBroker.Testing.DomesticAbuse;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.DomesticAbuse;

public sealed class DomesticAbuseSampleTests
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    [Test]
    public void The_checked_in_workbook_is_what_the_families_imply()
    {
        var written = DomesticAbuseSample.Of(Families).Write();
        var found = WrittenSample.Checked("agency-adapters/DomesticAbuse/samples/domestic-abuse.xlsx", written);
        Assert.That(Xlsx.Parts(found), Is.EqualTo(Xlsx.Parts(written)));
    }

    [Test]
    public async Task Finds_everybody_of_the_samples_and_nobody_else()
    {
        using var store = DomesticAbuseStore.Of(Families);
        var tally = await MatchTrial.RunAsync(store.Records, Families, AgencyCode.DomesticAbuse);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Missed, Is.Empty);
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Never_takes_one_person_of_fresh_families_for_another(int seed)
    {
        var families = new FamilyGenerator(seed).Make(220);
        using var store = DomesticAbuseStore.Of(families);
        var tally = await MatchTrial.RunAsync(store.Records, families, AgencyCode.DomesticAbuse);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        // Without any number in the workbook a misspelt child may always be a twin: those are left to a person.
        Assert.That(tally.Found, Is.GreaterThan(0.75));
    }
}
