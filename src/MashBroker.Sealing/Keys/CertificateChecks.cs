using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MashBroker.Sealing.Keys;

/// <summary>What a certificate must be, whatever the time and the revocation list.</summary>
internal static class CertificateChecks
{
    private const string EcPublicKey = "1.2.840.10045.2.1";

    private static readonly string[] SignatureAlgorithms =
    [
        "1.2.840.10045.4.3.2", // ECDSA with SHA-256
        "1.2.840.10045.4.3.3", // ECDSA with SHA-384
        "1.2.840.10045.4.3.4", // ECDSA with SHA-512
    ];

    private static readonly byte[] Curve = CurveParameters();

    /// <summary>Null when key, signature algorithm and purpose are those of the profile.</summary>
    public static CertificateFault? OwnMerits(X509Certificate2 certificate, CertificateUse use)
    {
        if (!IsOnCurve(certificate.PublicKey))
        {
            return new CertificateFault(SealFault.CertificateWeak, "its key is not on P-256");
        }
        if (!SignatureAlgorithms.Contains(certificate.SignatureAlgorithm.Value))
        {
            return new CertificateFault(SealFault.CertificateWeak, "it is not signed with ECDSA and SHA-2");
        }
        return IsFor(use, certificate)
            ? null
            : new CertificateFault(
                SealFault.CertificateWrongPurpose,
                $"its key usage is not {(use == CertificateUse.Signing ? "digitalSignature" : "keyAgreement")} alone"
            );
    }

    /// <summary>Whether it is a key on P-256, named and not spelled out.</summary>
    public static bool IsOnCurve(PublicKey key) =>
        key.Oid.Value == EcPublicKey && Curve.SequenceEqual(key.EncodedParameters?.RawData ?? []);

    /// <summary>
    /// Builds the chain once (2 ms); dates are left out of it, because they change their answer while nothing is loaded anew.
    /// </summary>
    public static (CertificateFault? Fault, DateTimeOffset NotBefore, DateTimeOffset NotAfter) Chain(
        X509Certificate2 certificate,
        X509Certificate2 root
    )
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        chain.ChainPolicy.VerificationTime = certificate.NotBefore;
        var holds = chain.Build(certificate);
        var links = chain.ChainElements.Select(element => element.Certificate).ToList();
        var notBefore = links.Max(link => new DateTimeOffset(link.NotBefore));
        var notAfter = links.Min(link => new DateTimeOffset(link.NotAfter));
        foreach (var link in links)
        {
            link.Dispose();
        }
        var fault = holds
            ? null
            : new CertificateFault(SealFault.CertificateNotFromOurRoot, "it does not chain to the root in root.crt");
        return (fault, notBefore, notAfter);
    }

    private static bool IsFor(CertificateUse use, X509Certificate2 certificate)
    {
        var wanted = CertificateShape.Usage(use);
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().ToList();
        var isAuthority = certificate
            .Extensions.OfType<X509BasicConstraintsExtension>()
            .Any(constraints => constraints.CertificateAuthority);
        // Absent, any purpose is meant; present, S/MIME asks for e-mail protection.
        var isForMail = certificate
            .Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .All(extended =>
                extended.EnhancedKeyUsages.Cast<Oid>().Any(purpose => purpose.Value == CertificateShape.EmailProtection)
            );
        return usage.Count == 1 && usage[0].KeyUsages == wanted && !isAuthority && isForMail;
    }

    private static byte[] CurveParameters()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(SealProfile.CurveOid);
        return writer.Encode();
    }
}
