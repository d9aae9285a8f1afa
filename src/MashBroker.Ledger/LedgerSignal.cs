namespace MashBroker.Ledger;

/// <summary>
/// Wakes those who work on the ledger when it changed, in this process or in another. A hint only: whoever is woken asks the
/// ledger what there is to do, so a lost signal costs a moment and never a deadline.
/// </summary>
public sealed class LedgerSignal
{
    private volatile TaskCompletionSource _changed = New();

    /// <summary>Take this before looking into the ledger and await it after: a change in between is not missed.</summary>
    public Task Next => _changed.Task;

    public void Raise() => Interlocked.Exchange(ref _changed, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
