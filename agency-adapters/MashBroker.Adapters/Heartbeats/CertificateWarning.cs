using MashBroker.Sealing;
using MashBroker.Sealing.Trust;
using Microsoft.Extensions.Logging;

namespace MashBroker.Adapters.Heartbeats;

/// <summary>Tells the agency's administrator, with the heartbeat, which certificates end soon: each once for 60, 30, 14, 7 and 1 days.</summary>
internal sealed partial class CertificateWarning(
    AgencySeat seat,
    TimeProvider clock,
    ILogger<CertificateWarning> logger
)
{
    private readonly HashSet<(CertificateEnd End, int Days)> _told = [];

    public void Look()
    {
        var now = clock.GetUtcNow();
        foreach (var end in seat.Sealer.OwnEnds.Concat(seat.Register.Ends()))
        {
            if (end.WarningAt(now) is { } days && _told.Add((end, days)))
            {
                Log.EndsSoon(
                    logger,
                    seat.Agency,
                    end.Party.Name,
                    end.Use.ToString(),
                    end.NotAfter,
                    WhoBreaks.When(end.Party.Name, end.Use)
                );
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "{Agency}: the certificate of {Party} ({Use}) ends at {End:u}; then {Breaks}. Renew with 'enrol --renew', or ask the hub for its new one"
        )]
        public static partial void EndsSoon(
            ILogger logger,
            string agency,
            string party,
            string use,
            DateTimeOffset end,
            string breaks
        );
    }
}
