using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>One way to tamper each, on messages whose other layers hold; the fault must be exactly the one named.</summary>
[NonParallelizable]
internal sealed class RefusalTests
{
    private const string Attacked = "1.2.840.113549.1.9.4";

    private static readonly byte[] Content = SealingWorld.Content(200);

    /// <summary>Refused before any key agreement: what a stranger, or the broker, can do.</summary>
    private static readonly List<Refusal> BeforeDecryption =
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
            Outer(outer => outer with { Signer = HubCertificateWith(Police().Key) })
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
        new(
            "no signed attributes",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributed = false })
        ),
        new(
            "no content type",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributes = Without("1.2.840.113549.1.9.3") })
        ),
        new(
            "no message digest",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributes = Without("1.2.840.113549.1.9.4") })
        ),
        new(
            "no signing time",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributes = Without("1.2.840.113549.1.9.5") })
        ),
        new(
            "no signing certificate",
            SealFault.SignedAttributesMissing,
            Outer(outer => outer with { Attributes = Without("1.2.840.113549.1.9.16.2.47") })
        ),
        new(
            "a fifth attribute",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = list => [.. list, CraftedSignature.Attribute("1.2.840.113549.1.9.15", Octets([1]))],
                }
            )
        ),
        new(
            "the digest twice",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = list => [.. list, CraftedSignature.Attribute(Attacked, Octets(new byte[32]))],
                }
            )
        ),
        new(
            "a content type of SignedData",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = With(
                        "1.2.840.113549.1.9.3",
                        CraftedSignature.Encode(writer => writer.WriteObjectIdentifier(CraftedSignature.SignedData))
                    ),
                }
            )
        ),
        new(
            "a signing time that is no date",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = With("1.2.840.113549.1.9.5", [0x17, 13, .. Encoding.ASCII.GetBytes("261399000000Z")]),
                }
            )
        ),
        new(
            "a signing time with an offset",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = With(
                        "1.2.840.113549.1.9.5",
                        [0x17, 17, .. Encoding.ASCII.GetBytes("260601100000+0100")]
                    ),
                }
            )
        ),
        new(
            "a signing time of this century in four digits",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    Attributes = With(
                        "1.2.840.113549.1.9.5",
                        [0x18, 15, .. Encoding.ASCII.GetBytes("20260601100000Z")]
                    ),
                }
            )
        ),
        new(
            "another signing certificate",
            SealFault.SignedAttributesWrong,
            Outer(outer => outer with { SigningCertificate = CraftedSignature.SigningCertificateOf(new byte[32]) })
        ),
        new(
            "another issuer of the signing certificate",
            SealFault.SignedAttributesWrong,
            Outer(outer =>
                outer with
                {
                    SigningCertificate = CraftedSignature.SigningCertificateOf(
                        SHA256.HashData(outer.Signer.Certificate.RawData),
                        [0x30, 3, 2, 1, 1]
                    ),
                }
            )
        ),
        new(
            "a signing certificate by SHA-512",
            SealFault.WeakOrUnknownAlgorithm,
            Outer(outer =>
                outer with
                {
                    SigningCertificate = CraftedSignature.SigningCertificateOf(
                        new byte[64],
                        algorithm: "2.16.840.1.101.3.4.2.3"
                    ),
                }
            )
        ),
        new(
            "two values of one attribute",
            SealFault.UnexpectedShape,
            Outer(outer =>
                outer with
                {
                    Attributes = With(Attacked, Octets(new byte[32]), Octets([.. new byte[31], 1])),
                }
            )
        ),
        new(
            "an attribute without a value",
            SealFault.SignedAttributesWrong,
            Outer(outer => outer with { Attributes = With(Attacked) })
        ),
        new(
            "attributes out of order",
            SealFault.NotCanonical,
            Outer(outer => outer with { AttributesInOrder = false })
        ),
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

    /// <summary>What only a registered party can do, since its signature holds around it.</summary>
    private static readonly List<Refusal> AfterDecryption =
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
            Inner(inner => inner with { Signer = HubCertificateWith(Police().Key) })
        ),
        new(
            "an inner digest of other content",
            SealFault.InnerSignatureBroken,
            Inner(inner => inner with { Attributes = With(Attacked, Octets(new byte[32])) })
        ),
        new(
            "an inner signature by somebody else",
            SealFault.InnerSignerIsNotOuterSigner,
            Inner(_ => new CraftedSignature { Signer = Police() })
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

    public static IEnumerable<Refusal> All => BeforeDecryption.Concat(AfterDecryption);

    public static IEnumerable<SealFault> Faults => All.Select(refusal => refusal.Fault).Distinct();

    [TestCaseSource(nameof(BeforeDecryption))]
    public void Is_refused_before_any_key_agreement(Refusal refusal)
    {
        var agreements = SealingWorld.Police.Agreements;
        var opened = SealingWorld.Open(refusal.Make());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened.Fault, Is.EqualTo(refusal.Fault), opened.Detail);
            Assert.That(opened.Detail, Is.Not.Empty);
            Assert.That((opened.Content.Length, opened.Evidence), Is.EqualTo((0, (byte[]?)null)));
            Assert.That(SealingWorld.Police.Agreements, Is.EqualTo(agreements));
        }
    }

    [TestCaseSource(nameof(AfterDecryption))]
    public void Is_refused_although_its_outer_signature_holds(Refusal refusal)
    {
        var agreements = SealingWorld.Police.Agreements;
        var opened = SealingWorld.Open(refusal.Make());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened.Fault, Is.EqualTo(refusal.Fault), opened.Detail);
            Assert.That((opened.Content.Length, opened.Evidence), Is.EqualTo((0, (byte[]?)null)));
            Assert.That(opened.Signer, Is.EqualTo(SealingWorld.Hub.Owner), "operations must see whom to ring");
            Assert.That(
                SealingWorld.Police.Agreements,
                Is.EqualTo(agreements + 1),
                "this case belongs in the other list"
            );
        }
    }

    [Test]
    public void A_letter_that_its_recipient_signs_and_seals_anew_to_somebody_else_is_refused()
    {
        // Surreptitious forwarding: the police pass the hub's signed words to health as if the hub had sent them there.
        var forHub = SealingWorld.Open(SealingWorld.Seal(Content).Bytes).Evidence!;
        var envelope = new CraftedEnvelope { Recipient = SealingWorld.Pair("hub", "agreement").Certificate }.Write(
            forHub
        );
        var forwarded = new CraftedSignature { Signer = Police() }.Write(envelope);
        var opened = TripleWrap.Open(forwarded, SealingWorld.Hub, SealingWorld.HubRegister, SealingWorld.Now);
        Assert.That(opened.Fault, Is.EqualTo(SealFault.InnerSignerIsNotOuterSigner));
    }

    [Test]
    public void Keying_material_that_was_agreed_with_is_accepted()
    {
        var bytes = Enveloped(envelope => envelope with { KeyingMaterial = new byte[64] })();
        Assert.That(SealingWorld.Open(bytes).Fault, Is.EqualTo(SealFault.None));
    }

    [Test]
    public void A_recipient_named_by_issuer_and_serial_number_is_accepted()
    {
        var bytes = Enveloped(envelope => envelope with { NamedByIssuer = true })();
        Assert.That(SealingWorld.Open(bytes).Fault, Is.EqualTo(SealFault.None));
    }

    private static byte[] Sealed() => SealingWorld.Seal(Content).Bytes;

    private static byte[] Envelope() =>
        new CraftedEnvelope { Recipient = SealingWorld.Pair("police", "agreement").Certificate }.Write(Content);

    private static CraftedPair HubPair() => SealingWorld.Pair("hub", "signing");

    private static CraftedPair Police() => SealingWorld.Pair("police", "signing");

    private static CraftedPair HubCertificateWith(ECDsa key) => HubPair() with { Key = key };

    private static Func<byte[]> Outer(Func<CraftedSignature, CraftedSignature> change) =>
        () => new CraftedMessage { Outer = change }.Write(Content);

    private static Func<byte[]> Inner(Func<CraftedSignature, CraftedSignature> change) =>
        () => new CraftedMessage { Inner = change }.Write(Content);

    private static Func<byte[]> Enveloped(Func<CraftedEnvelope, CraftedEnvelope> change) =>
        () => new CraftedMessage { Envelope = change }.Write(Content);

    private static byte[] Octets(byte[] bytes) => CraftedSignature.Encode(writer => writer.WriteOctetString(bytes));

    private static Func<List<byte[]>, List<byte[]>> Without(string type) =>
        list => [.. list.Where(attribute => !HasType(attribute, type))];

    private static Func<List<byte[]>, List<byte[]>> With(string type, params byte[][] values) =>
        list => [.. Without(type)(list), CraftedSignature.Attribute(type, values)];

    private static bool HasType(byte[] attribute, string type) =>
        new AsnReader(attribute, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier() == type;

    private static byte[] Flipped(byte[] bytes) => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];

    private static byte[] Inside(byte[] message) => message[4..];

    private static byte[] WithLength(byte[] message, int size)
    {
        var inside = Inside(message);
        var digits = Enumerable.Range(0, size).Select(place => (byte)(inside.Length >> (8 * (size - 1 - place))));
        return [0x30, (byte)(0x80 | size), .. digits, .. inside];
    }

    private static byte[] Padded(byte[] signature)
    {
        byte[] first = [.. signature.AsSpan(4, signature[3])];
        byte[] rest = [.. signature.AsSpan(4 + first.Length)];
        byte[] padded = [0, .. first];
        return [0x30, (byte)(signature[1] + 1), 0x02, (byte)padded.Length, .. padded, .. rest];
    }

    private static byte[] Nested()
    {
        byte[] nested = [];
        for (var depth = 0; depth < 1000; depth++)
        {
            nested = CraftedSignature.Encode(writer =>
            {
                using (writer.PushSequence())
                {
                    if (nested.Length > 0)
                    {
                        writer.WriteEncodedValue(nested);
                    }
                }
            });
        }
        return nested;
    }

    public sealed record Refusal(string Name, SealFault Fault, Func<byte[]> Make)
    {
        public override string ToString() => Name;
    }
}
