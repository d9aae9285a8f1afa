using MashBroker.Testing.Clocks.Slow;

namespace MashBroker.Benchmarks;

/// <summary>The long form of a test that runs with 4,000: random enquiries over every hub, against a clock that counts minutes.</summary>
internal static class ClockTrialFigures
{
    private const int Seed = 20261122;

    /// <exception cref="InvalidOperationException">The two clocks differ; says on what.</exception>
    public static object Measure(int enquiries) => new ClockTrial(Seed).Run(enquiries, changedHubs: 7);
}
