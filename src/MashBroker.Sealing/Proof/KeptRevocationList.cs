using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Trust;

namespace MashBroker.Sealing.Proof;

/// <summary>A revocation list of the root's as kept with evidence.</summary>
public sealed class KeptRevocationList
{
    private readonly RevocationList _list;

    private KeptRevocationList(RevocationList list) => _list = list;

    /// <param name="fault">What is wrong, in words, when null is returned.</param>
    public static KeptRevocationList? Read(byte[] der, X509Certificate2 root, out string fault) =>
        RevocationList.Read(der, root, out fault) is { } list ? new KeptRevocationList(list) : null;

    /// <summary>
    /// Whether it says that the certificate was revoked by then: by the entry's own date, because a list is dated back so that
    /// clocks that are behind take it.
    /// </summary>
    public bool RevokedBy(SignerCertificate certificate, DateTimeOffset at) =>
        _list.RevokedAt(certificate.Serial) <= at;
}
