using MashBroker.Ledger;

namespace MashBroker.Web;

/// <summary>The ledger as the API uses it: also waits until somebody else has acted on what was written.</summary>
internal sealed class LedgerFront(Ledger.Ledger ledger, LedgerSignal signal)
{
    public Task<T> ReadAsync<T>(Func<LedgerSession, Task<T>> work, CancellationToken cancellation) =>
        ledger.ReadAsync(work, cancellation);

    public Task<T> WriteAsync<T>(Func<LedgerTransaction, Task<T>> work, CancellationToken cancellation) =>
        ledger.WriteAsync(work, cancellation);

    /// <summary>Reads again at each change until it is so, at most for <paramref name="patience"/>; gives what stood then.</summary>
    public async Task<T> UntilAsync<T>(
        Func<LedgerSession, Task<T>> read,
        Func<T, bool> so,
        TimeSpan patience,
        CancellationToken cancellation
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        while (true)
        {
            var changed = signal.Any.Next;
            var found = await ledger.ReadAsync(read, cancellation);
            if (so(found))
            {
                return found;
            }

            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return found;
            }
        }
    }
}
