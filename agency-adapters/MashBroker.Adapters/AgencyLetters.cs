using MashBroker.Adapters.Inbox;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;

namespace MashBroker.Adapters;

/// <summary>Writes and seals this agency's letters to its hub.</summary>
internal sealed class AgencyLetters(AgencySeat seat, TimeProvider clock)
{
    private const string HeartbeatPurpose = "adapter-operation";

    // A hub that was away for weeks must still be able to take a return: a month covers its longest outage.
    private static readonly TimeSpan AnswerLife = TimeSpan.FromDays(30);

    // A heartbeat says how things are now; an hour later it says nothing.
    private static readonly TimeSpan HeartbeatLife = TimeSpan.FromHours(1);

    public OutgoingLetter Receipt(Letter received, string digest) =>
        Answer(
            new Receipt { ReceivedAt = clock.GetUtcNow() },
            received.Head,
            digest,
            received.Head.DueAt,
            received.Head.Rating
        );

    public OutgoingLetter PurgeCertificate(Letter instruction, string digest, int erased) =>
        Answer(
            new PurgeCertificate { PurgedAt = clock.GetUtcNow(), LettersErased = erased },
            instruction.Head,
            digest,
            instruction.Head.DueAt,
            instruction.Head.Rating
        );

    public OutgoingLetter Return(Return body, Work work) =>
        Answer(body, work.Asking.Head, work.AskingDigest, work.DueAt, work.Rating) with
        {
            Part = body.Part,
        };

    public (MessageId Id, byte[] Bytes) Heartbeat(Heartbeat body)
    {
        var now = clock.GetUtcNow();
        var head = Head(body, Rating.Green, HeartbeatPurpose, now, now + HeartbeatLife);
        return (head.Id, seat.Sealer.Seal(new Letter(head, body)).Bytes);
    }

    private OutgoingLetter Answer(
        LetterBody body,
        LetterHead answered,
        string digest,
        DateTimeOffset? dueAt,
        Rating rating
    )
    {
        var now = clock.GetUtcNow();
        var expires = (dueAt is { } due && due > now ? due : now) + AnswerLife;
        var head = Head(body, rating, answered.Purpose, now, expires) with
        {
            Enquiry = answered.Enquiry,
            Request = answered.Request,
            InReplyTo = new InReplyTo(answered.Id, digest),
        };
        var sealedLetter = seat.Sealer.Seal(new Letter(head, body));
        return new OutgoingLetter(
            head.Id,
            head.Type,
            answered.Id,
            head.Enquiry,
            head.Request,
            Part: null,
            rating,
            sealedLetter.Digest,
            sealedLetter.Bytes,
            expires
        );
    }

    private LetterHead Head(
        LetterBody body,
        Rating rating,
        string purpose,
        DateTimeOffset now,
        DateTimeOffset expires
    ) =>
        LetterHeads.New(body, seat.Sealer.Profile, seat.Hub, seat.Agency, Party.HubName, rating, purpose, now, expires);
}
