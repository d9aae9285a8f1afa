using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Cms;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>One layer of a message, read with the platform's ASN.1 reader and primitives: what another implementer would write first.</summary>
/// <param name="Values">Every value on the way, in hexadecimal.</param>
internal sealed record PlainLayer(byte[] Content, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>One SignedData, read and verified with the platform's ASN.1 reader and ECDSA alone.</summary>
    public static PlainLayer Signed(byte[] bytes, X509Certificate2 signer)
    {
        var content = Inside(bytes);
        var data = content.ReadSequence();
        data.ReadInteger();
        data.ReadEncodedValue();
        var encapsulated = data.ReadSequence();
        encapsulated.ReadObjectIdentifier();
        var said = encapsulated.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadOctetString();
        var info = data.ReadSetOf().ReadSequence();
        info.ReadInteger();
        info.ReadEncodedValue();
        info.ReadEncodedValue();
        var attributes = info.ReadEncodedValue().ToArray();
        attributes[0] = 0x31; // signed as a SET, sent under [0]
        info.ReadEncodedValue();
        var signature = info.ReadOctetString();
        var digest = SHA256.HashData(attributes);
        using var key = signer.GetECDsaPublicKey()!;
        Assert.That(key.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence), Is.True);
        Assert.That(
            attributes.AsSpan().IndexOf(SHA256.HashData(said)),
            Is.Positive,
            "the digest of the content is signed"
        );
        return new PlainLayer(
            said,
            Hex(
                ("contentDigest", SHA256.HashData(said)),
                ("signedAttributes", attributes),
                ("signedAttributesDigest", digest),
                ("signature", signature),
                ("signerCertificateDigest", SHA256.HashData(signer.RawData)),
                ("digest", SHA256.HashData(bytes))
            )
        );
    }

    /// <summary>One AuthEnvelopedData: the recipient's key and the bytes give every value that its sender had.</summary>
    public static PlainLayer Opened(byte[] bytes, ECDiffieHellman own)
    {
        var data = Inside(bytes).ReadSequence();
        data.ReadInteger();
        var recipient = data.ReadSetOf().ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 1));
        recipient.ReadInteger();
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0);
        var originator = recipient.ReadSequence(context0).ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 1));
        originator.ReadEncodedValue();
        var point = originator.ReadBitString(out _);
        recipient.ReadEncodedValue();
        var keys = recipient.ReadSequence().ReadSequence();
        keys.ReadEncodedValue();
        var wrapped = keys.ReadOctetString();
        var content = data.ReadSequence();
        content.ReadObjectIdentifier();
        var cipher = content.ReadSequence();
        cipher.ReadObjectIdentifier();
        var nonce = cipher.ReadSequence().ReadOctetString();
        var ciphertext = content.ReadOctetString(context0);
        var tag = data.ReadOctetString();

        using var ephemeral = ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33], Y = point[33..] },
            }
        );
        var agreed = own.DeriveRawSecretAgreement(ephemeral.PublicKey);
        var sharedInfo = Convert.FromHexString("3015300B060960864801650304012DA206040400000100");
        var wrapping = SHA256.HashData([.. agreed, 0, 0, 0, 1, .. sharedInfo]);
        Assert.That(KeyWrap.TryUnwrap(wrapping, wrapped, out var contentKey), Is.True);
        var plain = new byte[ciphertext.Length];
        var (sealedAgain, tagAgain) = (new byte[ciphertext.Length], new byte[tag.Length]);
        using var gcm = new AesGcm(contentKey, tag.Length);
        gcm.Decrypt(nonce, ciphertext, tag, plain);
        gcm.Encrypt(nonce, plain, sealedAgain, tagAgain);
        Assert.That(sealedAgain.SequenceEqual(ciphertext) && tagAgain.SequenceEqual(tag), Is.True);
        return new PlainLayer(
            plain,
            Hex(
                ("ephemeralPoint", point),
                ("agreedSecret", agreed),
                ("sharedInfo", sharedInfo),
                ("wrappingKey", wrapping),
                ("wrappedKey", wrapped),
                ("contentKey", contentKey),
                ("nonce", nonce),
                ("tag", tag)
            )
        );
    }

    private static AsnReader Inside(byte[] bytes)
    {
        var message = new AsnReader(bytes, AsnEncodingRules.DER).ReadSequence();
        message.ReadObjectIdentifier();
        return message.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
    }

    private static Dictionary<string, string> Hex(params (string Name, byte[] Value)[] values) =>
        values.ToDictionary(each => each.Name, each => Convert.ToHexStringLower(each.Value));
}
