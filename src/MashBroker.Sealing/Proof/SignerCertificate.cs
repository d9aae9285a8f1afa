using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Proof;

/// <summary>A signing certificate as kept with evidence, judged offline with nothing but the root.</summary>
public sealed class SignerCertificate : IDisposable
{
    private readonly PartyCertificate _certificate;

    private SignerCertificate(PartyCertificate certificate) => _certificate = certificate;

    public Party Party => _certificate.Party;

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal.</summary>
    public string Digest => Convert.ToHexStringLower(_certificate.Digest);

    internal string Serial => _certificate.Serial;

    /// <param name="der">The certificate.</param>
    /// <param name="root">The only root that is trusted.</param>
    /// <param name="fault">What is wrong, in words, when null is returned.</param>
    public static SignerCertificate? Read(ReadOnlyMemory<byte> der, X509Certificate2 root, out string fault)
    {
        fault = "it is no certificate";
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der.Span);
            if (!certificate.RawDataMemory.Span.SequenceEqual(der.Span))
            {
                return null;
            }
            fault = "its subject names no party";
            if (Party.FromSubject(certificate.SubjectName) is not { } party)
            {
                return null;
            }
            fault = "it has no subject key identifier";
            if (PartyCertificate.Read(certificate, party, CertificateUse.Signing, root) is not { } read)
            {
                return null;
            }
            fault = "";
            return new SignerCertificate(read);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Why it was not good for signing at an instant, in words; null when it was.</summary>
    public string? FaultAt(DateTimeOffset at) => _certificate.FaultAt(at)?.Detail;

    /// <summary>Whether the signature is of this certificate's key and names this certificate.</summary>
    public bool Made(SignatureProof proof) =>
        proof.CertificateDigest == Digest && _certificate.Verifies(SHA256.HashData(proof.Attributes), proof.Signature);

    /// <summary>Whether the original is signed by this certificate's key and names it, in every part that says so.</summary>
    public bool Made(SignedOriginal original) =>
        original.Signer.AsSpan().SequenceEqual(_certificate.KeyIdentifier) && Made(original.Proof);

    public void Dispose() => _certificate.Dispose();
}
