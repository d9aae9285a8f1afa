using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Trust;

namespace MashBroker.Sealing.Proof;

/// <summary>A revocation list of the root's as kept with evidence.</summary>
public sealed class KeptRevocationList
{
    private readonly RevocationList _list;

    private KeptRevocationList(RevocationList list) => _list = list;

    public DateTimeOffset IssuedAt => _list.IssuedAt;

    /// <param name="fault">What is wrong, in words, when null is returned.</param>
    public static KeptRevocationList? Read(byte[] der, X509Certificate2 root, out string fault) =>
        RevocationList.Read(der, root, out fault) is { } list ? new KeptRevocationList(list) : null;

    public bool Revokes(SignerCertificate certificate) => _list.Revokes(certificate.Serial);
}
