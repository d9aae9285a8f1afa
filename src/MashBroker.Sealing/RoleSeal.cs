using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Keys;

namespace MashBroker.Sealing;

/// <summary>
/// Seals what only the people of one role may read, to that role's certificate for key agreement: one AuthEnvelopedData, as
/// letters have inside. Whoever seals holds no key that opens it.
/// </summary>
public sealed class RoleSeal : IDisposable
{
    private readonly PartyCertificate _certificate;

    private RoleSeal(PartyCertificate certificate) => _certificate = certificate;

    /// <summary>When the certificate ends. What is sealed to it afterwards still opens: an identity lost would be worse.</summary>
    public DateTimeOffset NotAfter => _certificate.NotAfter;

    /// <param name="file">PEM; <c>agreement.crt</c> of the role's key folder.</param>
    /// <exception cref="KeyFolderException">It is absent, unreadable or no certificate for key agreement; all faults at once.</exception>
    public static RoleSeal Load(string file)
    {
        var folder = new KeyFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var name = Path.GetFileName(file);
        using var certificate = folder.Certificates(name).FirstOrDefault();
        folder.ThrowIfFaulty();
        var read = PartyCertificate.Read(certificate!, new Party("role", "role"), CertificateUse.Agreement, root: null);
        if (CertificateChecks.OwnMerits(certificate!, CertificateUse.Agreement) is { } fault)
        {
            folder.Fault(name, fault.Detail, "Give the role's certificate for key agreement");
        }
        else if (read is null)
        {
            folder.Fault(name, "it names no key identifier", "Issue it with 'mash pki issue'");
        }

        folder.ThrowIfFaulty();
        return new RoleSeal(read!);
    }

    public byte[] Close(ReadOnlySpan<byte> content) => Envelope.Close(content, _certificate);

    /// <returns>Null when it is not sealed to these keys, or was changed.</returns>
    public static byte[]? Open(ReadOnlySpan<byte> bytes, PartyKeys role)
    {
        try
        {
            return Envelope.Open(bytes, role);
        }
        catch (SealRefusedException)
        {
            return null;
        }
    }

    public void Dispose() => _certificate.Dispose();
}
