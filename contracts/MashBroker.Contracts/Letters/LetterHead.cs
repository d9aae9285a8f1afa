namespace MashBroker.Contracts.Letters;

/// <summary>
/// What is signed about every message, whatever it says. Only this head is believed: headers of the transport are hints
/// for routing, and the sender is who the certificate says, not who this text says.
/// </summary>
public sealed record LetterHead : ContractRecord
{
    /// <summary>What the body is; decides how it is read.</summary>
    public required LetterType Type { get; init; }

    /// <summary>Version of the body's schema, from 1. A reader refuses versions it does not know.</summary>
    public required int Version { get; init; }

    public required MessageId Id { get; init; }

    /// <summary>Name of the seal profile (algorithms) the message was made under, signed so that nobody can downgrade it.</summary>
    public required string Profile { get; init; }

    /// <summary>Code of the hub whose enquiry this is, e.g. <c>sefton</c>.</summary>
    public required string Hub { get; init; }

    public required string Sender { get; init; }

    public required string Recipient { get; init; }

    /// <summary>Rating of the enquiry, which chooses the lane; Green for what belongs to no enquiry (heartbeats).</summary>
    public required Rating Rating { get; init; }

    /// <summary>The enquiry this belongs to; absent on heartbeats.</summary>
    public EnquiryReference? Enquiry { get; init; }

    /// <summary>The hub's request to this agency; the same id on everything that is said about it.</summary>
    public MessageId? Request { get; init; }

    /// <summary>Why personal data may be handled, e.g. <c>safeguarding-enquiry</c>.</summary>
    public required string Purpose { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Latest time for the agency's return; on requests and what amends them.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>After this instant the message is refused, so that a captured one cannot be replayed for ever.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public InReplyTo? InReplyTo { get; init; }

    /// <summary>At least 16 random bytes, so that the digest of a short answer cannot be guessed once the content is gone.</summary>
    public required string Salt { get; init; }
}
