using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Keys;
using NUnit.Framework;
using static MashBroker.Tests.Sealing.AuthorityBench;

namespace MashBroker.Tests.Sealing;

/// <summary>A hub's authority: its root, its register, what it revokes and what it makes for the broker.</summary>
internal sealed class AuthorityTests
{
    private static readonly X509RevocationReason[] EveryReason = Enum.GetValues<X509RevocationReason>();

    private AuthorityBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new AuthorityBench();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void The_roots_key_is_on_disk_encrypted_and_opens_with_its_passphrase_alone()
    {
        _bench.Init().Dispose();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                File.ReadAllText(Path.Combine(_bench.Root, "root.key")),
                Does.StartWith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
            );
            Assert.That(
                () => CertificateAuthority.Open(_bench.Root, "six other words drawn by dice", null),
                Refused("the root's key does not open")
            );
            Assert.That(() => CertificateAuthority.Open(_bench.Root, Passphrase, null).Dispose(), Throws.Nothing);
        }
    }

    [Test]
    public void A_root_is_not_made_over_another() =>
        Assert.That(
            () =>
            {
                _bench.Init().Dispose();
                _bench.Init();
            },
            Refused("there is an authority already")
        );

    [Test]
    public void A_root_that_is_kept_outside_works_from_its_file_and_leaves_no_key_here()
    {
        var file = Path.Combine(_bench.Folder, "root.p12");
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP384))
        {
            var request = new CertificateRequest("CN=county root, O=sefton", key, HashAlgorithmName.SHA384);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            request.CertificateExtensions.Add(
                new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)
            );
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
            using var made = request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(5));
            File.WriteAllBytes(file, made.Export(X509ContentType.Pkcs12, Passphrase));
        }

        using (var made = CertificateAuthority.Init(_bench.Root, "sefton", Passphrase, file, Now, ListLife))
        {
            _bench.Enrol(made);
        }

        using var opened = CertificateAuthority.Open(_bench.Root, Passphrase, file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Path.Combine(_bench.Root, "root.key"), Does.Not.Exist);
            Assert.That(opened.Issued, Has.Count.EqualTo(3));
            Assert.That(() => PartyKeys.Load(_bench.Keys).Dispose(), Throws.Nothing);
        }
    }

    [Test]
    public void A_passphrase_that_others_may_read_or_guess_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no file modes.
        }
        var file = Path.Combine(_bench.Folder, "passphrase");
        File.WriteAllText(file, Passphrase);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => RootPassphrase.Read(file), Refused("chmod 600"));
            Assert.That(() => RootPassphrase.Check("too short", "it"), Refused("16 or more"));
        }
    }

    [Test]
    public void The_register_is_on_disk_before_a_certificate_leaves_and_numbers_of_lists_only_grow()
    {
        using (var authority = _bench.Init())
        {
            _bench.Enrol(authority);
            authority.Revoke(each => each.Use == CertificateUse.Signing, X509RevocationReason.Superseded, Now);
            authority.SignList(Now, ListLife);
        }

        var issued = CertificateAuthority.Look(_bench.Root);
        using var again = CertificateAuthority.Open(_bench.Root, Passphrase, null);
        var register = () => File.ReadAllText(Path.Combine(_bench.Root, "issued.json"));
        var before = register();
        again.SignList(Now, ListLife);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(issued, Has.Count.EqualTo(3));
            Assert.That(
                issued.Single(each => each.RevokedAt is not null).Reason,
                Is.EqualTo(X509RevocationReason.Superseded)
            );
            Assert.That(
                (before.Contains("\"listNumber\": 2"), register().Contains("\"listNumber\": 3")),
                Is.EqualTo((true, true))
            );
            Assert.That(
                () => again.Revoke(each => each.Party == "nobody", X509RevocationReason.Unspecified, Now),
                Refused("No certificate that is still good fits")
            );
        }
    }

    [TestCaseSource(nameof(EveryReason))]
    public void A_reason_is_refused_or_the_list_with_it_can_be_signed(X509RevocationReason reason)
    {
        using var authority = _bench.Init();
        _bench.Enrol(authority);
        try
        {
            authority.Revoke(each => each.Use == CertificateUse.Signing, reason, Now);
        }
        catch (AuthorityException refused)
        {
            Assert.That(refused.Message, Does.Contain("nothing was revoked"));
        }
        Assert.That(() => authority.SignList(Now, ListLife), Throws.Nothing);
    }

    [Test]
    public void Two_processes_do_not_work_with_one_authority()
    {
        using var authority = _bench.Init();
        Assert.That(() => CertificateAuthority.Open(_bench.Root, Passphrase, null), Refused("another 'mash pki'"));
    }

    [Test]
    public void The_brokers_certificate_names_it_as_its_clients_do_and_serves_for_nothing_else()
    {
        using var authority = _bench.Init();
        using var pair = authority.IssueServer(["broker.example.org", "127.0.0.1"], IssueTerms.Usual, Now);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pair.Certificate.MatchesHostname("broker.example.org"), Is.True);
            Assert.That(pair.Certificate.MatchesHostname("127.0.0.1"), Is.True);
            Assert.That(pair.Certificate.MatchesHostname("elsewhere.example.org"), Is.False);
            Assert.That(
                CertificateChecks.OwnMerits(pair.Certificate, CertificateUse.Signing)?.Fault,
                Is.EqualTo(SealFault.CertificateWrongPurpose)
            );
            Assert.That(() => authority.IssueServer(["not a name"], IssueTerms.Usual, Now), Refused("not a name"));
        }
    }
}
