using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>What our own writer signs, the platform's library verifies: two readers that share no code agree.</summary>
internal sealed class SecondReaderTests
{
    [Test]
    public void Both_signatures_of_a_sealed_message_hold_for_the_library_too()
    {
        var made = SealingWorld.Seal(SealingWorld.Content(2000));
        using var hub = X509CertificateLoader.LoadCertificateFromFile(
            Path.Combine(SealingWorld.Parties.FolderOf("police"), "register", "hub.signing.crt")
        );
        foreach (var layer in new[] { made.Bytes, made.Evidence })
        {
            var read = new SignedCms();
            read.Decode(layer);
            Assert.That(() => read.CheckSignature([hub], verifySignatureOnly: true), Throws.Nothing);
        }
    }

    [Test]
    public void The_library_refuses_them_under_another_party_s_certificate()
    {
        var made = SealingWorld.Seal(SealingWorld.Content(2000));
        using var other = X509CertificateLoader.LoadCertificateFromFile(
            Path.Combine(SealingWorld.Parties.FolderOf("hub"), "register", "health.signing.crt")
        );
        var read = new SignedCms();
        read.Decode(made.Bytes);
        Assert.That(
            () => read.CheckSignature([other], verifySignatureOnly: true),
            Throws.InstanceOf<System.Security.Cryptography.CryptographicException>()
        );
    }
}
