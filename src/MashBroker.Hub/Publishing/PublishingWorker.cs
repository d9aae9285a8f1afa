using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Lookups;
using MashBroker.Ledger.Referrers;
using MashBroker.Ledger.Strategy;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Vault;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MashBroker.Hub.Publishing;

/// <summary>Publishes the enquiry of each contact whose rating a person has confirmed: enquiry, requests and outbox at once.</summary>
internal sealed partial class PublishingWorker(
    Ledger.Ledger ledger,
    LedgerGroup group,
    LedgerSignal signal,
    HubProfile profile,
    ConnectedAgencies connected,
    IOptions<HubOptions> options,
    ILogger<PublishingWorker> logger
) : LedgerWorker(signal.Of("contacts"), logger)
{
    private const int AtOnce = 16;
    private const int SaltSize = 16;

    private readonly EnquiryDraft _draft = new(profile, options.Value.Telephone);
    private readonly SetAside<string> _failed = new(TimeSpan.FromMinutes(1));

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        var confirmed = await ledger.ReadAsync(
            session => ContactStore.ToPublishAsync(session, AtOnce + _failed.Count),
            cancellation
        );
        var waiting = confirmed.Where(contact => !_failed.Holds(contact.Reference)).ToArray();
        if (waiting.Length == 0)
        {
            return Interval;
        }

        // The gravest first: numbers and outbox positions are given in this order.
        await Task.WhenAll(
            waiting.OrderByDescending(contact => contact.Rating).Select(contact => PublishAsync(contact, cancellation))
        );
        CrashPoint.At(CrashPoint.HubAfterPublish);
        return TimeSpan.Zero;
    }

    private async Task PublishAsync(ContactRow row, CancellationToken cancellation)
    {
        try
        {
            var reference = await group.WriteAsync(transaction => PublishAsync(transaction, row), cancellation);
            _failed.Remove(row.Reference);
            if (reference is not null)
            {
                Log.EnquiryPublished(logger, reference, row.Reference, row.Rating);
            }
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or VaultException)
        {
            // The text of such a fault names fields, never what they hold.
            _failed.Add(row.Reference);
            Log.PublishingFailed(
                logger,
                row.Reference,
                fault.GetType().Name,
                (fault is JsonException ? null : fault.Message)
            );
        }
    }

    private async Task<EnquiryReference?> PublishAsync(LedgerTransaction transaction, ContactRow row)
    {
        var kept = await LookupStore.ReadAsync(transaction, row, profile.Zone);
        var contact = await ReferrerStore.RestoreAsync(transaction, row, kept);
        var onRecord = await SharingFile.ReadAsync(transaction, row.Reference, contact);
        var plan = EnquiryPlan.Make(
            profile,
            contact,
            row.Rating!.Value,
            row.ReceivedAt,
            transaction.Now,
            connected.Codes,
            allocatedAt: row.AllocatedAt,
            onRecord: onRecord
        );
        if (await LeakGate.CheckAsync(transaction, row, OutgoingTexts.Of(plan)) is { } leak)
        {
            await ContactStore.HoldBackAsync(transaction, row, leak);
            Log.HeldBack(logger, row.Reference, leak.Findings.Count);
            return null;
        }

        plan = plan with { Remarks = [.. plan.Remarks, .. await OpenedSinceAsync(transaction, row)] };
        var published = await EnquiryStore.PublishAsync(
            transaction,
            profile.Code,
            row.Reference,
            reference => _draft.Make(row, kept, plan, reference, transaction.Now)
        );
        if (published is not null)
        {
            await CallStrategy.StartClockAsync(transaction, profile, row, contact, plan.DecisionDue.At);
            if (Decided(row, plan, onRecord) is { With.Count: > 0 } decision)
            {
                // Its reason was looked at when the rating was confirmed.
                await CaseFile.AddAsync(transaction, row with { EnquiryReference = published }, decision, ofHub: true);
                await LeakGate.KeepPassedAroundAsync(transaction, row, row.RatingReason ?? "", decision.Reason);
            }
        }

        return published;
    }

    // The gate stands where a person rates (AskedOnce). Since then people may have been added to another enquiry that make it one of
    // this household: nobody is here to ask, and a child at risk does not wait for somebody, so it is published and said (0090).
    private static async Task<IEnumerable<string>> OpenedSinceAsync(LedgerTransaction transaction, ContactRow row)
    {
        var open = await AskedOnce.OpenAsync(transaction, row.Reference);
        var known =
            open.Count == 0
            || (await CaseFile.ReadAsync(transaction, row.Reference, CaseEntryKinds.Of<Departure>().Code)).Any(entry =>
                entry.Statement is Departure { From: DepartureFrom.AskedOnce }
            );
        return known
            ? []
            : [$"{AskedOnce.SinceRated}: {string.Join(", ", open)}. Agencies may be asked twice: look at both."];
    }

    // Whoever confirms a rating decides that the agencies are asked, and so told: it stands on record as that, too.
    private static SharingDecision Decided(ContactRow row, EnquiryPlan plan, SharingRecord onRecord) =>
        new()
        {
            By = row.RatedBy!,
            Role = row.RatedRole!,
            Decision = SharingChoice.Share,
            With = [.. plan.Agencies.Where(agency => agency.Ask is not null).Select(agency => agency.Code)],
            Purpose = plan.Purpose,
            Reason =
                row.RatingReason is { Length: > 0 } reason ? $"{plan.Rating} confirmed: {reason}"
                : onRecord.SharedKnowing is { Reason: var known } ? $"{plan.Rating} confirmed: {known}"
                : $"{plan.Rating} confirmed. {plan.LegalBasis.Necessity}",
            ByRating = true,
            Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltSize)),
        };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Enquiry published: {Enquiry} from {Contact}, {Rating}")]
        public static partial void EnquiryPublished(
            ILogger logger,
            EnquiryReference enquiry,
            string contact,
            Rating? rating
        );

        [LoggerMessage(LogLevel.Warning, "The contact {Contact} is held back: {Findings} findings of the leak check")]
        public static partial void HeldBack(ILogger logger, string contact, int findings);

        [LoggerMessage(LogLevel.Error, "The contact {Contact} cannot be published: {Fault} {Detail}")]
        public static partial void PublishingFailed(ILogger logger, string contact, string fault, string? detail);
    }
}
