using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MashBroker.Tests.Sealing;

/// <summary>A second writer of AuthEnvelopedData with a knob for each thing that can be wrong; see <see cref="CraftedSignature"/>.</summary>
internal sealed record CraftedEnvelope
{
    public const string AuthEnvelopedData = "1.2.840.113549.1.9.16.1.23";
    public const string EnvelopedData = "1.2.840.113549.1.7.3";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag Two = new(TagClass.ContextSpecific, 2);

    public required X509Certificate2 Recipient { get; init; }

    public string Type { get; init; } = AuthEnvelopedData;

    public int Version { get; init; }

    public int RecipientVersion { get; init; } = 3;

    public bool KeyTransport { get; init; }

    public int Recipients { get; init; } = 1;

    public int WrappedKeys { get; init; } = 1;

    public bool NamedByIssuer { get; init; }

    public byte[]? KeyingMaterial { get; init; }

    /// <summary>What goes into the derivation, when it is not what is sent.</summary>
    public byte[]? OtherKeyingMaterial { get; init; }

    public string PointAlgorithm { get; init; } = "1.2.840.10045.2.1";

    public Func<byte[], byte[]> Point { get; init; } = point => point;

    public string Agreement { get; init; } = "1.3.132.1.11.1";

    public string Wrap { get; init; } = "2.16.840.1.101.3.4.1.45";

    public Func<byte[], byte[]> WrappedKey { get; init; } = key => key;

    public string ContentType { get; init; } = CraftedSignature.Data;

    public string Cipher { get; init; } = "2.16.840.1.101.3.4.1.46";

    public int NonceSize { get; init; } = 12;

    /// <summary>Null leaves the length out, which means 12.</summary>
    public int? TagLength { get; init; } = 16;

    public Func<byte[], byte[]> SealedContent { get; init; } = bytes => bytes;

    public Func<byte[], byte[]> Tag { get; init; } = tag => tag;

    public bool AuthenticatedAttribute { get; init; }

    public byte[] Write(byte[] content)
    {
        var contentKey = RandomNumberGenerator.GetBytes(32);
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var sealedContent = new byte[content.Length];
        var tag = new byte[16];
        using var gcm = new AesGcm(contentKey, 16);
        gcm.Encrypt(RightSized(nonce), content, sealedContent, tag);
        return CraftedSignature.Encode(writer =>
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Type);
                using (writer.PushSequence(Zero))
                using (writer.PushSequence())
                {
                    writer.WriteInteger(Version);
                    using (writer.PushSetOf())
                    {
                        for (var number = 0; number < Recipients; number++)
                        {
                            WriteRecipient(writer, ephemeral, contentKey);
                        }
                    }
                    WriteContent(writer, nonce, SealedContent(sealedContent));
                    if (AuthenticatedAttribute)
                    {
                        using (writer.PushSetOf(One))
                        {
                            writer.WriteEncodedValue(
                                CraftedSignature.Attribute(
                                    "1.2.840.113549.1.9.3",
                                    CraftedSignature.Encode(value => value.WriteObjectIdentifier(ContentType))
                                )
                            );
                        }
                    }
                    writer.WriteOctetString(Tag(tag));
                }
            }
        });
    }

    private static byte[] RightSized(byte[] nonce) => [.. nonce.Concat(new byte[12]).Take(12)];

    private void WriteContent(AsnWriter writer, byte[] nonce, byte[] sealedContent)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(ContentType);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Cipher);
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(nonce);
                    if (TagLength is { } length)
                    {
                        writer.WriteInteger(length);
                    }
                }
            }
            writer.WriteOctetString(sealedContent, Zero);
        }
    }

    private void WriteRecipient(AsnWriter writer, ECDiffieHellman ephemeral, byte[] contentKey)
    {
        if (KeyTransport)
        {
            // PKCS#1 v1.5 to a certificate: what S/MIME did before.
            using (writer.PushSequence())
            {
                writer.WriteInteger(2);
                writer.WriteOctetString([1, 2, 3, 4], Zero);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                    writer.WriteNull();
                }
                writer.WriteOctetString(new byte[384]);
            }
            return;
        }
        using (writer.PushSequence(One))
        {
            writer.WriteInteger(RecipientVersion);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence(One))
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(PointAlgorithm);
                }
                var q = ephemeral.ExportParameters(false).Q;
                writer.WriteBitString(Point([4, .. q.X!, .. q.Y!]));
            }
            if (KeyingMaterial is not null)
            {
                using (writer.PushSequence(One))
                {
                    writer.WriteOctetString(KeyingMaterial);
                }
            }
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Agreement);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Wrap);
                }
            }
            using (writer.PushSequence())
            {
                for (var number = 0; number < WrappedKeys; number++)
                {
                    WriteWrappedKey(writer, ephemeral, contentKey);
                }
            }
        }
    }

    private void WriteWrappedKey(AsnWriter writer, ECDiffieHellman ephemeral, byte[] contentKey)
    {
        using (writer.PushSequence())
        {
            if (NamedByIssuer)
            {
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(Recipient.IssuerName.RawData);
                    writer.WriteInteger(Recipient.SerialNumberBytes.Span);
                }
            }
            else
            {
                var identifier = Recipient.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
                using (writer.PushSequence(Zero))
                {
                    writer.WriteOctetString(identifier.SubjectKeyIdentifierBytes.Span);
                }
            }
            writer.WriteOctetString(WrappedKey(WrapKey(WrappingKey(ephemeral), contentKey)));
        }
    }

    private byte[] WrappingKey(ECDiffieHellman ephemeral)
    {
        using var recipient = Recipient.GetECDiffieHellmanPublicKey()!;
        using var publicPart = recipient.PublicKey;
        var sharedInfo = CraftedSignature.Encode(writer =>
        {
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Wrap);
                }
                if ((OtherKeyingMaterial ?? KeyingMaterial) is { } material)
                {
                    using (writer.PushSequence(Zero))
                    {
                        writer.WriteOctetString(material);
                    }
                }
                using (writer.PushSequence(Two))
                {
                    writer.WriteOctetString([0, 0, 1, 0]);
                }
            }
        });
        var secret = ephemeral.DeriveRawSecretAgreement(publicPart);
        return SHA256.HashData([.. secret, 0, 0, 0, 1, .. sharedInfo]);
    }

    // RFC 3394 2.2.1 word for word: six rounds over the registers R1..Rn, A = MSB(64, B) xor t.
    private static byte[] WrapKey(byte[] wrappingKey, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = wrappingKey;
        var a = Enumerable.Repeat((byte)0xA6, 8).ToArray();
        var r = key.Chunk(8).ToArray();
        for (var j = 0; j <= 5; j++)
        {
            for (var i = 1; i <= r.Length; i++)
            {
                var b = aes.EncryptEcb([.. a, .. r[i - 1]], PaddingMode.None);
                a = b[..8];
                a[7] ^= (byte)((r.Length * j) + i);
                r[i - 1] = b[8..];
            }
        }
        return [.. a, .. r.SelectMany(register => register)];
    }
}
