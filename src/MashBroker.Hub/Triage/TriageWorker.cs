using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Strategy;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Vault;
using Microsoft.Extensions.Logging;

namespace MashBroker.Hub.Triage;

/// <summary>Holds each contact that came in against the hub's criteria and proposes a rating to a person.</summary>
internal sealed partial class TriageWorker(
    Ledger.Ledger ledger,
    LedgerGroup group,
    LedgerSignal signal,
    HubProfile profile,
    TimeProvider clock,
    ILogger<TriageWorker> logger
) : LedgerWorker(signal.Of("contacts"), logger)
{
    private const int AtOnce = 16;

    private readonly HubClock _hubClock = new(profile);
    private readonly SetAside<string> _failed = new(TimeSpan.FromMinutes(1));

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var received = await ledger.ReadAsync(
            session => ContactStore.InStateAsync(session, ContactState.Received, AtOnce + _failed.Count),
            cancellation
        );
        var waiting = received.Where(contact => !_failed.Holds(contact.Reference)).ToArray();
        if (waiting.Length > 0)
        {
            CrashPoint.At(CrashPoint.HubAfterContactWritten);
            await Task.WhenAll(waiting.Select(contact => TriageAsync(contact, cancellation)));
            return TimeSpan.Zero;
        }

        // A child still missing passes the limit by waiting, whatever was decided before.
        var now = clock.GetUtcNow();
        var due = await ledger.ReadAsync(
            session => ContactStore.RetriageDueAsync(session, now, AtOnce + _failed.Count),
            cancellation
        );
        var again = due.Where(contact => !_failed.Holds(contact.Reference)).ToArray();
        await Task.WhenAll(again.Select(contact => TriageAgainAsync(contact, cancellation)));
        return again.Length > 0 ? TimeSpan.Zero : Interval;
    }

    private Task TriageAsync(ContactRow contact, CancellationToken cancellation) =>
        AssessAsync(
            contact,
            (content, finding, routes) =>
            {
                var due = DecisionDue(finding, contact.ReceivedAt, contact.AllocatedAt);
                return group.WriteAsync(
                    async transaction =>
                    {
                        var kept = await ContactStore.KeepTriageAsync(
                            transaction,
                            contact.Reference,
                            TriageNote.Of(finding, routes).Write(),
                            finding.Qualifies,
                            finding.Suggested.Rating,
                            due,
                            NextLook(finding)
                        );
                        if (kept)
                        {
                            await AskForAllocationAsync(transaction, contact, routes);
                            await CallStrategy.StartClockAsync(transaction, profile, contact, content, due);
                        }

                        return kept;
                    },
                    cancellation
                );
            }
        );

    // "At once" is no figure. Somebody at the hub gets a quarter of an hour before others are told that nobody has the case;
    // ops/decisions/0086.
    private static readonly TimeSpan AllocatedAtOnce = TimeSpan.FromMinutes(15);

    private static async Task AskForAllocationAsync(
        LedgerTransaction transaction,
        ContactRow contact,
        IReadOnlyList<RouteAdvice> routes
    )
    {
        if (routes.Any(route => route.AllocateAtOnce))
        {
            await CaseClocks.StartAsync(
                transaction,
                contact,
                CaseClockKind.Allocation,
                contact.WrittenAt + AllocatedAtOnce
            );
        }
    }

    private Task TriageAgainAsync(ContactRow contact, CancellationToken cancellation) =>
        AssessAsync(
            contact,
            (content, finding, routes) =>
            {
                var held = TriageNote.Read(contact.TriageJson!).Criteria.Select(criterion => criterion.Code);
                var holdsNow = finding.Criteria.Select(criterion => criterion.Code).Except(held).Any();
                var reopened = holdsNow && contact.State is ContactState.NotAnEnquiry;
                // One that was decided has a new clock from when the facts changed; one that waits keeps the old one.
                DateTimeOffset? decisionDue = reopened ? DecisionDue(finding, contact.RetriageAt!.Value) : null;
                if (holdsNow && !reopened && DecisionDue(finding, contact.ReceivedAt, contact.AllocatedAt) is var due)
                {
                    decisionDue = due < contact.DecisionDueAt ? due : null;
                }

                return group.WriteAsync(
                    async transaction =>
                    {
                        var kept = await ContactStore.KeepRetriageAsync(
                            transaction,
                            contact,
                            TriageNote.Of(finding, routes).Write(),
                            finding.Qualifies,
                            finding.Suggested.Rating,
                            reopened,
                            decisionDue,
                            NextLook(finding)
                        );
                        if (kept && reopened)
                        {
                            await CaseClocks.RunOnAsync(transaction, contact.Reference);
                        }

                        if (kept && holdsNow)
                        {
                            var due = decisionDue ?? DecisionDue(finding, contact.ReceivedAt, contact.AllocatedAt);
                            await CallStrategy.StartClockAsync(transaction, profile, contact, content, due);
                        }

                        return kept;
                    },
                    cancellation
                );
            }
        );

    private DateTimeOffset DecisionDue(
        TriageFinding finding,
        DateTimeOffset from,
        DateTimeOffset? allocatedAt = null
    ) =>
        _hubClock
            .DecisionDue(
                finding.Suggested.Rating is Rating.None ? Rating.Green : finding.Suggested.Rating,
                from,
                allocatedAt
            )
            .At;

    // Only what is still to come: a look that changes nothing must not be due at once again.
    private static DateTimeOffset? NextLook(TriageFinding finding) =>
        finding.NearMisses.Min(miss => miss.WillHoldAfter > finding.AssessedAt ? miss.WillHoldAfter : null);

    private async Task AssessAsync(
        ContactRow contact,
        Func<Contact, TriageFinding, IReadOnlyList<RouteAdvice>, Task<bool>> keep
    )
    {
        try
        {
            var content = await ledger.ReadAsync(
                session => LookupStore.ReadAsync(session, contact, profile.Zone),
                CancellationToken.None
            );
            var now = clock.GetUtcNow();
            var finding = Rules.Triage.Assess(profile, content, now);
            var file = await ledger.ReadAsync(
                session => CaseFile.ReadAsync(session, contact.Reference, OpenCases.Kind),
                CancellationToken.None
            );
            var routes = Outlook.RoutesOf(profile, OpenCases.Of(content, file).Ask(content, now));
            await keep(content, finding, routes);
            _failed.Remove(contact.Reference);
            Log.ContactTriaged(logger, contact.Reference, finding.Qualifies);
        }
        catch (Exception fault) when (fault is JsonException or VaultException)
        {
            _failed.Add(contact.Reference);
            Log.TriageFailed(logger, contact.Reference, fault.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Contact triaged: {Contact}, qualifies {Qualifies}")]
        public static partial void ContactTriaged(ILogger logger, string contact, bool qualifies);

        [LoggerMessage(LogLevel.Error, "The contact {Contact} cannot be triaged: {Fault}")]
        public static partial void TriageFailed(ILogger logger, string contact, string fault);
    }
}
