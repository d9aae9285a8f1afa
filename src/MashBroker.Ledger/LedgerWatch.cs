using Microsoft.Extensions.Hosting;

namespace MashBroker.Ledger;

/// <summary>
/// Raises the signal when another process changed the ledger. SQLite keeps a counter for that in shared memory: asking it
/// reads no page and takes microseconds.
/// </summary>
internal sealed class LedgerWatch(Ledger ledger, LedgerSignal signal) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var seen = await ledger.VersionByOthersAsync(stoppingToken);
        // A worker that started earlier may have looked before this counter was read: what others wrote in between is told by it no more.
        signal.Raise();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var version = await ledger.VersionByOthersAsync(stoppingToken);
            if (version != seen)
            {
                seen = version;
                signal.Raise();
            }
        }
    }
}
