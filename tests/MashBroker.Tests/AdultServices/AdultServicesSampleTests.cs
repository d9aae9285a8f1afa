using System.Text;
using MashBroker.Testing.AdultServices;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.AdultServices;

public sealed class AdultServicesSampleTests
{
    private static readonly SampleFamilies Families = SampleFamilies.Load();

    [Test]
    public void The_checked_in_script_is_what_the_families_imply()
    {
        var written = AdultServicesSample.Script(Families);
        var found = WrittenSample.Checked(
            "agency-adapters/AdultServices/samples/adult-services.sql",
            Encoding.UTF8.GetBytes(written)
        );
        Assert.That(Encoding.UTF8.GetString(found), Is.EqualTo(written));
    }

    [Test]
    public async Task Finds_everybody_of_the_samples_and_nobody_else()
    {
        await using var store = AdultServicesStore.Of(Families);
        var tally = await MatchTrial.RunAsync(store.Records, Families, AgencyCode.AdultServices);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Missed, Is.Empty);
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Never_takes_one_person_of_fresh_families_for_another(int seed)
    {
        var families = new FamilyGenerator(seed).Make(220);
        await using var store = AdultServicesStore.Of(families);
        var tally = await MatchTrial.RunAsync(store.Records, families, AgencyCode.AdultServices);
        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Wrong, Is.Empty);
        Assert.That(tally.Found, Is.GreaterThan(0.8));
    }
}
