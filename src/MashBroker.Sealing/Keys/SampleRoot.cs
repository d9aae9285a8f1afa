using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MashBroker.Sealing.Keys;

/// <summary>A root that lives as long as this object and issues certificates as the profile wants them.</summary>
internal sealed class SampleRoot : IDisposable
{
    private const int SerialSize = 16;

    private readonly ECDsa _key;

    private SampleRoot(ECDsa key, X509Certificate2 certificate)
    {
        _key = key;
        Certificate = certificate;
    }

    public X509Certificate2 Certificate { get; }

    public static SampleRoot New(string hub, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(
            new X500DistinguishedName($"CN=sample root, O={hub}"),
            key,
            HashAlgorithmName.SHA256
        );
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var withKey = request.CreateSelfSigned(notBefore, notAfter);
        return new SampleRoot(key, X509CertificateLoader.LoadCertificate(withKey.RawDataMemory.Span));
    }

    public SamplePair Issue(Party party, CertificateUse use, DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        Issue(
            party.ToSubject(),
            use == CertificateUse.Signing ? X509KeyUsageFlags.DigitalSignature : X509KeyUsageFlags.KeyAgreement,
            notBefore,
            notAfter,
            ECCurve.NamedCurves.nistP256
        );

    public SamplePair Issue(
        X500DistinguishedName subject,
        X509KeyUsageFlags usage,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter,
        ECCurve curve
    )
    {
        var key = ECDiffieHellman.Create(curve);
        var request = new CertificateRequest(subject, new PublicKey(key), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false)
        );
        // Positive and never all zero: the first bit of DER's integer is its sign.
        var serial = RandomNumberGenerator.GetBytes(SerialSize);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        var certificate = request.Create(
            Certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(_key),
            notBefore,
            notAfter,
            serial
        );
        return new SamplePair(key, certificate);
    }

    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
    }
}
