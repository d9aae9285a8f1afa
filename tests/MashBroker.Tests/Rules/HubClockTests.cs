using MashBroker.Contracts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules;

/// <summary>Times are UTC. London is an hour ahead from the last Sunday of March to the last of October.</summary>
internal sealed class HubClockTests
{
    private static readonly HubProfile Sefton = HubProfiles.Load("sefton");

    private static readonly HubClock Clock = new(Sefton);

    // "Green enquiries are returned within 24 hours, Amber enquiries within 6 hours and Red Enquiries within 2 hours."
    [TestCase(Rating.Red, "2026-11-03 10:00", "2026-11-03 12:00", false)]
    [TestCase(Rating.Amber, "2026-11-03 10:00", "2026-11-03 16:00", false)]
    [TestCase(Rating.Green, "2026-11-03 10:00", "2026-11-04 10:00", false)]
    // Closing at 17:30 on a Tuesday: due then, nobody is there to see who has not answered.
    [TestCase(Rating.Red, "2026-11-03 15:30", "2026-11-03 17:30", true)]
    [TestCase(Rating.Red, "2026-11-03 15:29:59", "2026-11-03 17:29:59", false)]
    // A Red on Friday at 15:30 runs on past 16:00.
    [TestCase(Rating.Red, "2026-11-06 15:30", "2026-11-06 17:30", true)]
    [TestCase(Rating.Amber, "2026-11-06 12:00", "2026-11-06 18:00", true)]
    [TestCase(Rating.Green, "2026-11-06 12:00", "2026-11-07 12:00", true)]
    // Summer time begins on 29 March 2026 at 01:00: 24 hours are 24 hours, whatever the wall clock shows.
    [TestCase(Rating.Green, "2026-03-28 12:00", "2026-03-29 12:00", true)]
    [TestCase(Rating.Red, "2026-03-29 00:30", "2026-03-29 02:30", true)]
    // It ends on 25 October at 01:00.
    [TestCase(Rating.Red, "2026-10-25 00:30", "2026-10-25 02:30", true)]
    [TestCase(Rating.Green, "2026-10-25 09:30", "2026-10-26 09:30", false)]
    // The hub opens at 09:00 by the wall clock, which is 08:00 UTC in summer.
    [TestCase(Rating.Green, "2026-06-15 08:00", "2026-06-16 08:00", false)]
    [TestCase(Rating.Green, "2026-06-15 07:59", "2026-06-16 07:59", true)]
    // A leap day, a year's end, and a bank holiday on which nobody is at the hub.
    [TestCase(Rating.Green, "2028-02-28 10:00", "2028-02-29 10:00", false)]
    [TestCase(Rating.Green, "2026-12-31 10:00", "2027-01-01 10:00", true)]
    [TestCase(Rating.Green, "2026-12-27 10:00", "2026-12-28 10:00", true)]
    public void Sefton_returns_fall_due(Rating rating, string published, string due, bool outOfHours)
    {
        var found = Clock.ReturnDue(rating, Utc(published));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.At, Is.EqualTo(Utc(due)));
            Assert.That(found.At.Offset, Is.EqualTo(TimeSpan.Zero));
            Assert.That(found.OutOfHours, Is.EqualTo(outOfHours));
            // "outside of these times then contact should be made with Sefton EDT"
            Assert.That(found.Tell?.Name, Is.EqualTo(outOfHours ? "Sefton EDT" : null));
        }
    }

    // Nine to five, Monday to Friday, Amber in hub hours.
    [TestCase("2026-11-03 10:00", "2026-11-03 16:00")]
    [TestCase("2026-11-03 11:00", "2026-11-03 17:00")]
    [TestCase("2026-11-03 11:01", "2026-11-04 09:01")]
    [TestCase("2026-11-06 15:30", "2026-11-09 13:30")]
    [TestCase("2026-11-07 12:00", "2026-11-09 15:00")]
    [TestCase("2026-11-03 03:00", "2026-11-03 15:00")]
    [TestCase("2026-11-03 17:00", "2026-11-04 15:00")]
    [TestCase("2026-11-03 16:59:59.5", "2026-11-04 14:59:59.5")]
    // Good Friday 3 April, Easter Monday 6 April; summer time since 29 March.
    [TestCase("2026-04-02 14:00", "2026-04-07 12:00")]
    // Christmas Day is a Friday, Boxing Day's substitute the Monday after.
    [TestCase("2026-12-24 16:00", "2026-12-29 14:00")]
    // New Year's Day is a Friday.
    [TestCase("2026-12-31 16:00", "2027-01-04 14:00")]
    // Into and out of summer time over a weekend.
    [TestCase("2026-03-27 16:00", "2026-03-30 13:00")]
    [TestCase("2026-10-23 15:00", "2026-10-26 14:00")]
    [TestCase("2028-02-28 16:00", "2028-02-29 14:00")]
    public void Hub_hours_count_while_the_hub_is_open(string published, string due) =>
        Assert.That(new HubClock(NineToFive(6)).ReturnDue(Rating.Amber, Utc(published)).At, Is.EqualTo(Utc(due)));

    // Open round the clock, so that the changes of the clock fall within: a day of 23 and one of 25 hours.
    [TestCase("2026-03-29 00:00", 23, "2026-03-29 23:00")]
    [TestCase("2026-10-24 23:00", 25, "2026-10-26 00:00")]
    public void Days_on_which_the_clock_changes_have_the_hours_they_have(string published, int hours, string due) =>
        Assert.That(
            new HubClock(RoundTheClock(hours)).ReturnDue(Rating.Amber, Utc(published)).At,
            Is.EqualTo(Utc(due))
        );

    [Test]
    public void A_day_the_hub_closes_besides_is_no_working_day()
    {
        var nineToFive = NineToFive(6);
        var closed = nineToFive with
        {
            Hours = nineToFive.Hours with { ClosedOn = [.. new[] { new DateOnly(2026, 11, 4) }] },
        };
        Assert.That(
            new HubClock(closed).ReturnDue(Rating.Amber, Utc("2026-11-03 16:00")).At,
            Is.EqualTo(Utc("2026-11-05 14:00"))
        );
    }

    // "decisions having to be made within twenty-four hours on all contacts"
    [TestCase(Rating.Red)]
    [TestCase(Rating.Amber)]
    [TestCase(Rating.Green)]
    public void Sefton_decides_within_24_hours_of_the_contact_whatever_its_rating(Rating rating) =>
        Assert.That(
            Clock.DecisionDue(rating, Utc("2026-11-03 10:00"), Utc("2026-11-03 15:00")).At,
            Is.EqualTo(Utc("2026-11-04 10:00"))
        );

    // Hampshire: "up to 48hrs ... on children's cases allocated to them"
    [Test]
    public void A_decision_clock_that_starts_at_allocation_counts_from_the_contact_until_then()
    {
        var hampshire = new HubClock(
            Sefton with
            {
                Decision = new DecisionClock(
                    DecisionStart.Allocated,
                    new RatingLimits(Hours(48), Hours(48), Hours(48))
                ),
            }
        );
        var received = Utc("2026-11-03 10:00");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                hampshire.DecisionDue(Rating.Red, received, Utc("2026-11-03 12:00")).At,
                Is.EqualTo(Utc("2026-11-05 12:00"))
            );
            Assert.That(hampshire.DecisionDue(Rating.Red, received).At, Is.EqualTo(Utc("2026-11-05 10:00")));
        }
    }

    [TestCase("2026-11-04 10:00", "2026-11-04 10:00", 0)]
    [TestCase("2026-11-04 10:20", "2026-11-04 10:00", -20)]
    [TestCase("2026-11-03 12:00:30", "2026-11-04 10:00", 1319)]
    [TestCase("2026-11-04 10:00:01", "2026-11-04 10:00", 0)]
    [TestCase("2026-11-04 10:00:59.999", "2026-11-04 10:00", 0)]
    [TestCase("2026-11-04 10:01:01", "2026-11-04 10:00", -1)]
    public void Minutes_to_decide_are_whole_and_never_flattered(string returnDue, string decisionDue, int minutes) =>
        Assert.That(HubClock.MinutesToDecide(Utc(returnDue), Utc(decisionDue)), Is.EqualTo(minutes));

    [TestCase("2026-11-03 11:59:59.999", false)]
    [TestCase("2026-11-03 12:00", false)]
    [TestCase("2026-11-03 12:00:00.001", true)]
    public void A_return_exactly_at_its_deadline_is_in_time(string received, bool late) =>
        Assert.That(HubClock.IsLate(Utc(received), Utc("2026-11-03 12:00")), Is.EqualTo(late));

    [Test]
    public void Warnings_come_at_half_three_quarters_and_nine_tenths_of_the_time() =>
        Assert.That(
            Clock.PreWarnings(Rating.Red, Utc("2026-11-03 10:00")),
            Is.EqualTo(
                new[]
                {
                    new PreWarning(50, Utc("2026-11-03 11:00")),
                    new PreWarning(75, Utc("2026-11-03 11:30")),
                    new PreWarning(90, Utc("2026-11-03 11:48")),
                }
            )
        );

    [Test]
    public void Warnings_of_a_clock_in_hub_hours_come_in_hub_hours() =>
        Assert.That(
            new HubClock(NineToFive(6)).PreWarnings(Rating.Amber, Utc("2026-11-06 15:00"))[0].At,
            Is.EqualTo(Utc("2026-11-09 10:00"))
        );

    // Red at 10:00 is due at 12:00; Amber at 16:00.
    [TestCase(Rating.Red, "2026-11-03 16:00", null, "2026-11-03 12:00")]
    [TestCase(Rating.Amber, "2026-11-03 12:00", null, "2026-11-03 12:00")]
    [TestCase(Rating.Amber, "2026-11-03 12:00", " ", "2026-11-03 12:00")]
    [TestCase(Rating.Amber, "2026-11-03 12:00", "The child has been found safe.", "2026-11-03 16:00")]
    public void A_rerating_counts_from_the_start_and_gives_no_more_time_without_a_reason(
        Rating rating,
        string dueBefore,
        string? laterBecause,
        string due
    ) =>
        Assert.That(
            Clock.ReturnDueAfterRerating(rating, Utc("2026-11-03 10:00"), Utc(dueBefore), laterBecause).At,
            Is.EqualTo(Utc(due))
        );

    [Test]
    public void What_is_not_rated_has_no_deadline() =>
        Assert.That(
            () => Clock.ReturnDue(Rating.None, Utc("2026-11-03 10:00")),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );

    private static TimeLimit Hours(int hours) => new(TimeSpan.FromHours(hours));

    private static HubProfile NineToFive(int hours) =>
        Sefton with
        {
            Hours = Sefton.Hours with { Week = HubDefaults.Week },
            Returns = Sefton.Returns with { Amber = new TimeLimit(TimeSpan.FromHours(hours), ClockRuns.HubHours) },
        };

    private static HubProfile RoundTheClock(int hours) =>
        NineToFive(hours) with
        {
            Hours = Sefton.Hours with
            {
                Week = Enum.GetValues<DayOfWeek>()
                    .ToDictionary(day => day, _ => new OpenHours(TimeSpan.Zero, TimeSpan.FromHours(24))),
            },
        };
}
