using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Evidence;

/// <summary>The certificates that came with the evidence, each under the root.</summary>
internal sealed class EvidenceCertificates : IDisposable
{
    private readonly Dictionary<string, SignerCertificate> _certificates = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unused = new(StringComparer.Ordinal);

    /// <exception cref="EvidenceFaultException">One is none, or not from this root.</exception>
    public EvidenceCertificates(IReadOnlyDictionary<string, byte[]> files, X509Certificate2 root)
    {
        foreach (
            var (name, pem) in files.Where(file =>
                file.Key.StartsWith(EvidenceNames.Certificates, StringComparison.Ordinal)
            )
        )
        {
            var fault = "it is no certificate";
            if (Der(pem) is not { } der || SignerCertificate.Read(der, root, out fault) is not { } certificate)
            {
                throw new EvidenceFaultException(name, $"{fault}.");
            }
            if (name != EvidenceNames.OfCertificate(certificate.Digest))
            {
                throw new EvidenceFaultException(name, $"it has the digest {certificate.Digest}.");
            }
            _certificates[certificate.Digest] = certificate;
            _unused.Add(certificate.Digest);
        }
    }

    /// <summary>The certificate that made this signature, if it was good then.</summary>
    /// <exception cref="EvidenceFaultException">It is not here, was not good at the signing time, or did not make it.</exception>
    /// <param name="original">The whole, where it is here.</param>
    public SignerCertificate Maker(SignatureProof signature, SignedOriginal? original, string file)
    {
        if (!_certificates.TryGetValue(signature.CertificateDigest, out var certificate))
        {
            throw new EvidenceFaultException(
                file,
                $"its signer's certificate {signature.CertificateDigest} is not here."
            );
        }
        _unused.Remove(certificate.Digest);
        if (certificate.FaultAt(signature.SigningTime) is { } fault)
        {
            throw new EvidenceFaultException(
                file,
                $"the certificate of {certificate.Party} was not good when it was signed ({signature.SigningTime:u}): {fault}."
            );
        }
        return (original is null ? certificate.Made(signature) : certificate.Made(original))
            ? certificate
            : throw new EvidenceFaultException(file, $"the signature of {certificate.Party} does not hold.");
    }

    /// <exception cref="EvidenceFaultException">One belongs to nothing here.</exception>
    public void MustAllBeUsed()
    {
        if (_unused.Count > 0)
        {
            throw new EvidenceFaultException(
                EvidenceNames.OfCertificate(_unused.First()),
                "nothing here was signed with it."
            );
        }
    }

    public void Dispose()
    {
        foreach (var certificate in _certificates.Values)
        {
            certificate.Dispose();
        }
    }

    private static byte[]? Der(byte[] pem)
    {
        var text = Encoding.ASCII.GetString(pem);
        if (!PemEncoding.TryFind(text, out var fields))
        {
            return null;
        }
        var der = Convert.FromBase64String(text[fields.Base64Data]);
        return EvidenceExport.Pem(der).AsSpan().SequenceEqual(pem) ? der : null;
    }
}
