using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Outbox;
using MashBroker.Messaging;
using MashBroker.Rules;
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
    HubProfile profile,
    TimeProvider clock,
    ILogger<FlagSweep> logger
) : LedgerWorker(signal, logger)
{
    private readonly HubClock _hours = new(profile);

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var next = await NextAsync(cancellation);
        if (next < clock.GetUtcNow())
        {
            var raised = await ledger.WriteAsync(RaiseAsync, cancellation);
            foreach (var flag in raised)
            {
                Log.FlagRaised(logger, Tell(flag), flag.EnquiryReference, flag.Agency, flag.Kind, flag.DueAt);
            }

            if (raised.Count > 0)
            {
                bell.Ring();
            }

            next = await NextAsync(cancellation);
        }

        return next is { } coming ? coming - clock.GetUtcNow() + TimeSpan.FromMilliseconds(1) : Interval;
    }

    // When nobody is at the hub, the team that stands in for it is who must know.
    private string Tell(Flag flag) =>
        !_hours.IsOpen(flag.RaisedAt) && profile.OutOfHours is { } team ? team.Name : "the manager";

    private Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) =>
        ledger.ReadAsync(FlagStore.NextAsync, cancellation);

    private async Task<IReadOnlyList<Flag>> RaiseAsync(LedgerTransaction transaction)
    {
        var raised = await FlagStore.RaiseDueAsync(transaction);
        if (raised.Count > 0)
        {
            // A sweep that has nothing to write is not the moment that a crash could spoil.
            CrashPoint.At(CrashPoint.CorrelationDuringSweep);
        }

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
        [LoggerMessage(LogLevel.Warning, "Flag for {Tell}: {Enquiry} {Agency} {Kind}, due at {DueAt:u}")]
        public static partial void FlagRaised(
            ILogger logger,
            string tell,
            EnquiryReference enquiry,
            string agency,
            FlagKind kind,
            DateTimeOffset dueAt
        );
    }
}
