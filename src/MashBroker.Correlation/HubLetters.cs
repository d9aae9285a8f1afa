using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Sealing;

namespace MashBroker.Correlation;

/// <summary>Heads of what the hub writes to agencies while it correlates.</summary>
internal sealed class HubLetters(HubProfile profile, Sealer sealer)
{
    // As long as a return may be under way, its receipt may be.
    private static readonly TimeSpan Valid = TimeSpan.FromDays(30);

    /// <summary>A letter that answers one of an agency's.</summary>
    public Letter Answering(LetterHead answered, string digest, LetterBody body, DateTimeOffset now) =>
        new(
            Head(body, answered.Sender, answered.Rating, now) with
            {
                Enquiry = answered.Enquiry,
                Request = answered.Request,
                InReplyTo = new InReplyTo(answered.Id, digest),
            },
            body
        );

    /// <summary>A letter about an open request.</summary>
    public Letter About(RequestRow request, Rating rating, LetterBody body, DateTimeOffset now) =>
        new(
            Head(body, request.Agency, rating, now) with
            {
                Enquiry = request.EnquiryReference,
                Request = request.Id,
                DueAt = request.DueAt,
            },
            body
        );

    private LetterHead Head(LetterBody body, string agency, Rating rating, DateTimeOffset now) =>
        LetterHeads.New(
            body,
            sealer.Profile,
            profile.Code,
            Party.HubName,
            agency,
            rating,
            profile.Purpose,
            now,
            now + Valid
        );
}
