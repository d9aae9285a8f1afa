using System.Diagnostics.Metrics;
using MashBroker.Ledger;
using MashBroker.Ledger.Notices;
using MashBroker.Sealing;
using MashBroker.Sealing.Trust;
using Microsoft.Extensions.Logging;

namespace MashBroker.Correlation.Trust;

/// <summary>
/// Tells of certificates that end soon and of a revocation list that must be signed anew: on the board, in the log, as metrics.
/// </summary>
internal sealed partial class CertificateSweep : LedgerWorker
{
    public const string MeterName = "MashBroker.Certificates";

    private const string Subject = "certificates";

    // Whoever has the passphrase must be found and have time to sign: the list's own life is a week.
    private static readonly TimeSpan ListWarning = TimeSpan.FromDays(1);

    private readonly Ledger.Ledger _ledger;
    private readonly TrustRegister _register;
    private readonly Sealer _sealer;
    private readonly TimeProvider _clock;
    private readonly ILogger<CertificateSweep> _logger;
    private readonly Meter _meter = new(MeterName);
    private IReadOnlyList<string> _told = [];
    private bool _written;

    public CertificateSweep(
        Ledger.Ledger ledger,
        LedgerSignal signal,
        TrustRegister register,
        Sealer sealer,
        TimeProvider clock,
        ILogger<CertificateSweep> logger
    )
        : base(signal.Of("notices"), logger)
    {
        (_ledger, _register, _sealer, _clock, _logger) = (ledger, register, sealer, clock, logger);
        _meter.CreateObservableGauge("mash.certificate.days_left", MeasureCertificates, "d");
        _meter.CreateObservableGauge(
            "mash.revocation_list.hours_left",
            () => (_register.RevocationListEnds - _clock.GetUtcNow()).TotalHours,
            "h"
        );
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var notices = Notices(_clock.GetUtcNow());
        if (!_written || !notices.SequenceEqual(_told))
        {
            await _ledger.WriteAsync(change => NoticeStore.ReplaceAsync(change, Subject, notices), cancellation);
            foreach (var notice in notices.Except(_told))
            {
                Log.Told(_logger, notice);
            }
            (_told, _written) = (notices, true);
        }
        return Interval;
    }

    private IEnumerable<CertificateEnd> Ends() => _sealer.OwnEnds.Concat(_register.Ends());

    private List<string> Notices(DateTimeOffset now)
    {
        var list = _register.RevocationListEnds;
        var notices = new List<string>();
        if (list - now <= ListWarning)
        {
            notices.Add(
                now > list
                    ? $"The revocation list ended at {list:yyyy-MM-dd HH:mm} UTC: everything is refused. Run 'mash pki crl' now."
                    : $"The revocation list ends at {list:yyyy-MM-dd HH:mm} UTC: everything is refused from then on. Run 'mash pki crl' before."
            );
        }
        notices.AddRange(
            Ends()
                .Where(end => end.WarningAt(now) is not null)
                .OrderBy(end => end.NotAfter)
                .Select(end => Words(end, now))
        );
        return notices;
    }

    private static string Words(CertificateEnd end, DateTimeOffset now)
    {
        var breaks = WhoBreaks.When(end.Party.Name, end.Use);
        return end.DaysLeft(now) < 0
            ? $"{end.Party.Name}: its certificate ({end.Use}) ended on {end.NotAfter:yyyy-MM-dd}. {breaks}."
            : $"{end.Party.Name}: its certificate ({end.Use}) ends on {end.NotAfter:yyyy-MM-dd}, within {end.WarningAt(now)} days. Then {breaks}.";
    }

    private IEnumerable<Measurement<double>> MeasureCertificates()
    {
        var now = _clock.GetUtcNow();
        return Ends()
            .Select(end => new Measurement<double>(
                end.DaysLeft(now),
                new KeyValuePair<string, object?>("party", end.Party.Name),
                new KeyValuePair<string, object?>("use", end.Use.ToString())
            ));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Notice}")]
        public static partial void Told(ILogger logger, string notice);
    }
}
