using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Heartbeats;

/// <summary>Whether the agency's records system answers; remembers the last time it was tried.</summary>
internal sealed partial class RecordsProbe(
    IAgencyRecords records,
    IOptions<AdapterOptions> options,
    TimeProvider clock,
    ILogger<RecordsProbe> logger
)
{
    // Shorter than any heartbeat interval worth having: a hanging system must not silence the adapter.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private volatile bool _reachable;

    public bool WasReachable => _reachable;

    /// <summary>A search found the system away: the next probe that succeeds says that it is back.</summary>
    public void NoteUnreachable() => _reachable = false;

    public async Task<bool> TryAsync(CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await Task.Run(() => records.ProbeAsync(either.Token), either.Token).WaitAsync(either.Token);
            _reachable = true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        // Whatever the system does instead of answering, it did not answer.
        catch (Exception exception)
        {
            _reachable = false;
            Log.Unreachable(logger, options.Value.Agency, records.System, exception.GetType().Name);
        }

        return _reachable;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Agency}: {System} does not answer ({Fault})")]
        public static partial void Unreachable(ILogger logger, string agency, string system, string fault);
    }
}
