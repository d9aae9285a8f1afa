using MashBroker.Adapters.Inbox;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Heartbeats;

/// <summary>Tells the hub at start and at intervals that this adapter is alive and whether it can reach its records.</summary>
internal sealed partial class HeartbeatSender(
    MashBus bus,
    AgencySeat seat,
    AgencyLetters letters,
    RecordsProbe probe,
    CertificateWarning certificates,
    InboxStore inbox,
    AdapterSignals signals,
    IOptions<AdapterOptions> options,
    TimeProvider clock,
    ILogger<HeartbeatSender> logger
) : BackgroundService
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(options.Value.HeartbeatSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await BeatAsync(stoppingToken);
                await Task.Delay(_interval, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The hub notices the silence.
        }
    }

    private async Task BeatAsync(CancellationToken stopping)
    {
        try
        {
            certificates.Look();
            var was = probe.WasReachable;
            var reachable = await probe.TryAsync(stopping);
            if (reachable && !was && await inbox.WakeAgainAsync(stopping) > 0)
            {
                signals.Work.Ring();
            }

            var (id, bytes) = letters.Heartbeat(
                new Heartbeat
                {
                    AdapterVersion = AgencySeat.Version,
                    RecordsReachable = reachable,
                    OpenRequests = await inbox.CountOpenAsync(stopping),
                }
            );
            await bus.SendAsync(Lane.Returns(seat.Hub, Rating.Green, seat.Agency), bytes, id, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        // A heartbeat that did not go is said by its absence; the next one comes soon.
        catch (Exception exception)
        {
            Log.NotSent(logger, seat.Agency, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Agency}: heartbeat not sent ({Fault})")]
        public static partial void NotSent(ILogger logger, string agency, string fault);
    }
}
