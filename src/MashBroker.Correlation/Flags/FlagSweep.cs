using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Life;
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
) : LedgerWorker(signal.Of("contacts", "enquiries", "case_clocks"), logger)
{
    // Triage starts a contact's clock within moments; whoever finds none after this starts it instead.
    private static readonly TimeSpan TriageAwaited = TimeSpan.FromMinutes(1);

    private readonly HubClock _hours = new(profile);

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        await StartClocksAsync(cancellation);
        var next = await NextAsync(cancellation);
        if (next < clock.GetUtcNow())
        {
            var undecided = await ledger.WriteAsync(ContactStore.FlagUndecidedAsync, cancellation);
            foreach (var contact in undecided)
            {
                Log.ContactUndecided(logger, contact.Reference, contact.DecisionDueAt);
            }

            foreach (var passed in await ledger.WriteAsync(CaseClocks.FlagPassedAsync, cancellation))
            {
                Log.CaseClockPassed(
                    logger,
                    TellAt(clock.GetUtcNow()),
                    passed.ContactReference,
                    passed.Kind,
                    passed.DueAt
                );
            }

            var raised = await ledger.WriteAsync(RaiseAsync, cancellation);
            foreach (var flag in raised)
            {
                Log.FlagRaised(
                    logger,
                    TellAt(flag.RaisedAt),
                    flag.EnquiryReference,
                    flag.Agency,
                    flag.Kind,
                    flag.DueAt
                );
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
    private string TellAt(DateTimeOffset at) =>
        !_hours.IsOpen(at) && profile.OutOfHours is { } team ? team.Name : "the manager";

    private Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) =>
        ledger.ReadAsync(
            async session =>
                new[]
                {
                    await FlagStore.NextAsync(session),
                    await ContactStore.NextUndecidedAsync(session),
                    await CaseClocks.NextAsync(session),
                }.Min(),
            cancellation
        );

    private async Task StartClocksAsync(CancellationToken cancellation)
    {
        var writtenBefore = clock.GetUtcNow() - TriageAwaited;
        var without = await ledger.ReadAsync(
            session => ContactStore.WithoutClockAsync(session, writtenBefore),
            cancellation
        );
        if (without.Count > 0)
        {
            await ledger.WriteAsync(
                async transaction =>
                {
                    foreach (var contact in without)
                    {
                        var due = _hours.DecisionDue(Rating.Green, contact.ReceivedAt, contact.AllocatedAt).At;
                        await ContactStore.StartClockAsync(transaction, contact.Reference, due);
                    }
                },
                cancellation
            );
        }
    }

    private async Task<IReadOnlyList<Flag>> RaiseAsync(LedgerTransaction transaction)
    {
        var raised = await FlagStore.RaiseDueAsync(transaction);
        if (raised.Count > 0)
        {
            // A sweep that has nothing to write is not the moment that a crash could spoil.
            CrashPoint.At(CrashPoint.CorrelationDuringSweep);
        }

        // At the deadline and when the decision is due: more reminders are a person's to write.
        var toChase = raised.Where(flag => flag.Kind is FlagKind.Late or FlagKind.Missing);
        foreach (var late in toChase.GroupBy(flag => flag.EnquiryReference))
        {
            var enquiry = await EnquiryStore.FindAsync(transaction, late.Key);
            var requests = await EnquiryStore.RequestsOfAsync(transaction, late.Key);
            foreach (var agency in late.Select(flag => flag.Agency).Distinct())
            {
                var request = requests.Single(each => each.Agency == agency);
                // One that answered meanwhile (the hub was down at the deadline) was late and needs no reminder.
                if (request.IsOpen)
                {
                    var chaser = await ChaseAgencies.WriteAsync(transaction, request);
                    await OutboxStore.AddAsync(
                        transaction,
                        letters.About(request, enquiry!.Rating, chaser, transaction.Now)
                    );
                    await AuditStore.AppendAsync(
                        transaction,
                        "clock",
                        AuditAct.AgencyChased,
                        late.Key,
                        agency,
                        $"reminder {chaser.Number}"
                    );
                }
            }
        }

        return raised;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Flag for the manager: {Contact} is undecided, due at {DueAt:u}")]
        public static partial void ContactUndecided(ILogger logger, string contact, DateTimeOffset dueAt);

        [LoggerMessage(LogLevel.Warning, "Flag for {Tell}: {Contact} {Kind} was due at {DueAt:u}")]
        public static partial void CaseClockPassed(
            ILogger logger,
            string tell,
            string contact,
            CaseClockKind kind,
            DateTimeOffset dueAt
        );

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
