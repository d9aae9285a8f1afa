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

        return new
        {
            How = "Microseconds of processor time of one due time of a return, published on a Friday afternoon before "
                + "the clocks go back.",
            ReturnDueMicroseconds = of,
            DecisionDueMicroseconds = Timings.Microseconds(5000, () => clock.DecisionDue(Rating.Green, friday)),
        };
    }
}
