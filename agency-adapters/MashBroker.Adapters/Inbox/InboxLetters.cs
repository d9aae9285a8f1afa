using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Adapters.Inbox;

/// <summary>A letter of the hub as it was opened.</summary>
/// <param name="Certificate">DER of the certificate that signed.</param>
internal sealed record ReceivedLetter(
    Letter Letter,
    string Signer,
    string Lane,
    string Digest,
    byte[] Evidence,
    byte[] Certificate
);

/// <summary>A sealed letter of ours on its way out.</summary>
/// <param name="InReplyTo">Id of the letter it answers: asked again, it goes again.</param>
/// <param name="Part">Number of the part, on returns.</param>
internal sealed record OutgoingLetter(
    MessageId Id,
    LetterType Type,
    MessageId InReplyTo,
    EnquiryReference? Enquiry,
    MessageId? Request,
    int? Part,
    Rating Rating,
    string Digest,
    byte[] Body,
    DateTimeOffset ExpiresAt
);

/// <summary>What keeping a letter came to.</summary>
internal enum Kept
{
    /// <summary>The same id with another digest, signer or lane: in quarantine.</summary>
    Replayed = 0,
    New,

    /// <summary>Had it before; what was answered then goes again.</summary>
    Duplicate,
}

/// <summary>A letter that asks for a search, with the request it belongs to.</summary>
/// <param name="Asking">The request or the amendment.</param>
/// <param name="Request">What may be returned is always what the request said.</param>
/// <param name="PartsStored">Parts of the answer that an earlier run stored.</param>
/// <param name="NextPart">Number of the next part of this request.</param>
internal sealed record Work(
    Letter Asking,
    string AskingDigest,
    Letter Request,
    Rating Rating,
    DateTimeOffset DueAt,
    int PartsStored,
    int NextPart
);

/// <summary>A part of an answer that says of somebody that the agency could not look.</summary>
/// <param name="Subjects">Codes of all people the part answers for.</param>
/// <param name="NotLooked">Codes of those who could not be looked for.</param>
internal sealed record Unlooked(int Part, bool Final, IReadOnlyList<string> Subjects, IReadOnlyList<string> NotLooked);

/// <summary>A part that is to be looked at again, with the work it came of.</summary>
/// <param name="Tries">Times it was looked at again in vain.</param>
internal sealed record LookAgain(Work Work, Unlooked Unlooked, int Tries);

/// <summary>A message that was refused, kept as it came.</summary>
internal sealed record Refusal(string Lane, string Fault, string? Signer, string? Detail, ReadOnlyMemory<byte> Body);
