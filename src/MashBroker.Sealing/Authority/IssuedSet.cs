using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing.Authority;

/// <summary>What was issued to one party at one time.</summary>
public sealed class IssuedSet(
    Party party,
    IReadOnlyList<(CertificateUse Use, X509Certificate2 Certificate)> certificates
) : IDisposable
{
    public Party Party { get; } = party;

    public IReadOnlyList<(CertificateUse Use, X509Certificate2 Certificate)> Certificates { get; } = certificates;

    /// <summary>Writes what the party's enrolment is completed with: its certificates, e.g. <c>signing.crt</c>.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (use, certificate) in Certificates)
        {
            KeyFile.Replace(
                Path.Combine(folder, $"{CertificateShape.FileName(use)}.crt"),
                certificate.ExportCertificatePem() + "\n"
            );
        }
    }

    /// <summary>
    /// Adds them to the register in another party's key folder, beside those that are there: while keys are renewed both are
    /// good. Those for TLS are the broker's business.
    /// </summary>
    public void Register(string keyFolder)
    {
        var register = Directory.CreateDirectory(Path.Combine(keyFolder, TrustRegister.Folder)).FullName;
        foreach (var (use, certificate) in Certificates.Where(each => each.Use is not CertificateUse.TlsClient))
        {
            var path = Path.Combine(register, $"{Party.Name}.{CertificateShape.FileName(use)}.crt");
            var before = File.Exists(path) ? File.ReadAllText(path) : "";
            var pem = certificate.ExportCertificatePem() + "\n";
            if (!before.Contains(pem, StringComparison.Ordinal))
            {
                KeyFile.Replace(path, before + pem);
            }
        }
    }

    public void Dispose()
    {
        foreach (var (_, certificate) in Certificates)
        {
            certificate.Dispose();
        }
    }
}
