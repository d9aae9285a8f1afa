using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Benchmarks;

internal static class ClockFigures
{
    public static object Measure()
    {
        var clock = new HubClock(HubProfiles.Load("sefton"));
        var friday = new DateTimeOffset(2026, 10, 23, 16, 50, 0, TimeSpan.Zero);
        var of = new Dictionary<string, double>();
        foreach (var rating in new[] { Rating.Red, Rating.Amber, Rating.Green })
        {
            of[rating.ToString()] = Timings.Microseconds(5000, () => clock.ReturnDue(rating, friday));
        }

        // What takes longest: a limit in hub hours or working days looks at each day on its way.
        var hubHours = new TimeLimit(TimeSpan.FromHours(24), ClockRuns.HubHours);
        var workingDays = TimeLimit.OfWorkingDays(10);
        return new
        {
            How = "Microseconds of processor time of one due time of a return, published on a Friday afternoon before "
                + "the clocks go back.",
            ReturnDueMicroseconds = of,
            TwentyFourHubHoursMicroseconds = Timings.Microseconds(5000, () => clock.Due(hubHours, friday)),
            TenWorkingDaysMicroseconds = Timings.Microseconds(5000, () => clock.Due(workingDays, friday)),
            DecisionDueMicroseconds = Timings.Microseconds(5000, () => clock.DecisionDue(Rating.Green, friday)),
        };
    }
}
