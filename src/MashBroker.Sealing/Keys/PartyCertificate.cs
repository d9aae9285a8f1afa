using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Trust;

namespace MashBroker.Sealing.Keys;

/// <summary>One certificate of one party, with everything a message is compared with computed once.</summary>
internal sealed class PartyCertificate : IDisposable
{
    private readonly CertificateFault? _fault;
    private readonly KeyPool<ECDsa> _verifiers;
    private readonly KeyPool<ECDiffieHellmanPublicKey> _agreers;

    private PartyCertificate(X509Certificate2 certificate, byte[] keyIdentifier, Party party, CertificateFault? fault)
    {
        Party = party;
        _fault = fault;
        KeyIdentifier = keyIdentifier;
        PublicPoint = certificate.PublicKey.EncodedKeyValue.RawData;
        Encoded = certificate.RawData;
        Digest = SHA256.HashData(Encoded);
        IssuerAndSerialNumber = WriteIssuerAndSerialNumber(certificate);
        GeneralIssuerSerial = WriteGeneralIssuerSerial(certificate);
        RecipientKeyIdentifier = WriteRecipientKeyIdentifier(keyIdentifier);
        Serial = RevocationList.SerialText(certificate.SerialNumberBytes.Span);
        NotBefore = certificate.NotBefore;
        NotAfter = certificate.NotAfter;
        _verifiers = new KeyPool<ECDsa>(() => ECDsa.Create(KeyAgreement.Parameters(PublicPoint)));
        _agreers = new KeyPool<ECDiffieHellmanPublicKey>(() =>
        {
            using var key = ECDiffieHellman.Create(KeyAgreement.Parameters(PublicPoint));
            return key.PublicKey;
        });
    }

    public Party Party { get; }

    public DateTimeOffset NotBefore { get; private init; }

    public DateTimeOffset NotAfter { get; private init; }

    /// <summary>As a revocation list names it.</summary>
    public string Serial { get; }

    public byte[] KeyIdentifier { get; }

    public byte[] PublicPoint { get; }

    /// <summary>DER of the certificate.</summary>
    public byte[] Encoded { get; }

    /// <summary>SHA-256 of the certificate.</summary>
    public byte[] Digest { get; }

    /// <summary>DER, as CMS names a recipient; <see cref="RecipientKeyIdentifier"/> is the other way.</summary>
    public byte[] IssuerAndSerialNumber { get; }

    public byte[] RecipientKeyIdentifier { get; }

    /// <summary>DER, as signing-certificate-v2 writes issuer and serial number.</summary>
    public byte[] GeneralIssuerSerial { get; }

    /// <summary>Null when the certificate names no key identifier: CMS could not name the certificate.</summary>
    /// <param name="root">Absent for one's own, which others judge.</param>
    public static PartyCertificate? Read(
        X509Certificate2 certificate,
        Party party,
        CertificateUse use,
        X509Certificate2? root
    )
    {
        var identifier = certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().SingleOrDefault();
        if (identifier is null)
        {
            return null;
        }
        var keyIdentifier = identifier.SubjectKeyIdentifierBytes.ToArray();
        var fault = CertificateChecks.OwnMerits(certificate, use);
        if (root is null)
        {
            return new PartyCertificate(certificate, keyIdentifier, party, fault);
        }
        var chain = CertificateChecks.Chain(certificate, root);
        return new PartyCertificate(certificate, keyIdentifier, party, chain.Fault ?? fault)
        {
            NotBefore = chain.NotBefore,
            NotAfter = chain.NotAfter,
        };
    }

    public CertificateFault? FaultAt(DateTimeOffset now) =>
        _fault
        ?? (
            now < NotBefore ? new CertificateFault(SealFault.CertificateNotYetValid, $"it is valid from {NotBefore:u}")
            : now > NotAfter ? new CertificateFault(SealFault.CertificateExpired, $"it was valid until {NotAfter:u}")
            : null
        );

    public bool Verifies(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        using var loan = _verifiers.Borrow();
        return EcdsaSignature.Verify(loan.Key, digest, signature);
    }

    /// <summary>Agrees on a wrapping key between this certificate and a key made for one message, whose point is given back.</summary>
    public (byte[] WrappingKey, byte[] Point) AgreeWithNewKey(byte[] suffix)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var loan = _agreers.Borrow();
        return (KeyAgreement.Derive(ephemeral, loan.Key, suffix), KeyAgreement.PointOf(ephemeral));
    }

    public void Dispose()
    {
        _verifiers.Dispose();
        _agreers.Dispose();
    }

    private static byte[] WriteIssuerAndSerialNumber(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }
        return writer.Encode();
    }

    private static byte[] WriteGeneralIssuerSerial(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            using (writer.PushSequence(Tags.Context4))
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
            }
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }
        return writer.Encode();
    }

    private static byte[] WriteRecipientKeyIdentifier(byte[] keyIdentifier)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence(Tags.Context0))
        {
            writer.WriteOctetString(keyIdentifier);
        }
        return writer.Encode();
    }
}
