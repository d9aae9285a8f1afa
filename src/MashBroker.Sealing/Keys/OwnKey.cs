using System.Security.Cryptography;

namespace MashBroker.Sealing.Keys;

/// <summary>One private key. Its bytes stay in one pinned place, from which borrowed key objects are made, and are zeroed at the end.</summary>
internal sealed class OwnKey<TKey> : IDisposable
    where TKey : ECAlgorithm
{
    private readonly byte[] _pkcs8;
    private readonly KeyPool<TKey> _keys;

    public OwnKey(byte[] pkcs8, Func<TKey> empty)
    {
        _pkcs8 = pkcs8;
        _keys = new KeyPool<TKey>(() =>
        {
            var key = empty();
            key.ImportPkcs8PrivateKey(_pkcs8, out _);
            return key;
        });
    }

    public KeyPool<TKey>.Loan Borrow() => _keys.Borrow();

    public void Dispose()
    {
        _keys.Dispose();
        CryptographicOperations.ZeroMemory(_pkcs8);
    }
}
