using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MashBroker.Sealing.Authority;

/// <summary>The root at work: signs certificates and revocation lists as the profile wants them.</summary>
internal sealed class RootKey(ECDsa key, X509Certificate2 certificate) : IDisposable
{
    private const int SerialSize = 16;

    public X509Certificate2 Certificate { get; } = certificate;

    public static RootKey New(string name, string hub, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(
            new X500DistinguishedName($"CN={name}, O={hub}"),
            key,
            HashAlgorithmName.SHA256
        );
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var withKey = request.CreateSelfSigned(notBefore, notAfter);
        return new RootKey(key, X509CertificateLoader.LoadCertificate(withKey.RawDataMemory.Span));
    }

    /// <summary>PEM, PKCS#8, encrypted with AES-256 under a key derived from the passphrase.</summary>
    public string Export(string passphrase, int iterations) =>
        key.ExportEncryptedPkcs8PrivateKeyPem(
            passphrase,
            new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations)
        );

    /// <param name="purpose">Key usage and whatever belongs to it; identifiers and "no authority" are added.</param>
    public X509Certificate2 Certify(
        X500DistinguishedName subject,
        PublicKey subjectKey,
        IEnumerable<X509Extension> purpose,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter
    )
    {
        var request = new CertificateRequest(subject, subjectKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        foreach (var extension in purpose)
        {
            request.CertificateExtensions.Add(extension);
        }
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(AuthorityIdentifier());
        // Positive and never all zero: the first bit of DER's integer is its sign.
        var serial = RandomNumberGenerator.GetBytes(SerialSize);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return request.Create(
            Certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(key),
            notBefore,
            notAfter,
            serial
        );
    }

    /// <returns>DER of a CertificateList, RFC 5280.</returns>
    public byte[] SignList(
        long number,
        DateTimeOffset thisUpdate,
        DateTimeOffset nextUpdate,
        IReadOnlyCollection<RevokedSerial> revoked
    )
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var each in revoked)
        {
            // RFC 5280 5.3.1: no reason is written by leaving it out.
            builder.AddEntry(
                each.Serial,
                each.At,
                each.Reason == X509RevocationReason.Unspecified ? null : each.Reason
            );
        }
        return builder.Build(
            Certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(key),
            number,
            nextUpdate,
            HashAlgorithmName.SHA256,
            AuthorityIdentifier(),
            thisUpdate
        );
    }

    public void Dispose()
    {
        key.Dispose();
        Certificate.Dispose();
    }

    private X509AuthorityKeyIdentifierExtension AuthorityIdentifier() =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false);
}

/// <param name="Serial">Big-endian, as the certificate has it.</param>
internal sealed record RevokedSerial(byte[] Serial, DateTimeOffset At, X509RevocationReason Reason);
