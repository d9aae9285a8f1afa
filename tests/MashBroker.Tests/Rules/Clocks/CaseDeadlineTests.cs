using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules.Clocks;

/// <summary>What runs beside returns and decision. The hub is open Monday to Friday, nine to five.</summary>
internal sealed class CaseDeadlineTests
{
    private static readonly StrategyRule Rule = new()
    {
        Name = "Strategy discussion",
        WhenAny = [new Circumstances { SignificantHarm = true }],
        Aim = new TimeLimit(TimeSpan.FromHours(2)),
        Limit = new TimeLimit(TimeSpan.FromHours(4)),
        NextWorkingDay = StrategyWait.AtAnyTime,
        Lead = "Team Manager",
        OutOfHoursLead = "Out of Hours Team Manager",
        Quorum = [],
        Invited = [],
    };

    private static readonly HubProfile Sefton = HubProfiles.Load("sefton") with
    {
        Hours = HubProfiles.Load("sefton").Hours with { Week = HubDefaults.Week },
    };

    // "All strategy discussions are held within a 2-4-hour timeframe"; out of hours with a Team Manager of the Out of Hours
    // service; "for children that are not deemed to be at immediate risk ... the next working day".
    [TestCase(true, "2026-11-03 10:00", "2026-11-03 14:00", "Team Manager")]
    [TestCase(true, "2026-11-03 19:00", "2026-11-03 23:00", "Out of Hours Team Manager")]
    [TestCase(false, "2026-11-03 10:00", "2026-11-04 17:00", "Team Manager")]
    [TestCase(false, "2026-11-06 19:00", "2026-11-09 17:00", "Team Manager")]
    // In the small hours the next working day is the one that has not begun.
    [TestCase(false, "2026-11-09 03:00", "2026-11-09 17:00", "Team Manager")]
    public void A_discussion_is_held_within_hours_or_on_the_next_working_day(
        bool atRisk,
        string called,
        string due,
        string lead
    )
    {
        var found = With(Rule).StrategyDiscussionDue(atRisk, Utc(called), Utc("2026-12-01 10:00"))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Due.At, Is.EqualTo(Utc(due)));
            Assert.That(found.Waits, Is.EqualTo(!atRisk));
            Assert.That(found.Lead, Is.EqualTo(lead));
            Assert.That(found.Aim?.At, Is.EqualTo(atRisk ? Utc(called).AddHours(2) : null));
        }
    }

    [TestCase(StrategyWait.None, "2026-11-03 19:00", false)]
    [TestCase(StrategyWait.OutOfHours, "2026-11-03 19:00", true)]
    [TestCase(StrategyWait.OutOfHours, "2026-11-03 10:00", false)]
    [TestCase(StrategyWait.AtAnyTime, "2026-11-03 10:00", true)]
    public void Whether_a_child_not_at_risk_may_wait_is_for_the_profile_to_say(
        StrategyWait wait,
        string called,
        bool waits
    ) =>
        Assert.That(
            With(Rule with { NextWorkingDay = wait })
                .StrategyDiscussionDue(false, Utc(called), Utc("2026-12-01 10:00"))!
                .Waits,
            Is.EqualTo(waits)
        );

    [Test]
    public void Without_a_limit_it_is_held_before_the_decision_and_the_same_person_leads_at_night()
    {
        var clock = With(Rule with { Aim = null, Limit = null, OutOfHoursLead = null });
        var found = clock.StrategyDiscussionDue(true, Utc("2026-11-03 19:00"), Utc("2026-11-04 09:30"))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Due.At, Is.EqualTo(Utc("2026-11-04 09:30")));
            Assert.That(found.Aim, Is.Null);
            Assert.That(found.Lead, Is.EqualTo("Team Manager"));
        }
    }

    [Test]
    public void Called_for_after_the_decision_was_due_it_is_held_at_once()
    {
        var clock = With(Rule with { Aim = null, Limit = null });
        Assert.That(
            clock.StrategyDiscussionDue(true, Utc("2026-11-06 18:00"), Utc("2026-11-04 10:00"))!.Due.At,
            Is.EqualTo(Utc("2026-11-06 18:00"))
        );
    }

    [Test]
    public void A_hub_without_rules_for_it_has_no_deadlines_of_it()
    {
        var clock = new HubClock(Sefton with { StrategyDiscussion = null, CaseHold = null });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.StrategyDiscussionDue(true, Utc("2026-11-03 10:00"), Utc("2026-11-04 10:00")), Is.Null);
            Assert.That(clock.StrategyLead(Utc("2026-11-03 10:00")), Is.Null);
            Assert.That(clock.StrategyLead(Utc("2026-11-03 20:00")), Is.Null);
            Assert.That(clock.CaseHoldDue(Utc("2026-11-03 10:00")), Is.Null);
        }
    }

    // "MASH social workers will only hold cases for a maximum of 48 hrs."
    [Test]
    public void A_case_is_held_for_so_long_and_no_longer() =>
        Assert.That(
            new HubClock(
                Sefton with
                {
                    CaseHold = new CaseHoldRule(new TimeLimit(TimeSpan.FromHours(48)), "the district"),
                }
            )
                .CaseHoldDue(Utc("2026-11-06 10:00"))!
                .At,
            Is.EqualTo(Utc("2026-11-08 10:00"))
        );

    [TestCase(ReferrerKind.Professional, "2026-11-09 17:00")]
    [TestCase(ReferrerKind.MemberOfPublic, "2026-11-13 17:00")]
    public void Each_kind_of_referrer_is_told_within_its_own_limit(ReferrerKind kind, string due)
    {
        var hub = Sefton with
        {
            Feedback =
            [
                Sefton.Feedback[0] with
                {
                    ReferrerKinds = [ReferrerKind.Professional, ReferrerKind.Family],
                    Limit = TimeLimit.OfWorkingDays(1),
                },
                Sefton.Feedback[0] with
                {
                    ReferrerKinds = [ReferrerKind.MemberOfPublic],
                    Limit = TimeLimit.OfWorkingDays(5),
                },
            ],
        };
        Assert.That(new HubClock(hub).FeedbackDue(kind, Utc("2026-11-06 16:00")).At, Is.EqualTo(Utc(due)));
    }

    [Test]
    public void The_family_is_told_within_its_limit() =>
        Assert.That(
            new HubClock(
                Sefton with
                {
                    Family = Sefton.Family with { Limit = new TimeLimit(TimeSpan.FromHours(3), ClockRuns.HubHours) },
                }
            )
                .FamilyDue(Utc("2026-11-06 16:00"))
                .At,
            Is.EqualTo(Utc("2026-11-09 11:00"))
        );

    // What begins as the hub opens begins in a working day that has begun.
    [TestCase("2026-11-03 08:59:59", "2026-11-03 17:00")]
    [TestCase("2026-11-03 09:00", "2026-11-04 17:00")]
    public void A_working_day_counts_when_it_begins_after_the_start(string from, string due) =>
        Assert.That(new HubClock(Sefton).Due(TimeLimit.OfWorkingDays(1), Utc(from)).At, Is.EqualTo(Utc(due)));

    // Ten working days over a fortnight; a stage of a complaint is a limit like any other.
    [TestCase(5, "2026-11-03 10:00", "2026-11-10 17:00")]
    [TestCase(10, "2026-12-17 10:00", "2027-01-05 17:00")]
    public void A_stage_of_a_complaint_or_disagreement_counts_working_days(int days, string taken, string due) =>
        Assert.That(new HubClock(Sefton).Due(TimeLimit.OfWorkingDays(days), Utc(taken)).At, Is.EqualTo(Utc(due)));

    // Two working days from Tuesday noon: five hours left of Tuesday, then two whole days; a share of those 21 hours.
    [Test]
    public void Warnings_of_working_days_are_shares_of_the_time_that_the_hub_is_open_in_them() =>
        Assert.That(
            new HubClock(Sefton).PreWarnings(TimeLimit.OfWorkingDays(2), Utc("2026-11-03 12:00"))[0],
            Is.EqualTo(new PreWarning(50, Utc("2026-11-04 14:30")))
        );

    [TestCase("2026-11-03 10:00", "2026-11-03 10:00")]
    [TestCase("2026-11-03 07:00", "2026-11-03 09:00")]
    [TestCase("2026-11-06 17:00", "2026-11-09 09:00")]
    [TestCase("2026-12-24 17:00", "2026-12-29 09:00")]
    [TestCase("2026-06-01 00:00", "2026-06-01 08:00")]
    public void The_next_opening_is_this_moment_when_the_hub_is_open(string from, string opening) =>
        Assert.That(new HubClock(Sefton).NextOpening(Utc(from)), Is.EqualTo(Utc(opening)));

    // From one to two in the morning there is nothing on the night the clocks go forward.
    [Test]
    public void Hours_that_the_change_of_the_clock_leaves_out_make_no_working_day()
    {
        var night = Sefton with
        {
            Hours = Sefton.Hours with
            {
                Week = new Dictionary<DayOfWeek, OpenHours>
                {
                    [DayOfWeek.Sunday] = new(TimeSpan.FromHours(1), TimeSpan.FromHours(2)),
                },
            },
        };
        var clock = new HubClock(night);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                clock.Due(TimeLimit.OfWorkingDays(1), Utc("2026-03-28 12:00")).At,
                Is.EqualTo(Utc("2026-04-05 01:00"))
            );
            // Shown twice on the night they go back, it is the first of the two.
            Assert.That(clock.NextOpening(Utc("2026-10-24 12:00")), Is.EqualTo(Utc("2026-10-25 00:00")));
        }
    }

    private static HubClock With(StrategyRule rule) => new(Sefton with { StrategyDiscussion = rule });
}
