using System.Diagnostics;
using MashBroker.Testing.Sealing;

namespace MashBroker.Benchmarks;

/// <summary>The long form of a test that runs with 20,000: what gets through, and how long the slowest takes.</summary>
internal static class MutationFigures
{
    private const int Seed = 20260601;

    /// <exception cref="InvalidOperationException">Something got through.</exception>
    public static object Measure(int mutations)
    {
        using var run = new MutationRun();
        var since = Stopwatch.StartNew();
        var outcome = run.Run(mutations, Seed);
        return outcome is { Accepted: 0, Unstable: 0 }
            ? new { outcome, Seconds = Timings.Round(since.Elapsed.TotalSeconds) }
            : throw new InvalidOperationException($"Something got through: {outcome}.");
    }
}
