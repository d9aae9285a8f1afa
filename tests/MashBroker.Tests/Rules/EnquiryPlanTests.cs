using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SomePlan;

namespace MashBroker.Tests.Rules;

/// <summary>When everything is due, on what basis, and what whoever publishes it is told.</summary>
internal sealed class EnquiryPlanTests
{
    [Test]
    public void It_says_when_everything_is_due()
    {
        var plan = Make(About(ConcernKind.Neglect), Rating.Amber);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.ReturnDue.At, Is.EqualTo(Utc("2026-11-03 16:20")));
            Assert.That(plan.DecisionDue.At, Is.EqualTo(Utc("2026-11-04 10:00")));
            Assert.That(plan.MinutesToDecide, Is.EqualTo(1060));
            Assert.That(plan.PreWarnings.Select(warning => warning.Percent), Is.EqualTo(new[] { 50, 75, 90 }));
            Assert.That(plan.Criteria, Is.EqualTo(new[] { "harm-or-neglect" }));
            Assert.That(plan.Purpose, Is.EqualTo("safeguarding-enquiry"));
            Assert.That(plan.Remarks, Is.Empty);
        }
    }

    // Sefton's Green return and its decision both take 24 hours.
    [TestCase("2026-11-03 10:00", 0, "no time is left for deciding")]
    [TestCase("2026-11-03 10:20", -20, "20 minutes after the decision")]
    public void A_green_leaves_nothing_for_deciding_and_the_publisher_is_told(
        string published,
        int minutes,
        string said
    )
    {
        var plan = EnquiryPlan.Make(
            Sample,
            About(ConcernKind.Neglect),
            Rating.Green,
            Utc("2026-11-03 10:00"),
            Utc(published),
            Everybody
        );
        Assert.That(plan.MinutesToDecide, Is.EqualTo(minutes));
        Assert.That(plan.Remarks.Single(), Does.Contain(said));
    }

    [Test]
    public void A_red_on_friday_afternoon_says_that_the_out_of_hours_team_is_told()
    {
        var plan = EnquiryPlan.Make(
            Sample,
            About(ConcernKind.Neglect),
            Rating.Red,
            Utc("2026-11-06 15:00"),
            Utc("2026-11-06 15:30"),
            Everybody
        );
        Assert.That(plan.Remarks.Single(), Does.Contain("Emergency Duty Team is told"));
    }

    [TestCase(true, "children-act-1989-s47")]
    [TestCase(false, "children-act-1989-s17")]
    public void The_legal_basis_follows_from_what_is_stated(bool significantHarm, string basis)
    {
        var contact = About(ConcernKind.Neglect);
        contact = contact with { Concern = contact.Concern with { SignificantHarm = significantHarm } };
        Assert.That(Make(contact).LegalBasis.Code, Is.EqualTo(basis));
    }

    [Test]
    public void A_rating_below_what_the_hub_allows_is_remarked_on()
    {
        var contact = About(ConcernKind.Neglect);
        contact = contact with { Concern = contact.Concern with { SignificantHarm = true } };
        Assert.That(Make(contact, Rating.Green).Remarks[0], Does.Contain("Amber at least"));
        Assert.That(Make(contact, Rating.Amber).Remarks, Is.Empty);
    }

    [Test]
    public void Publishing_what_meets_no_criterion_is_remarked_on() =>
        Assert.That(Make(About(ConcernKind.Housing)).Remarks[0], Does.Contain("No criterion"));

    [Test]
    public void Publishing_to_nobody_is_remarked_on() =>
        Assert.That(
            EnquiryPlan
                .Make(
                    Sample,
                    About(ConcernKind.Neglect),
                    Rating.Amber,
                    Utc("2026-11-03 10:00"),
                    Utc("2026-11-03 10:20"),
                    []
                )
                .Remarks.Single(),
            Does.StartWith("Nobody would be asked")
        );

    [Test]
    public void Bank_holidays_that_are_not_known_yet_are_remarked_on_where_they_would_count()
    {
        var hub = Sample with
        {
            Returns = Sample.Returns with { Green = new TimeLimit(TimeSpan.FromHours(8), ClockRuns.HubHours) },
        };
        var plan = EnquiryPlan.Make(
            hub,
            About(ConcernKind.Neglect),
            Rating.Green,
            Utc("2031-11-03 10:00"),
            Utc("2031-11-03 10:20"),
            Everybody
        );
        Assert.That(plan.Remarks, Has.Some.Contains("up to 2030 only"));
    }
}
