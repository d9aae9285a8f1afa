using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Ledger;

/// <summary>
/// Looks into the ledger for work whenever it changed, and from time to time without being told: whatever stopped a worker,
/// the work is found again.
/// </summary>
public abstract partial class LedgerWorker(LedgerInterest interest, ILogger logger) : BackgroundService
{
    /// <summary>Longest time between two looks. Real time, not the hub's: the hub's clock may be moved.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Does what there is to do.</summary>
    /// <returns>How long it may be until the next look if nothing changes; at most <see cref="Interval"/> is waited.</returns>
    protected abstract Task<TimeSpan> LookAsync(CancellationToken cancellation);

    /// <summary>Something that is not in the ledger has changed: look without waiting.</summary>
    protected void LookAgain() => interest.Raise();

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = interest.Next;
            try
            {
                var wait = await LookAsync(stoppingToken);
                failures = 0;
                wait = TimeSpan.FromMilliseconds(Math.Clamp(wait.TotalMilliseconds, 0, Interval.TotalMilliseconds));
                await changed.WaitAsync(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A full disk or a locked file must not end a worker: it tries again when it may have passed.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                failures++;
                var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), LongestPause.TotalSeconds));
                Log.LookFailed(logger, GetType().Name, Describe(fault), pause.TotalSeconds);
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Types and places, no texts: the text of an exception may quote what it failed on.
    private static string Describe(Exception fault) =>
        $"{fault.GetType().Name}{(fault.InnerException is { } inner ? $" < {inner.GetType().Name}" : "")} {new StackTrace(fault)}";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Worker} failed and tries again in {Seconds} s: {Fault}")]
        public static partial void LookFailed(ILogger logger, string worker, string fault, double seconds);
    }
}
