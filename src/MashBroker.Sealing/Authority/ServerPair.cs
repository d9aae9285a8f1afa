using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Authority;

/// <summary>The broker's key pair for TLS.</summary>
public sealed class ServerPair : IDisposable
{
    private readonly ECDiffieHellman _key;

    private ServerPair(ECDiffieHellman key, X509Certificate2 certificate) => (_key, Certificate) = (key, certificate);

    public X509Certificate2 Certificate { get; }

    internal static ServerPair Make(
        RootKey root,
        string hub,
        IReadOnlyList<string> names,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter
    )
    {
        if (names.Count == 0 || names.Any(name => Uri.CheckHostName(name) is UriHostNameType.Unknown))
        {
            throw new AuthorityException(
                $"'{string.Join(", ", names)}': name the server as its clients do, e.g. broker.example.org or 127.0.0.1."
            );
        }
        var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }
        var certificate = root.Certify(
            new X500DistinguishedName($"CN={names[0]}, O={hub}"),
            new PublicKey(key),
            [.. CertificateShape.Purpose(CertificateUse.TlsServer), alternatives.Build()],
            notBefore,
            notAfter
        );
        return new ServerPair(key, certificate);
    }

    /// <summary>Writes <c>tls.crt</c> and, for its owner alone, <c>tls.key</c>.</summary>
    /// <exception cref="IOException">There is a key already.</exception>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, CertificateShape.FileName(CertificateUse.TlsServer));
        KeyFile.WriteKey($"{name}.key", _key);
        KeyFile.Replace($"{name}.crt", Certificate.ExportCertificatePem() + "\n");
    }

    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
    }
}
