using System.Security.Cryptography;

namespace MashBroker.Sealing.Keys;

/// <summary>A certificate for key agreement of one's own and its key.</summary>
internal sealed class OwnPair(PartyCertificate certificate, byte[] pkcs8) : IDisposable
{
    public PartyCertificate Certificate { get; } = certificate;

    public OwnKey<ECDiffieHellman> Key { get; } = new(pkcs8, ECDiffieHellman.Create);

    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
    }
}
