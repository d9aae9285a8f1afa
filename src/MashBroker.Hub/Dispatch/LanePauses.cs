using System.Collections.Concurrent;

namespace MashBroker.Hub.Dispatch;

/// <summary>How long to leave a lane alone that failed: one second, then twice as long each time up to a limit.</summary>
internal sealed class LanePauses(TimeSpan longest)
{
    private readonly ConcurrentDictionary<string, int> _failures = new();

    public TimeSpan AfterFailure(string lane)
    {
        var failures = _failures.AddOrUpdate(lane, 1, (_, before) => before + 1);
        return TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures, 30) - 1), longest.TotalSeconds));
    }

    public void Sent(string lane) => _failures.TryRemove(lane, out _);
}
