using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Evidence;

/// <summary>The certificates that came with the evidence, each under the root, and what the root revoked when.</summary>
internal sealed class EvidenceCertificates : IDisposable
{
    private readonly Dictionary<string, SignerCertificate> _certificates = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unused = new(StringComparer.Ordinal);
    private readonly List<KeptRevocationList> _lists = [];
    private readonly X509Certificate2 _root;

    /// <exception cref="EvidenceFaultException">A certificate or a list is none, or not from this root.</exception>
    public EvidenceCertificates(IReadOnlyDictionary<string, byte[]> files, X509Certificate2 root)
    {
        _root = root;
        foreach (var (name, pem) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith(EvidenceNames.Certificates, StringComparison.Ordinal))
            {
                AddCertificate(name, pem);
            }
            else if (name.StartsWith(EvidenceNames.RevocationLists, StringComparison.Ordinal))
            {
                AddList(name, pem);
            }
        }
    }

    /// <summary>The certificate that made this signature, if it was good then.</summary>
    /// <param name="original">The whole, where it is here.</param>
    /// <param name="keptAt">When the hub had it: a certificate that was revoked by then signed nothing good.</param>
    /// <exception cref="EvidenceFaultException">It is not here, was not good then, or did not make it.</exception>
    public SignerCertificate Maker(
        SignatureProof signature,
        SignedOriginal? original,
        DateTimeOffset keptAt,
        string file
    )
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
        if (_lists.Any(list => list.RevokedBy(certificate, keptAt)))
        {
            throw new EvidenceFaultException(
                file,
                $"the certificate of {certificate.Party} was revoked before the hub had it ({keptAt:u})."
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

    private void AddCertificate(string name, byte[] pem)
    {
        var fault = "it is no certificate";
        if (
            EvidencePem.Read(EvidencePem.Certificate, pem) is not { } der
            || SignerCertificate.Read(der, _root, out fault) is not { } certificate
        )
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

    private void AddList(string name, byte[] pem)
    {
        var fault = "it is no revocation list";
        if (
            EvidencePem.Read(EvidencePem.RevocationList, pem) is not { } der
            || KeptRevocationList.Read(der, _root, out fault) is not { } list
        )
        {
            throw new EvidenceFaultException(name, $"{fault}.");
        }
        if (name != EvidenceNames.OfRevocationList(LetterProof.DigestOf(der)))
        {
            throw new EvidenceFaultException(name, "it has another digest than its name says.");
        }
        _lists.Add(list);
    }
}
