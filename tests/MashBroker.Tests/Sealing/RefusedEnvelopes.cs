using MashBroker.Sealing;
using static MashBroker.Tests.Sealing.Tampering;

namespace MashBroker.Tests.Sealing;

/// <summary>Envelopes that are refused by what they say of themselves, before any key agreement.</summary>
internal static class RefusedEnvelopes
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new(
            "an envelope of the old kind",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { Type = CraftedEnvelope.EnvelopedData })
        ),
        new(
            "content signed but not enveloped",
            SealFault.UnexpectedShape,
            () => new CraftedMessage { Enveloped = _ => [1, 2, 3] }.Write(Content)
        ),
        new(
            "content signed twice and not enveloped",
            SealFault.WeakOrUnknownAlgorithm,
            () =>
                new CraftedMessage
                {
                    Enveloped = _ => new CraftedSignature { Signer = HubPair() }.Write(Content),
                }.Write(Content)
        ),
        new(
            "an envelope and one byte",
            SealFault.TrailingBytes,
            () => new CraftedMessage { Enveloped = bytes => [.. bytes, 0] }.Write(Content)
        ),
        new(
            "half an envelope",
            SealFault.Truncated,
            () => new CraftedMessage { Enveloped = bytes => bytes[..^20] }.Write(Content)
        ),
        new(
            "an envelope of version 2",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { Version = 2 })
        ),
        new(
            "a recipient of version 2",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { RecipientVersion = 2 })
        ),
        new("no recipient", SealFault.UnexpectedShape, Enveloped(envelope => envelope with { Recipients = 0 })),
        new(
            "RSA key transport",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { KeyTransport = true })
        ),
        new("two recipients", SealFault.SeveralRecipients, Enveloped(envelope => envelope with { Recipients = 2 })),
        new("two wrapped keys", SealFault.SeveralRecipients, Enveloped(envelope => envelope with { WrappedKeys = 2 })),
        new(
            "an envelope for health",
            SealFault.NotAddressedToUs,
            Enveloped(_ => new CraftedEnvelope { Recipient = SealingWorld.Pair("health", "agreement").Certificate })
        ),
        new(
            "an envelope for health, named by issuer",
            SealFault.NotAddressedToUs,
            Enveloped(_ => new CraftedEnvelope
            {
                Recipient = SealingWorld.Pair("health", "agreement").Certificate,
                NamedByIssuer = true,
            })
        ),
        new(
            "key derivation with SHA-1",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { Agreement = "1.3.133.16.840.63.0.2" })
        ),
        new(
            "cofactor key agreement",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { Agreement = "1.3.132.1.14.1" })
        ),
        new(
            "AES-128 key wrap",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { Wrap = "2.16.840.1.101.3.4.1.5" })
        ),
        new(
            "Triple-DES key wrap",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { Wrap = "1.2.840.113549.1.9.16.3.6" })
        ),
        new(
            "an X25519 point",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { PointAlgorithm = "1.3.101.110" })
        ),
        new(
            "a point on P-384",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { Point = _ => [4, .. new byte[96]] })
        ),
        new(
            "a compressed point",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { Point = point => [2, .. point[1..33]] })
        ),
        new(
            "a point marked as hybrid",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { Point = point => [6, .. point[1..]] })
        ),
        new(
            "a wrapped key of 24 bytes",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { WrappedKey = key => key[..32] })
        ),
        new(
            "AES-128-GCM",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { Cipher = "2.16.840.1.101.3.4.1.6" })
        ),
        new(
            "AES-256-CBC",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { Cipher = "2.16.840.1.101.3.4.1.42" })
        ),
        new("a nonce of 16 bytes", SealFault.UnexpectedShape, Enveloped(envelope => envelope with { NonceSize = 16 })),
        new(
            "a tag of the default 12 bytes",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { TagLength = null, Tag = tag => tag[..12] })
        ),
        new(
            "a tag of stated 12 bytes",
            SealFault.WeakOrUnknownAlgorithm,
            Enveloped(envelope => envelope with { TagLength = 12, Tag = tag => tag[..12] })
        ),
        new(
            "a tag that is shorter than stated",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { Tag = tag => tag[..12] })
        ),
        new(
            "sealed content of another type",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { ContentType = CraftedSignature.SignedData })
        ),
        new(
            "authenticated attributes",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { AuthenticatedAttribute = true })
        ),
        new(
            "keying material of 65 bytes",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { KeyingMaterial = new byte[65] })
        ),
        new(
            "empty keying material",
            SealFault.UnexpectedShape,
            Enveloped(envelope => envelope with { KeyingMaterial = [] })
        ),
    ];
}
