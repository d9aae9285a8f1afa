namespace MashBroker.Ledger;

/// <summary>What one worker waits for; made by <see cref="LedgerSignal.Of"/>.</summary>
public sealed class LedgerInterest
{
    private readonly string[] _tables;
    private volatile TaskCompletionSource _changed = New();

    internal LedgerInterest(string[] tables) => _tables = tables;

    /// <summary>Take this before looking into the ledger and await it after: a change in between is not missed.</summary>
    public Task Next => _changed.Task;

    /// <summary>Something that is not in the ledger has changed: look without waiting.</summary>
    public void Raise() => Interlocked.Exchange(ref _changed, New()).TrySetResult();

    internal void Tell(IReadOnlySet<string>? changed)
    {
        if (changed is null || _tables.Length == 0 || _tables.Any(changed.Contains))
        {
            Raise();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
