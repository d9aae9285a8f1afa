using System.Diagnostics;

namespace MashBroker.Benchmarks;

internal static class Timings
{
    private const int Rounds = 9;

    /// <summary>Microseconds of one call on one thread that does nothing else: median of several rounds, after a warm-up.</summary>
    public static double Microseconds(int calls, Action call)
    {
        Repeat(calls, call);
        var rounds = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var before = ThreadCpu.Nanoseconds();
            Repeat(calls, call);
            rounds[round] = (ThreadCpu.Nanoseconds() - before) / 1000.0 / calls;
        }

        return Median(rounds);
    }

    public static double Median(IEnumerable<double> values) => Percentile(values, 50);

    public static double Percentile(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        return Round(sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)]);
    }

    public static double Round(double value) => Math.Round(value, value < 10 ? 2 : 1);

    /// <summary>Of the whole process, all threads.</summary>
    public static TimeSpan ProcessorTime()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static void Repeat(int calls, Action call)
    {
        for (var at = 0; at < calls; at++)
        {
            call();
        }
    }
}
