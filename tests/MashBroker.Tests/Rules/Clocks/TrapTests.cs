using MashBroker.Contracts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules.Clocks;

/// <summary>Four places where a hub's clock is easily got wrong, each settled once: ops/decisions 0011, 0012, 0070, 0071.</summary>
internal sealed class TrapTests
{
    private static readonly HubProfile Sefton = HubProfiles.Load("sefton");

    private static readonly HubProfile Sample = HubProfiles.Load("sample");

    [Test]
    public void Trap_1_a_green_of_Seftons_leaves_nothing_to_decide_in_and_says_so_before_it_is_published()
    {
        var at = Utc("2026-11-03 10:00");
        var green = RatingChoice.All(Sefton, at, at)[0];
        var twentyMinutesLater = RatingChoice.All(Sefton, at, at.AddMinutes(20))[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(green.ReturnDue.At, Is.EqualTo(green.DecisionDue.At));
            Assert.That(green.MinutesToDecide, Is.Zero);
            Assert.That(green.Remarks, Does.Contain("Green leaves 0 minutes to decide"));
            Assert.That(twentyMinutesLater.MinutesToDecide, Is.EqualTo(-20));
            Assert.That(twentyMinutesLater.Remarks, Does.Contain("Green would be due 20 minutes after the decision"));
        }
    }

    [Test]
    public void Trap_2_a_red_published_on_Friday_at_half_past_three_runs_on_and_the_out_of_hours_team_is_told()
    {
        var due = new HubClock(Sefton).ReturnDue(Rating.Red, Utc("2026-11-06 15:30"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(due.At, Is.EqualTo(Utc("2026-11-06 17:30")));
            Assert.That(due.OutOfHours);
            Assert.That(due.Tell?.Name, Is.EqualTo("Sefton EDT"));
        }
    }

    [TestCase(Rating.Amber, "2026-11-09 13:30")]
    [TestCase(Rating.Green, "2026-11-11 15:30")]
    public void Trap_2_what_stops_with_the_hub_is_for_its_profile_to_say_by_rating(Rating rating, string due)
    {
        var stops = Sefton with
        {
            Hours = Sefton.Hours with { Week = HubDefaults.Week },
            Returns = Sefton.Returns with
            {
                Amber = new TimeLimit(TimeSpan.FromHours(6), ClockRuns.HubHours),
                Green = new TimeLimit(TimeSpan.FromHours(24), ClockRuns.HubHours),
            },
        };
        Assert.That(new HubClock(stops).ReturnDue(rating, Utc("2026-11-06 15:30")).At, Is.EqualTo(Utc(due)));
    }

    [Test]
    public void Trap_2_no_profile_can_stop_a_red()
    {
        var reading = HubProfile.Read(
            """{ "code": "hub", "name": "Hub", "returns": { "red": { "hours": 2, "runs": "hub-hours" } } }"""
        );
        Assert.That(reading.Faults.Select(fault => fault.Path), Does.Contain("returns.red.runs"));
    }

    // Amber at 10:00 is due at 16:00, Red at 12:00.
    [TestCase(Rating.Amber, Rating.Red, null, "2026-11-03 12:00", "2026-11-03 11:00")]
    [TestCase(Rating.Red, Rating.Amber, null, "2026-11-03 12:00", "2026-11-03 11:00")]
    [TestCase(Rating.Red, Rating.Amber, "The child has been found safe.", "2026-11-03 16:00", "2026-11-03 13:00")]
    public void Trap_3_a_rerating_counts_deadline_and_warnings_from_the_original_publication_and_never_later_without_a_reason(
        Rating before,
        Rating after,
        string? laterBecause,
        string due,
        string halfway
    )
    {
        var clock = new HubClock(Sefton);
        var published = Utc("2026-11-03 10:00");
        var dueBefore = clock.ReturnDue(before, published).At;
        var warnings = clock.PreWarningsAfterRerating(
            after,
            published,
            dueBefore,
            clock.PreWarnings(before, published),
            laterBecause
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                clock.ReturnDueAfterRerating(after, published, dueBefore, laterBecause).At,
                Is.EqualTo(Utc(due))
            );
            Assert.That(warnings[0], Is.EqualTo(new PreWarning(50, Utc(halfway))));
        }
    }

    // 24 hours for Red and Amber, 48 for Green where a hub states none.
    [TestCase(Rating.Green, Rating.Red, null, "2026-11-04 09:00")]
    [TestCase(Rating.Red, Rating.Green, null, "2026-11-04 09:00")]
    [TestCase(Rating.Red, Rating.Green, "The police found nobody there.", "2026-11-05 09:00")]
    public void Trap_3_the_decision_clock_of_a_rerated_contact_counts_from_the_contact(
        Rating before,
        Rating after,
        string? laterBecause,
        string due
    )
    {
        var clock = new HubClock(Sefton with { Decision = HubDefaults.Decision });
        var received = Utc("2026-11-03 09:00");
        var dueBefore = clock.DecisionDue(before, received).At;
        Assert.That(
            clock.DecisionDueAfterRerating(after, received, dueBefore, laterBecause: laterBecause).At,
            Is.EqualTo(Utc(due))
        );
    }

    // "up to 48hrs ... on children's cases allocated to them"
    [Test]
    public void Trap_3_where_the_decision_clock_starts_is_a_rule_of_the_profile_and_not_allocating_wins_no_time()
    {
        var allocated = new HubClock(
            Sefton with
            {
                Decision = Sefton.Decision with { Starts = DecisionStart.Allocated },
            }
        );
        var (received, later) = (Utc("2026-11-03 09:00"), Utc("2026-11-03 12:00"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(allocated.DecisionDue(Rating.Red, received, later).At, Is.EqualTo(Utc("2026-11-04 12:00")));
            Assert.That(allocated.DecisionDue(Rating.Red, received).At, Is.EqualTo(Utc("2026-11-04 09:00")));
            Assert.That(
                allocated.DecisionDueAfterRerating(Rating.Green, received, Utc("2026-11-04 12:00"), later).At,
                Is.EqualTo(Utc("2026-11-04 12:00"))
            );
            Assert.That(
                new HubClock(Sefton).DecisionDue(Rating.Red, received, later).At,
                Is.EqualTo(Utc("2026-11-04 09:00"))
            );
        }
    }

    // The clocks go forward on 29 March 2026 and back on 25 October; 2028 has a 29 February.
    [TestCase("2026-03-28 10:00", "2026-03-29 10:00")]
    [TestCase("2026-10-24 10:00", "2026-10-25 10:00")]
    [TestCase("2028-02-28 10:00", "2028-02-29 10:00")]
    [TestCase("2028-02-29 10:00", "2028-03-01 10:00")]
    public void Trap_9_twenty_four_hours_are_twenty_four_hours_whatever_the_wall_clock_does(string from, string due) =>
        Assert.That(new HubClock(Sefton).ReturnDue(Rating.Green, Utc(from)).At, Is.EqualTo(Utc(due)));

    // Five working days from a Thursday: Good Friday and Easter Monday 2026 are none, and neither is 29 February 2028 a surprise.
    [TestCase("2026-03-26 10:00", 2, "2026-03-30 16:30")]
    [TestCase("2026-04-02 10:00", 1, "2026-04-07 16:30")]
    [TestCase("2026-04-02 10:00", 5, "2026-04-13 16:30")]
    [TestCase("2028-02-28 10:00", 1, "2028-02-29 17:30")]
    public void Trap_9_working_days_end_by_the_hubs_wall_clock(string from, int days, string due)
    {
        var clock = new HubClock(Sefton);
        var at = clock.Due(TimeLimit.OfWorkingDays(days), Utc(from));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(at.At, Is.EqualTo(Utc(due)));
            Assert.That(at.OutOfHours, Is.False, "somebody is there up to the last instant");
        }
    }

    [Test]
    public void The_sentence_before_publishing_reads_as_a_manager_would_say_it()
    {
        var at = Utc("2026-11-03 13:40");
        Assert.That(
            RatingChoice.InOneSentence(RatingChoice.All(Sample, at, at)),
            Is.EqualTo(
                "Green leaves 0 minutes to decide; Amber would be due at 19:40, out of hours: the Emergency Duty Team is told."
            )
        );
    }

    [Test]
    public void What_falls_due_on_another_day_is_said_with_that_day_by_the_hubs_wall_clock()
    {
        var hub = Sefton with { Decision = HubDefaults.Decision, OutOfHours = null };
        var at = Utc("2026-06-05 14:30");
        Assert.That(
            RatingChoice.InOneSentence(RatingChoice.All(hub, at, at)),
            Is.EqualTo(
                "Green would be due at 15:30 on Saturday 6 June, out of hours, and this hub names nobody to be told then; "
                    + "Amber would be due at 21:30, out of hours, and this hub names nobody to be told then; "
                    + "Red would be due at 17:30, out of hours, and this hub names nobody to be told then."
            )
        );
    }

    [TestCase("Emergency Duty Team", "the Emergency Duty Team is told")]
    [TestCase("The Out of Hours Team", ": The Out of Hours Team is told")]
    [TestCase("Sefton EDT", ": Sefton EDT is told")]
    public void The_team_that_is_told_is_named_as_one_speaks(string name, string said)
    {
        var hub = Sefton with { OutOfHours = new OutOfHoursTeam(name) };
        Assert.That(
            RatingChoice.InOneSentence(RatingChoice.All(hub, Utc("2026-11-03 17:00"), Utc("2026-11-03 17:00"))),
            Does.Contain(said)
        );
    }

    [Test]
    public void Nothing_out_of_the_ordinary_is_said_too()
    {
        var hub = Sefton with { Decision = HubDefaults.Decision };
        var at = Utc("2026-11-03 10:00");
        Assert.That(
            RatingChoice.InOneSentence(RatingChoice.All(hub, at, at)),
            Is.EqualTo("Every rating leaves time to decide, and none falls due out of hours.")
        );
    }
}
