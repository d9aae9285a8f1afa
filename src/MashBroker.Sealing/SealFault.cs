namespace MashBroker.Sealing;

/// <summary>Why a message was refused. Never retried; the bytes are kept as evidence and operations are shown the fault.</summary>
public enum SealFault
{
    None = 0,
    NotCms,
    Truncated,
    TrailingBytes,
    NotCanonical,
    TooLarge,
    UnexpectedShape,
    OuterSignatureMissing,
    OuterSignatureBroken,
    OuterSignerUnknown,
    SeveralSigners,
    SignedAttributesMissing,
    SignedAttributesWrong,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateWrongPurpose,
    CertificateNotFromOurRoot,
    RevocationListStale,
    WeakOrUnknownAlgorithm,
    NotAddressedToUs,
    SeveralRecipients,
    EnvelopeBroken,
    InnerSignatureMissing,
    InnerSignatureBroken,
    InnerSignerIsNotOuterSigner,
    UnreadableContent,
    SenderIsNotSigner,
    RecipientIsNotUs,
    WrongHub,
    WrongProfile,
    Expired,
    IssuedInTheFuture,
    TypeNotTakenHere,

    /// <summary>The same id was seen before with another digest, signer or lane. Found by whoever keeps the inbox.</summary>
    Replayed,
}
