using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;

namespace MashBroker.Tests.Sealing;

/// <summary>A key made here and its certificate.</summary>
internal sealed class SamplePair(ECDiffieHellman key, X509Certificate2 certificate) : IDisposable
{
    public X509Certificate2 Certificate { get; } = certificate;

    /// <summary>Writes <c>NAME.crt</c> and, for its owner alone, <c>NAME.key</c>.</summary>
    public void Write(string folder, string name)
    {
        WriteCertificate(Path.Combine(folder, $"{name}.crt"));
        KeyFile.WriteKey(Path.Combine(folder, $"{name}.key"), key);
    }

    public void WriteCertificate(string path) => File.WriteAllText(path, Certificate.ExportCertificatePem() + "\n");

    public void Dispose()
    {
        key.Dispose();
        Certificate.Dispose();
    }
}
