using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Tests.Rules.SomeSharing;

namespace MashBroker.Tests.Rules;

/// <summary>Whom a named person decided to share with, and not to share with.</summary>
internal sealed class SharingDecisionTests
{
    [Test]
    public void The_latest_decision_about_an_agency_holds_for_it()
    {
        var record = Record(Not(), Share("police"), Share("health"), Not("health"));

        Assert.That(
            new[] { "police", "health", "education" }.Select(record.Allows),
            Is.EqualTo(new[] { true, false, false })
        );
    }

    [Test]
    public void A_decision_to_share_with_some_by_name_leaves_out_the_rest_and_the_plan_says_how_to_ask_them()
    {
        var plan = Make(Sample, Record(Share("police")));

        Assert.Multiple(() =>
        {
            Assert.That(
                plan.Agencies.Where(agency => agency.Ask is not null).Select(agency => agency.Code),
                Is.EqualTo(new[] { "police" })
            );
            Assert.That(Of(plan, "health").Reason, Is.EqualTo(NotAskedReason.NotAmongThoseToShareWith));
            Assert.That(plan.Remarks.Single(), Does.Contain("Health").And.Contain("sharing-decision"));
            Assert.That(Record(Share("police"), Share("health")).Allows("police"), Is.True);
            Assert.That(Record(Share("police"), Share()).Allows("health"), Is.True);
            Assert.That(Record(Share(), Share("police")).Allows("health"), Is.False, "the later one names some");
            Assert.That(Record(Share("police") with { ByRating = true }).Allows("health"), Is.True);
        });
    }

    [Test]
    public void Whom_it_was_decided_not_to_share_with_is_not_asked_and_whoever_publishes_is_told()
    {
        var plan = Make(Sample, Record(Not("police")));

        Assert.That(Of(plan, "police").Reason, Is.EqualTo(NotAskedReason.DecidedNotToShare));
        Assert.That(Of(plan, "health").Ask, Is.Not.Null);
        Assert.That(plan.Remarks, Is.EqualTo(new[] { "It was decided not to share with Police." }));
    }

    [Test]
    public void Only_a_decision_about_everybody_shares_nothing()
    {
        Assert.That(Record(Not()).NothingShared(Sample), Is.Not.Null);
        Assert.That(Record(Not(), Share("police")).NothingShared(Sample), Is.Null);
        Assert.That(Record(Not("police")).NothingShared(Sample), Is.Null);
        Assert.That(Record().NothingShared(Sample), Is.Null);
    }

    [Test]
    public void A_decision_that_names_nobody_of_this_hub_is_refused_for_it_would_stop_nobody() =>
        Assert.That(
            SharingCheck
                .Faults(Sample, Not("polise") with { Purpose = "research", NeedToKnow = "curiosity" })
                .Select(fault => fault.Path),
            Is.EqualTo(new[] { "with[0]", "purpose", "needToKnow" })
        );
}
