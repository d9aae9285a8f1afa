using System.Diagnostics;
using MashBroker.Rules;
using MashBroker.Testing.Leaks;

namespace MashBroker.Benchmarks;

/// <summary>The long form of a test that runs with fewer: every set of leak texts in full, and what a look costs.</summary>
internal static class LeakFigures
{
    private const int Count = 5000;

    public static object Measure() =>
        LeakSet.All.ToDictionary(
            set => set.Name,
            set =>
            {
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var through = set.Traps(Count).AsParallel().Count(each => !Stops(each));
                var stopped = set.Harmless(Count).AsParallel().Count(Stops);
                var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
                return new
                {
                    Traps = Count,
                    Through = through,
                    Harmless = Count,
                    Stopped = stopped,
                    MillisecondsOfProcessorALook = Math.Round(spent.TotalMilliseconds / (2 * Count), 3),
                };
            }
        );

    private static bool Stops(LeakCase one) =>
        LeakCheck.Of(one.Contact).Look([new OutgoingText("concernSummary", one.Text)]).Blocks;
}
