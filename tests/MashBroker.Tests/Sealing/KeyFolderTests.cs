using System.Security.Cryptography;
using MashBroker.Sealing;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace MashBroker.Tests.Sealing;

internal sealed class KeyFolderTests
{
    private string _folder = "";

    private string Police => Path.Combine(_folder, "police");

    private string Hub => Path.Combine(_folder, "hub");

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("mash-keys-").FullName;
        SamplePki.Make(_folder, "sefton", ["police", "health"], SealingWorld.Now);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_party_is_who_its_certificates_name()
    {
        using var keys = PartyKeys.Load(Police);
        Assert.That(keys.Owner, Is.EqualTo(new Party("sefton", "police")));
    }

    [Test]
    public void The_hub_knows_every_agency_and_an_agency_the_hub_alone()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                TrustRegister.Load(Hub).Parties.Select(party => party.Name),
                Is.EquivalentTo(new[] { "police", "health" })
            );
            Assert.That(TrustRegister.Load(Police).Parties.Select(party => party.Name), Is.EqualTo(new[] { "hub" }));
        }
    }

    [Test]
    public void Only_the_owner_can_read_a_sample_key()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no file modes.
        }
        var modes = Directory
            .EnumerateFiles(_folder, "*.key", SearchOption.AllDirectories)
            .Select(file => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file))
            .ToList();
        Assert.That(modes, Has.Count.EqualTo(14).And.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void The_key_of_a_sample_root_is_in_no_partys_folder()
    {
        var keys = Directory.EnumerateFiles(_folder, "root.key", SearchOption.AllDirectories);
        Assert.That(
            keys.Select(file => Path.GetFileName(Path.GetDirectoryName(file))),
            Is.EqualTo(new[] { SamplePki.AuthorityFolder })
        );
    }

    [Test]
    public void A_sample_is_not_written_over_another()
    {
        Assert.That(
            () => SamplePki.Make(_folder, "sefton", ["police"], SealingWorld.Now),
            Throws.TypeOf<IOException>().With.Message.Contains("not empty")
        );
    }

    [TestCase("Sefton", "police")]
    [TestCase("sefton", "../police")]
    [TestCase("sefton", "hub")]
    [TestCase("sefton", "")]
    public void A_sample_for_a_name_that_is_no_code_is_refused_and_nothing_is_written(string hub, string agency)
    {
        var folder = Path.Combine(_folder, "another");
        Assert.That(() => SamplePki.Make(folder, hub, [agency], SealingWorld.Now), Throws.ArgumentException);
        Assert.That(Directory.GetDirectories(_folder, "another*"), Is.Empty);
    }

    [TestCase("signing.key")]
    [TestCase("agreement.key")]
    [TestCase("tls.key")]
    public void A_key_that_others_may_read_stops_the_start(string key)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no file modes.
        }
        File.SetUnixFileMode(
            Path.Combine(Police, key),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        );
        Assert.That(() => PartyKeys.Load(Police), Refused($"{key}: group or others", "chmod 600"));
    }

    [Test]
    public void Every_fault_of_the_keys_is_named_at_once()
    {
        File.Delete(Path.Combine(Police, "signing.crt"));
        File.WriteAllText(Path.Combine(Police, "signing.key"), "no key");
        File.Copy(Path.Combine(Hub, "agreement.key"), Path.Combine(Police, "agreement.key"), overwrite: true);
        Assert.That(
            () => PartyKeys.Load(Police),
            Refused(
                "signing.crt: it is not there",
                "signing.key: it holds no unencrypted PKCS#8 key",
                "agreement.key: it is not the key of agreement.crt"
            )
        );
    }

    [Test]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.That(
            () => PartyKeys.Load(Path.Combine(_folder, "nobody")),
            Refused("nobody", "agreement.crt", "signing.key")
        );

    [Test]
    public void Certificates_of_two_parties_make_no_party()
    {
        Take(Hub, "agreement.crt");
        Take(Hub, "agreement.key");
        Assert.That(() => PartyKeys.Load(Police), Refused("agreement.crt: it names hub@sefton"));
    }

    [Test]
    public void A_signing_certificate_does_not_serve_for_agreement()
    {
        File.Copy(Path.Combine(Police, "signing.crt"), Path.Combine(Police, "agreement.crt"), overwrite: true);
        Assert.That(() => PartyKeys.Load(Police), Refused("agreement.crt: its key usage is not keyAgreement alone"));
    }

    [Test]
    public void An_encrypted_key_is_refused_with_the_remedy()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(
            Path.Combine(Police, "signing.key"),
            key.ExportEncryptedPkcs8PrivateKeyPem(
                "secret",
                new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)
            )
        );
        Assert.That(() => PartyKeys.Load(Police), Refused("signing.key: it holds no unencrypted", "-nocrypt"));
    }

    [Test]
    public void Every_fault_of_the_register_is_named_at_once()
    {
        var register = Path.Combine(Hub, "register");
        File.Delete(Path.Combine(register, "police.signing.crt"));
        File.Copy(Path.Combine(register, "police.agreement.crt"), Path.Combine(register, "health.agreement.crt"), true);
        File.WriteAllText(Path.Combine(register, "health.signing.crt"), "no certificate");
        File.WriteAllText(Path.Combine(register, "stray.crt"), "no certificate");
        File.Delete(Path.Combine(Hub, "root.crt"));
        Assert.That(
            () => TrustRegister.Load(Hub),
            Refused(
                "root.crt: it is not there",
                "register/police.signing.crt: it is not there",
                "register/health.agreement.crt: it does not name its party as CN=health",
                "register/health.signing.crt: it holds no certificate",
                "register/stray.crt: its name says not whose"
            )
        );
    }

    [Test]
    public void One_key_is_not_two_parties()
    {
        var register = Path.Combine(Hub, "register");
        File.AppendAllText(
            Path.Combine(register, "police.signing.crt"),
            File.ReadAllText(Path.Combine(register, "police.signing.crt"))
        );
        Assert.That(
            () => TrustRegister.Load(Hub),
            Refused("register/police.signing.crt: another certificate has its key identifier")
        );
    }

    [Test]
    public void A_register_of_nobody_is_refused()
    {
        Directory.Delete(Path.Combine(Police, "register"), recursive: true);
        Assert.That(() => TrustRegister.Load(Police), Refused("register/: nobody is registered"));
    }

    private void Take(string from, string file) =>
        File.Copy(Path.Combine(from, file), Path.Combine(Police, file), overwrite: true);

    private static Constraint Refused(params string[] texts) =>
        texts.Aggregate(
            (Constraint)Throws.TypeOf<KeyFolderException>(),
            (constraint, text) => constraint.And.Message.Contains(text)
        );
}
