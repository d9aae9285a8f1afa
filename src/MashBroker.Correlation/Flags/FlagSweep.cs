using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Outbox;
using MashBroker.Messaging;
using Microsoft.Extensions.Logging;

namespace MashBroker.Correlation.Flags;

/// <summary>
/// Raises what has fallen due and tells the manager; reminds agencies that are late. Looks at the next due instant, and every
/// second because clocks are set and demonstrations move them.
/// </summary>
internal sealed partial class FlagSweep(
    Ledger.Ledger ledger,
    LedgerSignal signal,
    HubLetters letters,
    PackBell bell,
    TimeProvider clock,
    ILogger<FlagSweep> logger
) : LedgerWorker(signal, logger)
{
    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var next = await NextAsync(cancellation);
        if (next < clock.GetUtcNow())
        {
            var raised = await ledger.WriteAsync(RaiseAsync, cancellation);
            foreach (var flag in raised)
            {
                Log.FlagRaised(logger, flag.EnquiryReference, flag.Agency, flag.Kind, flag.DueAt);
            }

            if (raised.Count > 0)
            {
                bell.Ring();
            }

            next = await NextAsync(cancellation);
        }

        return next is { } coming ? coming - clock.GetUtcNow() + TimeSpan.FromMilliseconds(1) : Interval;
    }

    private Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) =>
        ledger.ReadAsync(FlagStore.NextAsync, cancellation);

    private async Task<IReadOnlyList<Flag>> RaiseAsync(LedgerTransaction transaction)
    {
        var raised = await FlagStore.RaiseDueAsync(transaction);
        CrashPoint.At(CrashPoint.CorrelationDuringSweep);
        foreach (var late in raised.Where(flag => flag.Kind is FlagKind.Late).GroupBy(flag => flag.EnquiryReference))
        {
            var enquiry = await EnquiryStore.FindAsync(transaction, late.Key);
            var requests = await EnquiryStore.RequestsOfAsync(transaction, late.Key);
            foreach (var flag in late)
            {
                var request = requests.Single(each => each.Agency == flag.Agency);
                // One that answered meanwhile (the hub was down at the deadline) was late and needs no reminder.
                if (request.AnsweredAt is null)
                {
                    var chaser = Chase(request, transaction.Now);
                    await OutboxStore.AddAsync(
                        transaction,
                        letters.About(request, enquiry!.Rating, chaser, transaction.Now)
                    );
                }
            }
        }

        return raised;
    }

    private static Chaser Chase(RequestRow request, DateTimeOffset now) =>
        new() { Number = 1, MinutesLeft = (int)Math.Floor((request.DueAt - now).TotalMinutes) };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Flag for the manager: {Enquiry} {Agency} {Kind}, due at {DueAt}")]
        public static partial void FlagRaised(
            ILogger logger,
            EnquiryReference enquiry,
            string agency,
            FlagKind kind,
            DateTimeOffset dueAt
        );
    }
}
