using System.Text;
using MashBroker.Sealing;
using static MashBroker.Tests.Sealing.Tampering;

namespace MashBroker.Tests.Sealing;

/// <summary>What only a registered party can do, since its signature holds around it.</summary>
internal static class RefusedInside
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new(
            "a point that is not on the curve",
            SealFault.EnvelopeBroken,
            Enveloped(envelope => envelope with { Point = Flipped })
        ),
        new(
            "the point (0, 0)",
            SealFault.EnvelopeBroken,
            Enveloped(envelope => envelope with { Point = _ => [4, .. new byte[64]] })
        ),
        new(
            "coordinates above the field",
            SealFault.EnvelopeBroken,
            Enveloped(envelope => envelope with { Point = _ => [4, .. Enumerable.Repeat((byte)255, 64)] })
        ),
        new(
            "a changed wrapped key",
            SealFault.EnvelopeBroken,
            Enveloped(envelope => envelope with { WrappedKey = Flipped })
        ),
        new(
            "other keying material than agreed with",
            SealFault.EnvelopeBroken,
            Enveloped(envelope => envelope with { KeyingMaterial = [1], OtherKeyingMaterial = [2] })
        ),
        new(
            "changed sealed content",
            SealFault.EnvelopeBroken,
            Enveloped(envelope => envelope with { SealedContent = Flipped })
        ),
        new(
            "sealed content cut short",
            SealFault.EnvelopeBroken,
            Enveloped(envelope => envelope with { SealedContent = bytes => bytes[..^1] })
        ),
        new("a changed tag", SealFault.EnvelopeBroken, Enveloped(envelope => envelope with { Tag = Flipped })),
        new(
            "JSON that nobody signed",
            SealFault.InnerSignatureMissing,
            () => new CraftedMessage { Evidence = _ => Encoding.UTF8.GetBytes("{}") }.Write(Content)
        ),
        new(
            "nothing inside",
            SealFault.InnerSignatureMissing,
            () => new CraftedMessage { Evidence = _ => [] }.Write(Content)
        ),
        new("no inner signer", SealFault.InnerSignatureMissing, Inner(inner => inner with { Signers = 0 })),
        new(
            "an envelope within the envelope",
            SealFault.InnerSignatureMissing,
            () => new CraftedMessage { Evidence = _ => Envelope() }.Write(Content)
        ),
        new(
            "an inner signature that is another's",
            SealFault.InnerSignatureBroken,
            Inner(inner => inner with { Signer = HubCertificateWith(PolicePair().Key) })
        ),
        new(
            "an inner digest of other content",
            SealFault.InnerSignatureBroken,
            Inner(inner => inner with { Attributes = With(Attacked, Octets(new byte[32])) })
        ),
        new(
            "an inner signature by somebody else",
            SealFault.InnerSignerIsNotOuterSigner,
            Inner(_ => new CraftedSignature { Signer = PolicePair() })
        ),
        new("two inner signers", SealFault.SeveralSigners, Inner(inner => inner with { Signers = 2 })),
        new(
            "no inner attributes",
            SealFault.SignedAttributesMissing,
            Inner(inner => inner with { Attributed = false })
        ),
        new(
            "an inner digest by SHA-1",
            SealFault.WeakOrUnknownAlgorithm,
            Inner(inner => inner with { Digest = "1.3.14.3.2.26" })
        ),
        new(
            "another inner signing certificate",
            SealFault.SignedAttributesWrong,
            Inner(inner => inner with { SigningCertificate = CraftedSignature.SigningCertificateOf(new byte[32]) })
        ),
        new(
            "inner attributes out of order",
            SealFault.NotCanonical,
            Inner(inner => inner with { AttributesInOrder = false })
        ),
        new(
            "an inner unsigned attribute",
            SealFault.UnexpectedShape,
            Inner(inner => inner with { UnsignedAttribute = true })
        ),
        new(
            "an inner message and one byte",
            SealFault.TrailingBytes,
            () => new CraftedMessage { Evidence = bytes => [.. bytes, 0] }.Write(Content)
        ),
    ];
}
