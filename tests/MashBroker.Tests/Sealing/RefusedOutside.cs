using System.Security.Cryptography;
using System.Text;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using static MashBroker.Tests.Sealing.Tampering;

namespace MashBroker.Tests.Sealing;

/// <summary>What is no sealed message, and outer signatures that do not hold: what a stranger, or the broker, can do.</summary>
internal static class RefusedOutside
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("nothing at all", SealFault.NotCms, () => []),
        new("one byte that is no DER", SealFault.NotCms, () => [0x7B]),
        new("plain JSON", SealFault.NotCms, () => Encoding.UTF8.GetBytes("""{"head":{},"body":{}}""")),
        new("PEM", SealFault.NotCms, () => Encoding.ASCII.GetBytes("-----BEGIN CMS-----\nAAAA\n-----END CMS-----\n")),
        new("DER of something else", SealFault.NotCms, () => [0x30, 0x03, 0x02, 0x01, 0x05]),
        new("an object identifier from elsewhere", SealFault.NotCms, () => [0x30, 0x05, 0x06, 0x03, 0x55, 0x04, 0x03]),
        new("one byte that could be DER", SealFault.Truncated, () => [0x30]),
        new("a message without its last byte", SealFault.Truncated, () => Sealed()[..^1]),
        new("a message and one byte", SealFault.TrailingBytes, () => [.. Sealed(), 0]),
        new("two messages", SealFault.TrailingBytes, () => [.. Sealed(), .. Sealed()]),
        new("one byte more than may be", SealFault.TooLarge, () => new byte[SealProfile.SizeLimit + 1]),
        new("an indefinite length", SealFault.NotCanonical, () => [0x30, 0x80, .. Inside(Sealed()), 0, 0]),
        new("a length in four bytes", SealFault.NotCanonical, () => WithLength(Sealed(), 4)),
        new("a length in three bytes where two do", SealFault.NotCanonical, () => WithLength(Sealed(), 3)),
        new("an element that reaches past its container", SealFault.NotCanonical, () => [0x30, 0x02, 0x06, 0x09]),
        new("a thousand nested sequences", SealFault.NotCms, Nested),
        new("an outer version 1", SealFault.UnexpectedShape, Outer(outer => outer with { Version = 1 })),
        new("a signer of version 1", SealFault.UnexpectedShape, Outer(outer => outer with { SignerVersion = 1 })),
        new(
            "a signer named by issuer",
            SealFault.UnexpectedShape,
            Outer(outer => outer with { SignerVersion = 1, NamedByIssuer = true })
        ),
        new(
            "an embedded certificate",
            SealFault.UnexpectedShape,
            Outer(outer => outer with { EmbedsCertificate = true })
        ),
        new(
            "an unsigned attribute",
            SealFault.UnexpectedShape,
            Outer(outer => outer with { UnsignedAttribute = true })
        ),
        new("detached content", SealFault.UnexpectedShape, Outer(outer => outer with { Detached = true })),
        new(
            "signed content that claims to be SignedData",
            SealFault.UnexpectedShape,
            Outer(outer => outer with { ContentType = CraftedSignature.SignedData })
        ),
        new(
            "SHA-1 as the digest",
            SealFault.WeakOrUnknownAlgorithm,
            Outer(outer => outer with { Digest = "1.3.14.3.2.26" })
        ),
        new(
            "SHA-1 in the list of digests",
            SealFault.WeakOrUnknownAlgorithm,
            Outer(outer => outer with { Digests = ["1.3.14.3.2.26"] })
        ),
        new(
            "a second digest algorithm",
            SealFault.UnexpectedShape,
            Outer(outer => outer with { Digests = [CraftedSignature.Sha256, "2.16.840.1.101.3.4.2.2"] })
        ),
        new(
            "ECDSA with SHA-1",
            SealFault.WeakOrUnknownAlgorithm,
            Outer(outer => outer with { Algorithm = "1.2.840.10045.4.1", Hash = HashAlgorithmName.SHA384 })
        ),
        new(
            "an RSA signature",
            SealFault.WeakOrUnknownAlgorithm,
            Outer(outer => outer with { Algorithm = "1.2.840.113549.1.1.11" })
        ),
        new(
            "a digest algorithm with NULL",
            SealFault.WeakOrUnknownAlgorithm,
            Outer(outer => outer with { DigestWithNull = true })
        ),
        new("two outer signers", SealFault.SeveralSigners, Outer(outer => outer with { Signers = 2 })),
        new(
            "no outer signer",
            SealFault.OuterSignatureMissing,
            Outer(outer => outer with { Signers = 0, Digests = [] })
        ),
        new(
            "no outer signer, a digest algorithm",
            SealFault.OuterSignatureMissing,
            Outer(outer => outer with { Signers = 0 })
        ),
        new("an envelope that nobody signed", SealFault.OuterSignatureMissing, Envelope),
        new(
            "an outer signature that is another's",
            SealFault.OuterSignatureBroken,
            Outer(outer => outer with { Signer = HubCertificateWith(PolicePair().Key) })
        ),
        new(
            "an outer signature of zeros",
            SealFault.OuterSignatureBroken,
            Outer(outer => outer with { Signature = _ => [0x30, 6, 2, 1, 0, 2, 1, 0] })
        ),
        new(
            "an outer signature that is no DER",
            SealFault.OuterSignatureBroken,
            Outer(outer => outer with { Signature = _ => new byte[64] })
        ),
        new(
            "an outer signature with a padded integer",
            SealFault.OuterSignatureBroken,
            Outer(outer => outer with { Signature = Padded })
        ),
        new(
            "an empty outer signature",
            SealFault.OuterSignatureBroken,
            Outer(outer => outer with { Signature = _ => [] })
        ),
        new(
            "a digest of other content",
            SealFault.OuterSignatureBroken,
            Outer(outer => outer with { Attributes = With(Attacked, Octets(new byte[32])) })
        ),
        new(
            "a signer that is not registered",
            SealFault.OuterSignerUnknown,
            Outer(_ => new CraftedSignature { Signer = SealingWorld.Pair("health", "signing") })
        ),
        new(
            "a signer who uses an agreement key",
            SealFault.OuterSignerUnknown,
            Outer(_ => new CraftedSignature { Signer = SealingWorld.Pair("hub", "agreement") })
        ),
    ];
}
