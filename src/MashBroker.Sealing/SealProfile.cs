using System.Formats.Asn1;
using MashBroker.Contracts.Json;

namespace MashBroker.Sealing;

/// <summary>
/// The one list of permitted algorithms, each as the bytes it must have on the wire. Its name is signed inside every letter.
/// A second profile (other hardware, post-quantum) is a second list, never a longer one: nothing is negotiated.
/// </summary>
internal static class SealProfile
{
    public const string Name = "mash-p256-1";

    /// <summary>Largest sealed message looked at, in bytes: the largest letter and room for its three layers.</summary>
    public const int SizeLimit = LetterJson.SizeLimit + (8 * 1024);

    public const string CurveOid = "1.2.840.10045.3.1.7"; // NIST P-256

    public const int CoordinateSize = 32;
    public const int DigestSize = 32;
    public const int ContentKeySize = 32;
    public const int NonceSize = 12;
    public const int TagSize = 16;

    // RFC 5753: keying material of the sender may be present; nobody needs more than a digest's length or two.
    public const int KeyingMaterialLimit = 64;

    public static readonly byte[] Data = Oid("1.2.840.113549.1.7.1");
    public static readonly byte[] SignedData = Oid("1.2.840.113549.1.7.2");
    public static readonly byte[] AuthEnvelopedData = Oid("1.2.840.113549.1.9.16.1.23");

    public static readonly byte[] ContentType = Oid("1.2.840.113549.1.9.3");
    public static readonly byte[] MessageDigest = Oid("1.2.840.113549.1.9.4");
    public static readonly byte[] SigningTime = Oid("1.2.840.113549.1.9.5");
    public static readonly byte[] SigningCertificateV2 = Oid("1.2.840.113549.1.9.16.2.47");

    public static readonly byte[] Sha256 = Algorithm("2.16.840.1.101.3.4.2.1");
    public static readonly byte[] EcdsaWithSha256 = Algorithm("1.2.840.10045.4.3.2");
    public static readonly byte[] EcPublicKey = Algorithm("1.2.840.10045.2.1");
    public static readonly byte[] Aes256Wrap = Algorithm("2.16.840.1.101.3.4.1.45");
    public static readonly byte[] StdDhSha256KdfWithAes256Wrap = Algorithm("1.3.132.1.11.1", Aes256Wrap);
    public static readonly byte[] Aes256Gcm = Oid("2.16.840.1.101.3.4.1.46");

    private static byte[] Oid(string dotted)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(dotted);
        return writer.Encode();
    }

    private static byte[] Algorithm(string dotted, byte[]? parameters = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(dotted);
            if (parameters is not null)
            {
                writer.WriteEncodedValue(parameters);
            }
        }
        return writer.Encode();
    }
}
