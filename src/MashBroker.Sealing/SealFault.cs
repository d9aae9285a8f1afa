namespace MashBroker.Sealing;

/// <summary>Why a message was refused. Never retried; the bytes are kept as evidence and operations are shown the fault.</summary>
public enum SealFault
{
    None = 0,

    /// <summary>Larger than any letter can be; not looked at.</summary>
    TooLarge,
    NotCms,
    Truncated,
    TrailingBytes,

    /// <summary>Not the one encoding that DER allows: long lengths, indefinite lengths, an element that reaches past its container.</summary>
    NotCanonical,

    /// <summary>CMS, but not of the shape of this profile: other versions, embedded certificates, unsigned attributes.</summary>
    UnexpectedShape,
    WeakOrUnknownAlgorithm,
    SeveralSigners,
    OuterSignatureMissing,
    OuterSignatureBroken,
    OuterSignerUnknown,
    SignedAttributesMissing,
    SignedAttributesWrong,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateWrongPurpose,
    CertificateNotFromOurRoot,

    /// <summary>The root has taken it back.</summary>
    CertificateRevoked,

    /// <summary>The root's revocation list is past its date: nobody can say whether the certificate is still good.</summary>
    RevocationListStale,

    /// <summary>The certificate's key or signature is not of this profile.</summary>
    CertificateWeak,
    SeveralRecipients,
    NotAddressedToUs,

    /// <summary>The key agreement, the wrapped key or the content's tag does not hold.</summary>
    EnvelopeBroken,
    InnerSignatureMissing,
    InnerSignatureBroken,
    InnerSignerIsNotOuterSigner,

    /// <summary>What was signed is not the JSON of a letter.</summary>
    UnreadableContent,

    /// <summary>JSON of a known type and version that its schema refuses.</summary>
    ContentDoesNotFitSchema,
    VersionUnknown,
    SenderIsNotSigner,

    /// <summary>Sealed to us, but written to somebody else: forwarded by its recipient, or by a sender's mistake.</summary>
    RecipientIsNotUs,
    WrongHub,
    WrongProfile,
    Expired,
    IssuedInTheFuture,
    TypeNotTakenHere,

    /// <summary>The same id was seen before with another digest, signer or lane. Found by whoever keeps the inbox.</summary>
    Replayed,
}
