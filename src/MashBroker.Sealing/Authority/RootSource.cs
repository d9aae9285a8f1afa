using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MashBroker.Sealing.Authority;

/// <summary>Where a root comes from: its encrypted key beside the authority, or a PKCS#12 file; and whether it can be one.</summary>
internal static class RootSource
{
    /// <summary>The key in the file beside the authority, and the certificate that belongs to it.</summary>
    /// <exception cref="AuthorityException">The key does not open with this passphrase.</exception>
    public static RootKey FromFile(string path, string passphrase, X509Certificate2 certificate)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromEncryptedPem(File.ReadAllText(path), passphrase);
            return new RootKey(key, certificate);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException or IOException)
        {
            key.Dispose();
            throw new AuthorityException(
                $"{path}: the root's key does not open. Give its passphrase, or name its PKCS#12 file if it is kept outside."
            );
        }
    }

    /// <summary>Both from a file that the hub keeps elsewhere.</summary>
    /// <exception cref="AuthorityException">It does not open, or its key is on no elliptic curve.</exception>
    public static RootKey FromPkcs12(string path, string passphrase)
    {
        try
        {
            using var both = X509CertificateLoader.LoadPkcs12FromFile(
                path,
                passphrase,
                X509KeyStorageFlags.EphemeralKeySet
            );
            var key = both.GetECDsaPrivateKey() ?? throw new CryptographicException("It has no ECDSA key.");
            return new RootKey(key, X509CertificateLoader.LoadCertificate(both.RawDataMemory.Span));
        }
        catch (Exception fault) when (fault is CryptographicException or IOException)
        {
            throw new AuthorityException(
                $"{path}: no root on an elliptic curve can be taken from it ({fault.Message}). Give its file and its passphrase."
            );
        }
    }

    /// <exception cref="AuthorityException">It is not this hub's, or may not sign certificates and lists.</exception>
    public static void Check(X509Certificate2 root, string hub)
    {
        var isAuthority = root
            .Extensions.OfType<X509BasicConstraintsExtension>()
            .Any(each => each.CertificateAuthority);
        var signsLists = root
            .Extensions.OfType<X509KeyUsageExtension>()
            .Any(each => each.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.KeyCertSign));
        var identified = root.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any();
        if (!isAuthority || !signsLists || !identified || Party.NamesOf(root.SubjectName)?.Organisation != hub)
        {
            throw new AuthorityException(
                $"The root {root.Subject} cannot be used: it must name O={hub}, be an authority, have a subject key identifier, and sign certificates and lists."
            );
        }
    }
}
