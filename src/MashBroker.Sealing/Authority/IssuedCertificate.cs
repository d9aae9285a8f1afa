using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Authority;

/// <summary>One line of the authority's register.</summary>
public sealed record IssuedCertificate
{
    /// <summary>Upper-case hexadecimal, as certificates are commonly shown.</summary>
    public required string Serial { get; init; }

    /// <summary>Code of the agency, <c>hub</c>, or the broker's name in a certificate for TLS of the server.</summary>
    public required string Party { get; init; }

    public required CertificateUse Use { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Subject key identifier, hexadecimal: one key is certified once.</summary>
    public required string KeyIdentifier { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public X509RevocationReason? Reason { get; init; }

    internal static IssuedCertificate Of(X509Certificate2 certificate, string party, CertificateUse use) =>
        new()
        {
            Serial = certificate.SerialNumber,
            Party = party,
            Use = use,
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
            KeyIdentifier = certificate
                .Extensions.OfType<X509SubjectKeyIdentifierExtension>()
                .Single()
                .SubjectKeyIdentifier!,
        };

    /// <summary>Whole days until it ends; negative once it has.</summary>
    public int DaysLeft(DateTimeOffset now) => (int)Math.Floor((NotAfter - now).TotalDays);

    public bool IsGoodAt(DateTimeOffset now) => RevokedAt is null && NotAfter > now;
}
