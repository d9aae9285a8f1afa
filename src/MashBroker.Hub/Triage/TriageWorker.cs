using System.Text.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Messaging;
using MashBroker.Rules;
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
) : LedgerWorker(signal, logger)
{
    private const int AtOnce = 16;

    private readonly SetAside<string> _failed = new(TimeSpan.FromMinutes(1));

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var received = await ledger.ReadAsync(
            session => ContactStore.InStateAsync(session, ContactState.Received, AtOnce + _failed.Count),
            cancellation
        );
        var waiting = received.Where(contact => !_failed.Holds(contact.Reference)).ToArray();
        if (waiting.Length == 0)
        {
            return Interval;
        }

        CrashPoint.At(CrashPoint.HubAfterContactWritten);
        await Task.WhenAll(waiting.Select(contact => TriageAsync(contact, cancellation)));
        return TimeSpan.Zero;
    }

    private async Task TriageAsync(ContactRow contact, CancellationToken cancellation)
    {
        try
        {
            var content = ContactContent.Read(contact.Content);
            var finding = Rules.Triage.Assess(profile, content, clock.GetUtcNow());
            var json = TriageNote.Of(finding).Write();
            await group.WriteAsync(
                transaction =>
                    ContactStore.KeepTriageAsync(
                        transaction,
                        contact.Reference,
                        json,
                        finding.Qualifies,
                        finding.Suggested.Rating
                    ),
                cancellation
            );
            _failed.Remove(contact.Reference);
            Log.ContactTriaged(logger, contact.Reference, finding.Qualifies);
        }
        catch (JsonException fault)
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
