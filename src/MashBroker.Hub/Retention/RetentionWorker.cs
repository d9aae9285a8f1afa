using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Retention;
using MashBroker.Rules;
using MashBroker.Sealing;
using Microsoft.Extensions.Logging;

namespace MashBroker.Hub.Retention;

/// <summary>
/// Erases what has been kept for long enough, and what somebody asked to be erased: makes it final, destroys the family's key,
/// signs a certificate of it and tells every agency that was asked to do the same. Stopped anywhere, it goes on from there.
/// </summary>
internal sealed partial class RetentionWorker(
    Ledger.Ledger ledger,
    LedgerSignal signal,
    HubProfile profile,
    Sealer sealer,
    TimeProvider clock,
    ILogger<RetentionWorker> logger
) : LedgerWorker(signal.Of("erasures"), logger)
{
    private const int AtOnce = 50;

    /// <summary>So long operations and police can look at what was refused and belongs to no enquiry.</summary>
    private const int RefusedDays = 90;

    // An agency that is away for half a year is told when it comes back.
    private static readonly TimeSpan InstructionValid = TimeSpan.FromDays(180);

    // Periods are counted in days.
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private DateTimeOffset _nextSweep = DateTimeOffset.MinValue;
    private bool _started;

    protected override async Task<TimeSpan> LookAsync(CancellationToken cancellation)
    {
        if (!_started)
        {
            // Where the keys were restored from a backup, destroyed ones are back.
            var erased = await ledger.ReadAsync(ErasureStore.ErasedKeysAsync, cancellation);
            if (erased.Count > 0)
            {
                await ledger.Vault.DestroyAsync(erased, cancellation);
            }

            _started = true;
        }

        var now = clock.GetUtcNow();
        var more = false;
        if (now >= _nextSweep || now < _nextSweep - BetweenSweeps)
        {
            more = await SweepAsync(now, cancellation);
            _nextSweep = now + BetweenSweeps;
        }

        foreach (var erasure in await ledger.ReadAsync(ErasureStore.UnfinishedAsync, cancellation))
        {
            await FinishAsync(erasure, cancellation);
        }

        if (more)
        {
            _nextSweep = now;
        }

        return more ? TimeSpan.Zero : Interval;
    }

    /// <returns>Whether more are due than were taken at once.</returns>
    private async Task<bool> SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var more = false;
        var outcomes = profile.Retention.Select(rule => rule.Outcome).ToArray();
        foreach (var rule in profile.Retention)
        {
            var before = rule.ClosedBefore(now, profile.Zone);
            var due = await ledger.ReadAsync(
                session => ErasureStore.DueAsync(session, rule.Outcome, outcomes, before, AtOnce),
                cancellation
            );
            foreach (var reference in due)
            {
                await ledger.WriteAsync(change => BeginAsync(change, reference, rule), cancellation);
            }

            more |= due.Count == AtOnce;
        }

        var days = ledger.Vault.DaysBefore(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-RefusedDays));
        if (days.Count > 0)
        {
            await ledger.Vault.DestroyAsync(days, cancellation);
        }

        return more;
    }

    private static async Task<bool> BeginAsync(LedgerTransaction change, string reference, RetentionRule rule)
    {
        var contact = await ContactStore.FindAsync(change, reference);
        return await ErasureStore.BeginAsync(change, contact!, rule.Outcome, "hub", askedBy: null);
    }

    private async Task FinishAsync(ErasureRow erasure, CancellationToken cancellation)
    {
        // Done again after a crash: to destroy what is destroyed changes nothing.
        await ledger.Vault.DestroyAsync([erasure.KeyId], cancellation);
        var finished = await ledger.WriteAsync(change => CertifyAsync(change, erasure), cancellation);
        if (finished)
        {
            Log.ContentErased(logger, erasure.ContactReference, erasure.EnquiryReference, erasure.Grounds);
        }
    }

    private async Task<bool> CertifyAsync(LedgerTransaction change, ErasureRow erasure)
    {
        var requests = erasure.EnquiryReference is { } enquiry
            ? await EnquiryStore.EveryRequestOfAsync(change, enquiry)
            : [];
        // Nobody can have kept what was never sealed to them. Who was asked again is told once, of all of the enquiry.
        var instructions = requests
            .Where(request => request.SealedAt is not null)
            .GroupBy(request => request.Agency)
            .Select(asked => asked.Last())
            .Select(request => Instruction(request, erasure.Grounds, change.Now))
            .ToArray();
        var certificate = new ErasureCertificate
        {
            Statement = ErasureCertificate.Kind,
            Hub = profile.Code,
            Contact = erasure.ContactReference,
            Enquiry = erasure.EnquiryReference,
            Grounds = erasure.Grounds,
            BeganAt = erasure.BeganAt,
            ErasedAt = change.Now,
            Key = erasure.KeyId.ToString(),
            Letters = erasure.EnquiryReference is { } about ? await ErasureStore.DigestsAsync(change, about) : [],
            Agencies = [.. instructions.Select(instruction => instruction.Head.Recipient)],
        };
        return await ErasureStore.FinishAsync(
            change,
            erasure,
            change.Now,
            sealer.SignStatement(certificate.Write()),
            instructions
        );
    }

    private Letter Instruction(RequestRow request, string grounds, DateTimeOffset now)
    {
        var body = new PurgeInstruction
        {
            Reason =
                grounds == ErasureStore.Asked
                    ? "The hub was asked to erase this enquiry before its time."
                    : "The hub's time for keeping this enquiry is over.",
        };
        var head = LetterHeads.New(
            body,
            sealer.Profile,
            profile.Code,
            Party.HubName,
            request.Agency,
            Rating.Green,
            profile.Purpose,
            now,
            now + InstructionValid
        );
        return new Letter(head with { Enquiry = request.EnquiryReference, Request = request.Id }, body);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Content erased: {Contact} {Enquiry}, {Grounds}")]
        public static partial void ContentErased(
            ILogger logger,
            string contact,
            EnquiryReference? enquiry,
            string grounds
        );
    }
}
