using System.Collections.Concurrent;

namespace MashBroker.Hub.Dispatch;

/// <summary>
/// How long to leave a lane alone that failed: one second, then twice as long each time up to a limit. Letters that were under
/// way together and failed together are one failure: a broker that was away for a moment is not left alone for a minute.
/// </summary>
internal sealed class LanePauses(TimeSpan longest, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Failing> _failures = new();

    public TimeSpan AfterFailure(string lane)
    {
        var now = clock.GetTimestamp();
        var failing = _failures.AddOrUpdate(
            lane,
            _ => new Failing(1, now),
            (_, before) =>
                clock.GetElapsedTime(before.Since, now) < Pause(before.Times)
                    ? before
                    : new Failing(before.Times + 1, now)
        );
        return Pause(failing.Times);
    }

    public void Sent(string lane) => _failures.TryRemove(lane, out _);

    private TimeSpan Pause(int times) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(times, 30) - 1), longest.TotalSeconds));

    private sealed record Failing(int Times, long Since);
}
