using System.Collections.Concurrent;

namespace MashBroker.Ledger;

/// <summary>
/// Work that failed for a reason of its own and is left alone for a while, so that it neither stops the work behind it nor
/// fills the log. Measured in real time; a restart tries everything again.
/// </summary>
public sealed class SetAside<TKey>(TimeSpan pause)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, long> _since = new();

    public int Count => _since.Count;

    public void Add(TKey key) => _since[key] = TimeProvider.System.GetTimestamp();

    public void Remove(TKey key) => _since.TryRemove(key, out _);

    public bool Holds(TKey key) =>
        _since.TryGetValue(key, out var since) && TimeProvider.System.GetElapsedTime(since) < pause;
}
