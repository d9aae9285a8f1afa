using System.Formats.Asn1;
using System.Security.Cryptography;

namespace MashBroker.Tests.Sealing;

/// <summary>
/// A second writer of SignedData, written from the RFCs and not from the product, with a knob for each thing that can be
/// wrong. As it stands it makes what the product accepts; whatever a knob changes is signed as it then is.
/// </summary>
internal sealed record CraftedSignature
{
    public const string Data = "1.2.840.113549.1.7.1";
    public const string SignedData = "1.2.840.113549.1.7.2";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string EcdsaSha256 = "1.2.840.10045.4.3.2";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1);

    public required CraftedPair Signer { get; init; }

    public DateTimeOffset At { get; init; } = SealingWorld.Now;

    public string Type { get; init; } = SignedData;

    public int Version { get; init; } = 3;

    public IReadOnlyList<string> Digests { get; init; } = [Sha256];

    public string ContentType { get; init; } = Data;

    public bool Detached { get; init; }

    public bool EmbedsCertificate { get; init; }

    public int Signers { get; init; } = 1;

    public int SignerVersion { get; init; } = 3;

    public bool NamedByIssuer { get; init; }

    public string Digest { get; init; } = Sha256;

    public bool DigestWithNull { get; init; }

    public string Algorithm { get; init; } = EcdsaSha256;

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public bool Attributed { get; init; } = true;

    public bool UnsignedAttribute { get; init; }

    /// <summary>Edits the attributes, each as encoded, before they are put in order.</summary>
    public Func<List<byte[]>, List<byte[]>> Attributes { get; init; } = list => list;

    public bool AttributesInOrder { get; init; } = true;

    public Func<byte[], byte[]> Signature { get; init; } = bytes => bytes;

    public byte[]? SigningCertificate { get; init; }

    public static byte[] Attribute(string type, params byte[][] values)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
            {
                foreach (var value in values)
                {
                    writer.WriteEncodedValue(value);
                }
            }
        }
        return writer.Encode();
    }

    public static byte[] Encode(Action<AsnWriter> write, AsnEncodingRules rules = AsnEncodingRules.DER)
    {
        var writer = new AsnWriter(rules);
        write(writer);
        return writer.Encode();
    }

    public static byte[] SigningCertificateOf(byte[] digest, byte[]? issuerSerial = null, string? algorithm = null) =>
        Encode(writer =>
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                if (algorithm is not null)
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(algorithm);
                    }
                }
                writer.WriteOctetString(digest);
                if (issuerSerial is not null)
                {
                    writer.WriteEncodedValue(issuerSerial);
                }
            }
        });

    public byte[] Write(byte[] content) =>
        Encode(writer =>
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
                        foreach (var digest in Digests)
                        {
                            WriteAlgorithm(writer, digest, DigestWithNull);
                        }
                    }
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(ContentType);
                        if (!Detached)
                        {
                            using (writer.PushSequence(Zero))
                            {
                                writer.WriteOctetString(content);
                            }
                        }
                    }
                    if (EmbedsCertificate)
                    {
                        using (writer.PushSetOf(Zero))
                        {
                            writer.WriteEncodedValue(Signer.Certificate.RawData);
                        }
                    }
                    using (writer.PushSetOf())
                    {
                        for (var number = 0; number < Signers; number++)
                        {
                            WriteSigner(writer, content);
                        }
                    }
                }
            }
        });

    private void WriteSigner(AsnWriter writer, byte[] content)
    {
        var attributes = Attributed ? WriteAttributes(content) : null;
        var signature = Signature(
            Signer.Key.SignData(attributes ?? content, Hash, DSASignatureFormat.Rfc3279DerSequence)
        );
        using (writer.PushSequence())
        {
            writer.WriteInteger(SignerVersion);
            if (NamedByIssuer)
            {
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(Signer.Certificate.IssuerName.RawData);
                    writer.WriteInteger(Signer.Certificate.SerialNumberBytes.Span);
                }
            }
            else
            {
                writer.WriteOctetString(Signer.KeyIdentifier, Zero);
            }
            WriteAlgorithm(writer, Digest, DigestWithNull);
            if (attributes is not null)
            {
                byte[] sent = [.. attributes];
                sent[0] = 0xA0;
                writer.WriteEncodedValue(sent);
            }
            WriteAlgorithm(writer, Algorithm, withNull: false);
            writer.WriteOctetString(signature);
            if (UnsignedAttribute)
            {
                using (writer.PushSetOf(One))
                {
                    writer.WriteEncodedValue(Attribute("1.2.840.113549.1.9.13", Encode(value => value.WriteNull())));
                }
            }
        }
    }

    private byte[] WriteAttributes(byte[] content)
    {
        var list = Attributes([
            Attribute("1.2.840.113549.1.9.3", Encode(writer => writer.WriteObjectIdentifier(Data))),
            Attribute("1.2.840.113549.1.9.5", Encode(writer => writer.WriteUtcTime(At))),
            Attribute("1.2.840.113549.1.9.4", Encode(writer => writer.WriteOctetString(SHA256.HashData(content)))),
            Attribute(
                "1.2.840.113549.1.9.16.2.47",
                SigningCertificate ?? SigningCertificateOf(SHA256.HashData(Signer.Certificate.RawData))
            ),
        ]);
        if (AttributesInOrder)
        {
            list.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        }
        else
        {
            list.Sort((one, other) => other.AsSpan().SequenceCompareTo(one));
        }
        // A SEQUENCE keeps the order that was asked for; only its tag differs from a SET's.
        var set = Encode(writer =>
        {
            using (writer.PushSequence())
            {
                foreach (var attribute in list)
                {
                    writer.WriteEncodedValue(attribute);
                }
            }
        });
        set[0] = 0x31;
        return set;
    }

    private static void WriteAlgorithm(AsnWriter writer, string oid, bool withNull)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (withNull)
            {
                writer.WriteNull();
            }
        }
    }
}
