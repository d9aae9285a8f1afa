namespace MashBroker.Cli.Embedded;

/// <summary>
/// The demo's clock: runs on like any other and can be moved forward, so that a deadline hours away passes while one watches.
/// Timers are the system's; whoever waits for a time of day asks this clock what time it is.
/// </summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();
    private long _start = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(Interlocked.Read(ref _start), TimeSpan.Zero) + System.GetElapsedTime(_started);

    /// <summary>Moves it forward to an instant; one that has passed changes nothing, for a hub's clock never goes back.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        var by = instant - GetUtcNow();
        if (by > TimeSpan.Zero)
        {
            Interlocked.Add(ref _start, by.Ticks);
        }
    }
}
