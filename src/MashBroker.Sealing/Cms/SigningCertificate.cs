using System.Formats.Asn1;
using System.Security.Cryptography;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Cms;

/// <summary>
/// signing-certificate-v2 (RFC 5035): the signer's certificate by its SHA-256, so that another certificate for the same
/// key cannot be put in its place. The issuer and serial number may stand beside it and must then be right.
/// </summary>
internal readonly ref struct SigningCertificate
{
    private readonly ReadOnlySpan<byte> _digest;
    private readonly ReadOnlySpan<byte> _issuerSerial;

    private SigningCertificate(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> issuerSerial)
    {
        _digest = digest;
        _issuerSerial = issuerSerial;
    }

    public ReadOnlySpan<byte> Digest => _digest;

    public static void Write(AsnWriter writer, ReadOnlySpan<byte> certificateDigest)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(certificateDigest);
        }
    }

    public static SigningCertificate Read(ReadOnlySpan<byte> values)
    {
        var reader = new DerReader(values);
        var attribute = reader.Enter(DerReader.Sequence, "signing certificate");
        reader.End("signing certificate");
        var certificates = attribute.Enter(DerReader.Sequence, "signing certificate");
        attribute.End("signing certificate");
        var certificate = certificates.Enter(DerReader.Sequence, "signing certificate");
        certificates.End("signing certificate");
        // SHA-256 is the default and therefore not written: an algorithm here is another one.
        if (certificate.Next(DerReader.Sequence))
        {
            throw new SealRefusedException(
                SealFault.WeakOrUnknownAlgorithm,
                "The signing certificate is named by another digest than SHA-256."
            );
        }
        var digest = certificate.Read(
            DerReader.OctetString,
            SealProfile.DigestSize,
            "digest of the signing certificate"
        );
        ReadOnlySpan<byte> issuerSerial = certificate.IsEmpty
            ? []
            : certificate.ReadEncoded(DerReader.Sequence, "issuer and serial number");
        certificate.End("signing certificate");
        return new SigningCertificate(digest, issuerSerial);
    }

    public bool Names(PartyCertificate certificate) =>
        CryptographicOperations.FixedTimeEquals(_digest, certificate.Digest)
        && (_issuerSerial.IsEmpty || _issuerSerial.SequenceEqual(certificate.GeneralIssuerSerial));
}
