using System.Collections.Concurrent;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Outbox;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MashBroker.Hub.Dispatch;

/// <summary>
/// Sends what the outbox holds: seals once, keeps the bytes, sends them with the broker's confirmation, marks them sent.
/// Wherever it is stopped, the same bytes go again. Red first; an agency whose lane fails keeps nobody else waiting.
/// </summary>
internal sealed partial class Dispatcher(
    Ledger.Ledger ledger,
    LedgerGroup group,
    LedgerSignal signal,
    MashBus bus,
    Sealer sealer,
    HubProfile profile,
    IOptions<HubOptions> options,
    TimeProvider clock,
    ILogger<Dispatcher> logger
) : LedgerWorker(signal.Of("outbox"), logger)
{
    private const string Actor = "hub";

    private readonly ConcurrentDictionary<long, UnderWay> _underWay = new();
    private readonly OutboxSealing _sealing = new(group, sealer, logger);
    private readonly LanePauses _pauses = new(TimeSpan.FromSeconds(options.Value.LongestPauseSeconds), clock);
    private volatile bool _wantsSlots;
    private bool _started;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_underWay.Values.Select(each => each.Done)).WaitAsync(cancellationToken);
    }

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        if (!_started)
        {
            await ledger.WriteAsync(OutboxStore.SendUnreceiptedAgainAsync, cancellation);
            _started = true;
        }

        var rows = await NextAsync(cancellation);
        if (rows.Count == 0)
        {
            return Interval;
        }

        foreach (var row in await _sealing.SealAsync(rows, cancellation))
        {
            if (sealer.MayReach(row.Agency))
            {
                Start(row, cancellation);
            }
            else
            {
                // Sealed before its certificates were revoked: the bytes wait, as what is not yet sealed does.
                Log.LetterWaits(logger, row.LetterId, row.Agency);
                await ledger.WriteAsync(
                    async change =>
                    {
                        await OutboxStore.PostponeAsync(change, row, change.Now + OutboxSealing.Pause);
                        return true;
                    },
                    cancellation
                );
            }
        }

        return TimeSpan.Zero;
    }

    private async Task<IReadOnlyList<OutboxRow>> NextAsync(CancellationToken cancellation)
    {
        // Set before looking, so that a slot that comes free while we look wakes us again; unset when nothing waits for one.
        _wantsSlots = true;
        var underWay = _underWay.ToArray();
        var free = options.Value.LettersUnderWay - underWay.Length;
        if (free <= 0)
        {
            return [];
        }

        var ofAgency = underWay.GroupBy(each => each.Value.Agency).ToDictionary(each => each.Key, each => each.Count());
        var perAgency = options.Value.LettersUnderWayPerAgency;
        var busy = ofAgency.Where(each => each.Value >= perAgency).Select(each => each.Key).ToArray();
        var now = clock.GetUtcNow();
        var due = await ledger.ReadAsync(
            session => OutboxStore.DueAsync(session, now, options.Value.LettersUnderWay + underWay.Length, busy),
            cancellation
        );
        var next = new List<OutboxRow>();
        var left = busy.Length > 0;
        foreach (var row in due.Where(row => !_underWay.ContainsKey(row.Position)))
        {
            var count = ofAgency.GetValueOrDefault(row.Agency);
            if (next.Count < free && count < perAgency)
            {
                ofAgency[row.Agency] = count + 1;
                next.Add(row);
            }
            else
            {
                left = true;
            }
        }

        _wantsSlots = left;
        return next;
    }

    private void Start(OutboxRow row, CancellationToken cancellation)
    {
        var underWay = new UnderWay(row.Agency);
        _underWay[row.Position] = underWay;
        underWay.Done = SendAsync(row, cancellation);
    }

    private async Task SendAsync(OutboxRow row, CancellationToken cancellation)
    {
        // The loop goes on to the next while this one waits for its confirmation.
        await Task.Yield();
        var lane = Lane.ToAgency(profile.Code, row.Agency, row.Rating);
        try
        {
            await bus.SendAsync(lane, row.Sealed, row.LetterId, cancellation);
            CrashPoint.At(CrashPoint.HubBeforeMarkSent);
            _pauses.Sent(lane.Name);
            // Not cancelled: it was sent, and saying so saves sending it again.
            await group.WriteAsync(transaction => MarkSentAsync(transaction, row), CancellationToken.None);
            CrashPoint.At(CrashPoint.HubAfterMarkSent);
        }
        catch (LaneUnavailableException)
        {
            await PostponeAsync(row, lane, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whether it arrived or not, it goes again after the next start.
        }
#pragma warning disable CA1031 // Nobody awaits this task: what is not dealt with here would be silence.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.SendingFailed(logger, row.LetterId, row.Agency, fault.GetType().Name);
            // It is due still. Its slot is kept for a while, so that a full disk does not make us send without end.
            await Task.Delay(_pauses.AfterFailure(lane.Name), cancellation)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            _underWay.TryRemove(row.Position, out _);
            if (_wantsSlots)
            {
                _wantsSlots = false;
                LookAgain();
            }
        }
    }

    private static async Task<bool> MarkSentAsync(LedgerTransaction transaction, OutboxRow row)
    {
        await OutboxStore.MarkSentAsync(transaction, row);
        if (row.Type is LetterType.Request)
        {
            await AuditStore.AppendAsync(
                transaction,
                Actor,
                AuditAct.RequestSent,
                row.EnquiryReference,
                row.Agency,
                row.TimesSent == 0 ? null : "again, the same bytes"
            );
        }

        return true;
    }

    private async Task PostponeAsync(OutboxRow row, Lane lane, CancellationToken cancellation)
    {
        var pause = _pauses.AfterFailure(lane.Name);
        Log.LaneUnavailable(logger, lane, row.LetterId, pause.TotalSeconds);
        try
        {
            await group.WriteAsync(
                async transaction =>
                {
                    await OutboxStore.PostponeAsync(transaction, row, transaction.Now + pause);
                    return true;
                },
                cancellation
            );
        }
#pragma warning disable CA1031 // As above; the row is due still, and the pause is kept here instead.
        catch (Exception)
#pragma warning restore CA1031
        {
            await Task.Delay(pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed class UnderWay(string agency)
    {
        public string Agency { get; } = agency;

        public Task Done { get; set; } = Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Lane} did not take the letter {Letter}; it goes again in {Seconds} s")]
        public static partial void LaneUnavailable(ILogger logger, Lane lane, MessageId letter, double seconds);

        [LoggerMessage(
            LogLevel.Error,
            "The letter {Letter} is sealed, and {Agency} has no certificate that may be used now; it waits"
        )]
        public static partial void LetterWaits(ILogger logger, MessageId letter, string agency);

        [LoggerMessage(LogLevel.Error, "Sending the letter {Letter} to {Agency} failed: {Fault}")]
        public static partial void SendingFailed(ILogger logger, MessageId letter, string agency, string fault);
    }
}
