using FsCheck;
using FsCheck.Fluent;
using MashBroker.Contracts;
using MashBroker.Rules;
using MashBroker.Testing.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

/// <summary>The clock against one that steps through every minute, over seven years with their clock changes and holidays.</summary>
internal sealed class HubClockProperties
{
    private static readonly HubProfile Sefton = HubProfiles.Load("sefton");

    private static readonly DateTimeOffset First = SomeContact.Utc("2024-01-01 00:00");

    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    private static readonly IReadOnlyDictionary<DayOfWeek, OpenHours>[] Weeks =
    [
        Sefton.Hours.Week,
        HubDefaults.Week,
        EveryDay.ToDictionary(day => day, _ => new OpenHours(TimeSpan.Zero, TimeSpan.FromHours(24))),
        EveryDay.ToDictionary(day => day, _ => new OpenHours(TimeSpan.FromHours(0.5), TimeSpan.FromHours(2.25))),
        new Dictionary<DayOfWeek, OpenHours>
        {
            [DayOfWeek.Sunday] = new(TimeSpan.Zero, TimeSpan.FromHours(3)),
            [DayOfWeek.Wednesday] = new(TimeSpan.FromHours(22), TimeSpan.FromHours(24)),
        },
    ];

    [Test]
    public void Hub_hours_are_what_counting_minutes_makes_of_them() =>
        ForAll(
            400,
            at =>
                new HubClock(at.Profile).ReturnDue(Rating.Amber, at.Start).At
                == new SlowClock(at.Profile).AfterHubHours(at.Start, at.Within)
        );

    [Test]
    public void The_hub_is_open_when_the_slow_clock_says_so() =>
        ForAll(2000, at => new HubClock(at.Profile).IsOpen(at.Start) == new SlowClock(at.Profile).IsOpen(at.Start));

    [Test]
    public void A_red_is_due_after_its_hours_whatever_the_day() =>
        ForAll(1000, at => new HubClock(at.Profile).ReturnDue(Rating.Red, at.Start).At == at.Start.AddHours(2));

    [Test]
    public void Publishing_later_is_never_due_earlier() =>
        ForAll(
            500,
            at =>
            {
                var clock = new HubClock(at.Profile);
                return clock.ReturnDue(Rating.Amber, at.Start + at.Within / 7).At
                    >= clock.ReturnDue(Rating.Amber, at.Start).At;
            }
        );

    [Test]
    public void Warnings_come_in_order_and_not_after_the_deadline() =>
        ForAll(
            500,
            at =>
            {
                var clock = new HubClock(at.Profile);
                var due = clock.ReturnDue(Rating.Amber, at.Start).At;
                var warnings = clock.PreWarnings(Rating.Amber, at.Start).Select(warning => warning.At).ToList();
                return warnings.Order().SequenceEqual(warnings) && warnings.All(warning => warning < due);
            }
        );

    private static void ForAll(int cases, Func<ClockCase, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Cases.Case(), holds));

    private sealed record ClockCase(HubProfile Profile, DateTimeOffset Start, TimeSpan Within)
    {
        public override string ToString() =>
            $"{Start:u}, {Within} in hub hours, hub open on {Profile.Hours.Week.Count} days";
    }

    private static class Cases
    {
        // Half of them near a change of the clock, Easter, Christmas, a leap day.
        private static readonly DateTimeOffset[] Near =
        [
            .. new[]
            {
                "2026-03-29",
                "2026-10-25",
                "2027-03-28",
                "2024-10-27",
                "2026-04-03",
                "2026-12-24",
                "2027-12-24",
            }
                .Concat(["2028-02-28", "2024-02-29", "2025-12-31", "2028-01-01"])
                .Select(date => SomeContact.Utc($"{date} 00:00")),
        ];

        public static Arbitrary<ClockCase> Case()
        {
            var anywhere = Gen.Choose(0, 6 * 365 * 24 * 60).Select(minutes => First.AddMinutes(minutes));
            var near =
                from date in Gen.Elements(Near)
                from minutes in Gen.Choose(-3 * 24 * 60, 3 * 24 * 60)
                select date.AddMinutes(minutes);
            var cases =
                from start in Gen.OneOf(anywhere, near)
                from minutes in Gen.Choose(1, 30 * 60)
                from week in Gen.Elements(Weeks)
                select new ClockCase(With(week, minutes), start, TimeSpan.FromMinutes(minutes));
            return cases.ToArbitrary();
        }

        private static HubProfile With(IReadOnlyDictionary<DayOfWeek, OpenHours> week, int minutes) =>
            Sefton with
            {
                Hours = Sefton.Hours with { Week = week },
                Returns = Sefton.Returns with
                {
                    Amber = new TimeLimit(TimeSpan.FromMinutes(minutes), ClockRuns.HubHours),
                },
            };
    }
}
