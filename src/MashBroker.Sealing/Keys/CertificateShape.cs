using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MashBroker.Sealing.Keys;

/// <summary>What each kind of certificate states, the same in a request for it and in the certificate: contracts/wire-format.md.</summary>
internal static class CertificateShape
{
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string KeyUsage = "2.5.29.15";
    private const string ExtendedKeyUsage = "2.5.29.37";

    /// <summary>Name of the files of this use in a key folder, without <c>.crt</c> and <c>.key</c>.</summary>
    public static string FileName(CertificateUse use) =>
        use switch
        {
            CertificateUse.Signing => "signing",
            CertificateUse.Agreement => "agreement",
            _ => "tls",
        };

    /// <summary>Key usage, and for TLS alone the extended one: S/MIME needs none, and others must not pass for it.</summary>
    public static IEnumerable<X509Extension> Purpose(CertificateUse use)
    {
        yield return new X509KeyUsageExtension(Usage(use), critical: true);
        if (use is CertificateUse.TlsClient or CertificateUse.TlsServer)
        {
            var purpose = use == CertificateUse.TlsClient ? ClientAuthentication : ServerAuthentication;
            yield return new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false);
        }
    }

    /// <summary>What a certificate with these extensions would be for; null when it is none of ours.</summary>
    public static CertificateUse? UseOf(IReadOnlyCollection<X509Extension> extensions)
    {
        var usage = extensions.Where(found => found.Oid?.Value == KeyUsage).ToList();
        var purposes = extensions
            .Where(found => found.Oid?.Value == ExtendedKeyUsage)
            .SelectMany(found => new X509EnhancedKeyUsageExtension(found, found.Critical).EnhancedKeyUsages.Cast<Oid>())
            .Select(purpose => purpose.Value)
            .ToList();
        if (usage.Count != 1)
        {
            return null;
        }
        var flags = new X509KeyUsageExtension(usage[0], usage[0].Critical).KeyUsages;
        return (flags, purposes) switch
        {
            (X509KeyUsageFlags.KeyAgreement, []) => CertificateUse.Agreement,
            (X509KeyUsageFlags.DigitalSignature, []) => CertificateUse.Signing,
            (X509KeyUsageFlags.DigitalSignature, [ClientAuthentication]) => CertificateUse.TlsClient,
            _ => null,
        };
    }

    public static X509KeyUsageFlags Usage(CertificateUse use) =>
        use == CertificateUse.Agreement ? X509KeyUsageFlags.KeyAgreement : X509KeyUsageFlags.DigitalSignature;

    public static X500DistinguishedName Subject(Party party, CertificateUse use) =>
        new($"CN={CommonName(party, use)}, O={party.Hub}");

    public static bool Names(X500DistinguishedName subject, Party party, CertificateUse use) =>
        Party.NamesOf(subject) == (CommonName(party, use), party.Hub);

    private static string CommonName(Party party, CertificateUse use) =>
        use == CertificateUse.TlsClient ? party.BrokerUser : party.Name;
}
