using System.Collections.Concurrent;

namespace MashBroker.Ledger;

/// <summary>
/// Makes one commit of the changes that wait at the same time: each commit is a write to the disk's surface, and those who
/// wait for it anyway can share it. A change that fails takes back only itself.
/// </summary>
public sealed class LedgerGroup(Ledger ledger) : IDisposable
{
    /// <summary>More than this in one transaction would keep others from the file for too long.</summary>
    private const int MostTogether = 64;

    private readonly ConcurrentQueue<Member> _waiting = new();

    // Whoever gets in commits for all who wait; the others then find theirs done.
    private readonly SemaphoreSlim _leader = new(1, 1);

    /// <inheritdoc cref="Ledger.WriteAsync{T}"/>
    public async Task<T> WriteAsync<T>(Func<LedgerTransaction, Task<T>> work, CancellationToken cancellation)
    {
        var member = new Member<T>(work);
        _waiting.Enqueue(member);
        try
        {
            await _leader.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            member.GivenUp = true;
            throw;
        }

        try
        {
            while (!member.Done.Task.IsCompleted)
            {
                await CommitWaitingAsync();
            }
        }
        finally
        {
            _leader.Release();
        }

        return await member.Done.Task;
    }

    public void Dispose() => _leader.Dispose();

    private async Task CommitWaitingAsync()
    {
        var together = new List<Member>();
        while (together.Count < MostTogether && _waiting.TryDequeue(out var member))
        {
            if (!member.GivenUp)
            {
                together.Add(member);
            }
        }

        try
        {
            // Not cancellable: it works for others too.
            await ledger.WriteAsync(transaction => RunAsync(transaction, together), CancellationToken.None);
        }
#pragma warning disable CA1031 // Handed to each of those who wait, who know what to do with it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            together.ForEach(member => member.Fail(fault));
            return;
        }

        together.ForEach(member => member.Tell());
    }

    private static async Task RunAsync(LedgerTransaction transaction, List<Member> together)
    {
        if (together is [var alone])
        {
            // What it throws takes back the transaction, which is all it wrote.
            await alone.RunAsync(transaction);
            return;
        }

        const string Savepoint = "member";
        foreach (var member in together)
        {
            await transaction.Transaction.SaveAsync(Savepoint);
            try
            {
                await member.RunAsync(transaction);
            }
#pragma warning disable CA1031 // As above.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                await transaction.Transaction.RollbackAsync(Savepoint);
                member.Fail(fault);
            }

            await transaction.Transaction.ReleaseAsync(Savepoint);
        }
    }

    private abstract class Member
    {
        public volatile bool GivenUp;

        public abstract Task RunAsync(LedgerTransaction transaction);

        public abstract void Tell();

        public abstract void Fail(Exception fault);
    }

    private sealed class Member<T>(Func<LedgerTransaction, Task<T>> work) : Member
    {
        private T? _result;

        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(LedgerTransaction transaction) => _result = await work(transaction);

        public override void Tell() => Done.TrySetResult(_result!);

        public override void Fail(Exception fault) => Done.TrySetException(fault);
    }
}
