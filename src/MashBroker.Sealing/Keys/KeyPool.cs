using System.Collections.Concurrent;

namespace MashBroker.Sealing.Keys;

/// <summary>
/// Key objects of the library are not promised to be thread-safe and cost much to make: each user borrows one that nobody
/// else has, and there are never more than were in use at one time.
/// </summary>
internal sealed class KeyPool<TKey>(Func<TKey> make) : IDisposable
    where TKey : class, IDisposable
{
    private readonly ConcurrentBag<TKey> _idle = [];
    private volatile bool _disposed;

    public Loan Borrow()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(PartyKeys));
        return new Loan(this, _idle.TryTake(out var key) ? key : make());
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var key))
        {
            key.Dispose();
        }
    }

    private void Return(TKey key)
    {
        _idle.Add(key);
        if (_disposed)
        {
            // Came back after the pool was emptied, or while it was.
            Dispose();
        }
    }

    public readonly ref struct Loan(KeyPool<TKey> pool, TKey key)
    {
        public TKey Key { get; } = key;

        public void Dispose() => pool.Return(Key);
    }
}
