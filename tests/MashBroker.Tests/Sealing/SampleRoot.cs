using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Keys;

namespace MashBroker.Tests.Sealing;

/// <summary>A root that lives as long as this object and issues whatever a test asks of it, also what no hub would issue.</summary>
internal sealed class SampleRoot : IDisposable
{
    private readonly RootKey _key;

    private SampleRoot(RootKey key) => _key = key;

    public X509Certificate2 Certificate => _key.Certificate;

    public static SampleRoot New(string hub, DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        new(RootKey.New("sample root", hub, notBefore, notAfter));

    public SamplePair Issue(Party party, CertificateUse use, DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        Issue(party.ToSubject(), CertificateShape.Usage(use), notBefore, notAfter, ECCurve.NamedCurves.nistP256);

    public SamplePair Issue(
        X500DistinguishedName subject,
        X509KeyUsageFlags usage,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter,
        ECCurve curve
    )
    {
        var key = ECDiffieHellman.Create(curve);
        X509Extension[] purpose = [new X509KeyUsageExtension(usage, true)];
        return new SamplePair(key, _key.Certify(subject, new PublicKey(key), purpose, notBefore, notAfter));
    }

    /// <summary>A list of this root, from an hour before to a week after.</summary>
    public byte[] List(int number, DateTimeOffset now, params X509Certificate2[] revoked) =>
        _key.SignList(
            number,
            now.AddHours(-1),
            now.AddDays(7),
            [.. revoked.Select(each => new RevokedSerial(each.SerialNumberBytes.ToArray(), now, default))]
        );

    public void Dispose() => _key.Dispose();
}
