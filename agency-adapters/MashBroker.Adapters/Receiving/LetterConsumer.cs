using MashBroker.Adapters.Inbox;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Sealing.Trust;
using Microsoft.Extensions.Logging;

namespace MashBroker.Adapters.Receiving;

/// <summary>
/// Takes what the hub sends: opens it, writes it to the inbox with its receipt, and lets the delivery go. The work that
/// follows starts from the inbox, so that a lane never waits for a search.
/// </summary>
internal sealed partial class LetterConsumer(
    AgencySeat seat,
    AgencyLetters letters,
    InboxStore inbox,
    AuditWatch watch,
    AdapterSignals signals,
    TimeProvider clock,
    ILogger<LetterConsumer> logger
) : ISealedConsumer
{
    private static readonly HashSet<LetterType> Taken =
    [
        LetterType.Request,
        LetterType.Amendment,
        LetterType.Chaser,
        LetterType.Withdrawal,
        LetterType.ReturnReceipt,
        LetterType.HeartbeatAnswer,
        LetterType.PurgeInstruction,
    ];

    public async Task ConsumeAsync(SealedDelivery delivery, CancellationToken cancellation)
    {
        var opening = seat.Opener.Open(delivery.Body, Taken);
        var fault = opening switch
        {
            { Fault: not SealFault.None } => opening.Fault,
            // Another agency may be registered here one day; only the hub may ask.
            { Signer.Name: not Party.HubName } => SealFault.SenderIsNotSigner,
            _ => SealFault.None,
        };
        if (
            fault != SealFault.None
            || opening is not { Letter: { } letter, Digest: { } digest, Evidence: { } evidence }
        )
        {
            await inbox.QuarantineAsync(
                new Refusal(
                    delivery.Lane.Name,
                    fault.ToString(),
                    opening.Signer?.ToString(),
                    opening.Detail,
                    delivery.Body
                ),
                cancellation
            );
            Log.Refused(logger, seat.Agency, fault, delivery.Lane.Name, opening.Signer?.ToString() ?? "a stranger");
            return;
        }

        if (letter.Body is HeartbeatAnswer heard)
        {
            NoteSkew(heard);
            TakeList(heard);
            await watch.KeepAsync(heard.AuditHead, cancellation);
            return;
        }

        var received = new ReceivedLetter(
            letter,
            opening.Signer!.ToString(),
            delivery.Lane.Name,
            digest,
            evidence,
            opening.SignerCertificate!
        );
        var kept = await inbox.KeepAsync(
            received,
            delivery.Body,
            erased => Reply(letter, digest, erased),
            cancellation
        );
        CrashPoint.At(CrashPoint.AdapterAfterReceive);
        await FollowAsync(letter, kept, cancellation);
    }

    private OutgoingLetter? Reply(Letter letter, string digest, int erased) =>
        letter.Body switch
        {
            Request or Amendment or Chaser or Withdrawal => letters.Receipt(letter, digest),
            PurgeInstruction => letters.PurgeCertificate(letter, digest, erased),
            _ => null,
        };

    private async Task FollowAsync(Letter letter, Kept kept, CancellationToken cancellation)
    {
        var head = letter.Head;
        if (kept == Kept.Replayed)
        {
            Log.Replayed(logger, seat.Agency, head.Type, head.Id.Value, head.Enquiry?.ToString());
            return;
        }

        Log.Received(logger, seat.Agency, head.Type, head.Id.Value, head.Enquiry?.ToString(), kept);
        if (letter.Body is Withdrawal or PurgeInstruction)
        {
            signals.Stop(head.Enquiry, head.Request);
        }

        if (letter.Body is PurgeInstruction)
        {
            await inbox.EmptyLogAsync(cancellation);
        }

        WakeThoseConcerned(letter, kept);
    }

    private void WakeThoseConcerned(Letter letter, Kept kept)
    {
        if (kept == Kept.Duplicate || letter.Body is Chaser)
        {
            // What goes again may be on any lane: the request may have been rated anew since.
            signals.RingSending();
        }
        else if (letter.Body is not ReturnReceipt)
        {
            signals.Sending(letter.Head.Rating).Ring();
        }

        if (letter.Body is Request or Amendment)
        {
            signals.Work.Ring();
        }
    }

    private void NoteSkew(HeartbeatAnswer heard)
    {
        var ahead = clock.GetUtcNow() - heard.HeardAt;
        if (ahead.Duration() > AdapterSignals.SkewWorthTelling)
        {
            Log.ClockIsOff(logger, seat.Agency, (int)ahead.TotalSeconds);
        }
    }

    private void TakeList(HeartbeatAnswer heard)
    {
        if (heard.RevocationList is not { } list)
        {
            return;
        }

        switch (seat.Register.Offer(Convert.FromBase64String(list)))
        {
            case ListOffer.Taken:
                Log.ListTaken(logger, seat.Agency, seat.Register.RevocationListEnds);
                break;
            case var refused when refused is ListOffer.NotNewer or ListOffer.NotOurRoots:
                Log.ListRefused(logger, seat.Agency, refused);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "{Agency}: a newer revocation list is in force; it is good until {Until:u}"
        )]
        public static partial void ListTaken(ILogger logger, string agency, DateTimeOffset until);

        [LoggerMessage(
            LogLevel.Error,
            "{Agency}: the revocation list in a heartbeat answer was not taken ({Offer}); ask the hub which one is in force"
        )]
        public static partial void ListRefused(ILogger logger, string agency, ListOffer offer);

        [LoggerMessage(LogLevel.Information, "{Agency}: {Type} {MessageId} of {Enquiry} is in the inbox ({Kept})")]
        public static partial void Received(
            ILogger logger,
            string agency,
            LetterType type,
            Guid messageId,
            string? enquiry,
            Kept kept
        );

        [LoggerMessage(
            LogLevel.Error,
            "{Agency}: message on {Lane} signed by {Signer} refused ({Fault}); it is in quarantine"
        )]
        public static partial void Refused(ILogger logger, string agency, SealFault fault, string lane, string signer);

        [LoggerMessage(
            LogLevel.Error,
            "{Agency}: {Type} {MessageId} of {Enquiry} refused (Replayed): it is not what came under this id before; it is in quarantine"
        )]
        public static partial void Replayed(
            ILogger logger,
            string agency,
            LetterType type,
            Guid messageId,
            string? enquiry
        );

        [LoggerMessage(LogLevel.Warning, "{Agency}: our clock is {Seconds} s ahead of the hub's; set it right")]
        public static partial void ClockIsOff(ILogger logger, string agency, int seconds);
    }
}
