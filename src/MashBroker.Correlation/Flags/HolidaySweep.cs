using MashBroker.Ledger;
using MashBroker.Ledger.Notices;
using MashBroker.Rules;
using Microsoft.Extensions.Logging;

namespace MashBroker.Correlation.Flags;

/// <summary>Tells, while there is time, that the list of bank holidays runs out: on the board and in the log.</summary>
internal sealed partial class HolidaySweep(
    Ledger.Ledger ledger,
    LedgerSignal signal,
    HubProfile profile,
    TimeProvider clock,
    ILogger<HolidaySweep> logger
) : LedgerWorker(signal.Of("notices"), logger)
{
    private const string Subject = "bank-holidays";

    private string? _told;
    private bool _written;

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var notice = HolidayAlarm.At(profile, clock.GetUtcNow());
        if (!_written || notice != _told)
        {
            await ledger.WriteAsync(
                change => NoticeStore.ReplaceAsync(change, Subject, notice is null ? [] : [notice]),
                cancellation
            );
            if (notice is not null)
            {
                Log.Told(logger, notice);
            }

            (_told, _written) = (notice, true);
        }

        return Interval;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Notice}")]
        public static partial void Told(ILogger logger, string notice);
    }
}
