using System.Security.Cryptography.X509Certificates;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Sealing.Proof;

namespace MashBroker.Ledger.Audit;

/// <summary>Says of a head whether the hub signed it, by the certificates that lie beside heads and the root alone.</summary>
internal sealed class HeadSigners : IDisposable
{
    private readonly Dictionary<string, SignerCertificate> _signers = new(StringComparer.Ordinal);

    /// <param name="certificates">DER; what is not a hub's certificate from this root is left aside.</param>
    public HeadSigners(IEnumerable<byte[]> certificates, X509Certificate2 root)
    {
        foreach (var der in certificates)
        {
            if (SignerCertificate.Read(der, root, out _) is not { } signer)
            {
                continue;
            }
            if (signer.Party.Name != Party.HubName || !_signers.TryAdd(signer.Digest, signer))
            {
                signer.Dispose();
            }
        }
    }

    /// <summary>Whether the statement says what the head says, and was signed by the hub with a certificate that was good then.</summary>
    public bool HasSigned(AuditHead head)
    {
        var statement = new byte[head.Statement.Length];
        return Convert.TryFromBase64String(head.Statement, statement, out var length)
            && SignedOriginal.Read(statement.AsMemory(0, length)) is { } original
            && AuditHeadStatement.Read(original.Content.Span) is { } said
            && said.Says(head)
            && _signers.TryGetValue(original.Proof.CertificateDigest, out var signer)
            && signer.Party.Hub == said.Hub
            && signer.FaultAt(original.Proof.SigningTime) is null
            && signer.Made(original);
    }

    public void Dispose()
    {
        foreach (var signer in _signers.Values)
        {
            signer.Dispose();
        }
    }
}
