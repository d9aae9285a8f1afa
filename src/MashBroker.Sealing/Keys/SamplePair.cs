using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MashBroker.Sealing.Keys;

/// <summary>A key made here and its certificate.</summary>
internal sealed class SamplePair(ECDiffieHellman key, X509Certificate2 certificate) : IDisposable
{
    public X509Certificate2 Certificate { get; } = certificate;

    /// <summary>Writes <c>NAME.crt</c> and, for its owner alone, <c>NAME.key</c>.</summary>
    public void Write(string folder, string name)
    {
        WriteCertificate(Path.Combine(folder, $"{name}.crt"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var file = File.Open(Path.Combine(folder, $"{name}.key"), options);
        file.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
    }

    public void WriteCertificate(string path) => File.WriteAllText(path, Certificate.ExportCertificatePem() + "\n");

    public void Dispose()
    {
        key.Dispose();
        Certificate.Dispose();
    }
}
