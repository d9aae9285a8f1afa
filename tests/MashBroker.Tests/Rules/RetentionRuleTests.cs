using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

internal sealed class RetentionRuleTests
{
    private const string London = "Europe/London";

    // A month before 31 March is the last day of February; the day begins when it does in London.
    [TestCase("2026-11-17T10:00:00Z", 24, "2024-11-17T00:00:00Z")]
    [TestCase("2026-03-31T12:00:00Z", 1, "2026-02-28T00:00:00Z")]
    [TestCase("2028-03-31T12:00:00Z", 1, "2028-02-29T00:00:00Z")]
    [TestCase("2026-07-01T23:30:00Z", 12, "2025-07-01T23:00:00Z")]
    [TestCase("2026-07-01T22:30:00Z", 12, "2025-06-30T23:00:00Z")]
    public void Calendar_months_are_counted_in_whole_days_of_the_hub(string now, int months, string closedBefore)
    {
        var rule = new RetentionRule(RetentionRule.Enquiry, months);

        Assert.That(
            rule.ClosedBefore(DateTimeOffset.Parse(now, null), London),
            Is.EqualTo(DateTimeOffset.Parse(closedBefore, null))
        );
    }

    [Test]
    public void A_profile_that_would_forget_what_its_criteria_look_back_to_is_refused()
    {
        var profile = File.ReadAllText(
            Path.Combine(MashBroker.Testing.Families.Repository.Root, "ops", "hubs", "sample.json")
        );
        var shorter = profile.Insert(
            profile.IndexOf('{') + 1,
            """ "retention": [{ "outcome": "enquiry", "months": 12 }, { "outcome": "enquiry", "months": 13 }], """
        );

        var faults = HubProfile.Read(shorter).Faults;

        Assert.That(
            faults.Select(fault => fault.Path),
            Is.EqualTo(["retention[1].outcome", "retention", "retention[0].months"])
        );
        Assert.That(
            string.Join(" ", faults.Select(fault => fault.Fault)),
            Does.Contain("as of another before it").And.Contain("no rule for 'no-enquiry'").And.Contain("looks back 12")
        );
    }
}
