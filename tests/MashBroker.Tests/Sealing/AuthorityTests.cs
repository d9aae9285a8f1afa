using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;
using MashBroker.Sealing.Keys;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>A hub's authority, and an agency that asks it for certificates.</summary>
internal sealed class AuthorityTests
{
    private const string Passphrase = "six words that were drawn by dice";

    private static readonly DateTimeOffset Now = SealingWorld.Now;
    private static readonly Party Police = new("sefton", "police");
    private static readonly TimeSpan ListLife = TimeSpan.FromDays(7);

    private static readonly X509RevocationReason[] EveryReason = Enum.GetValues<X509RevocationReason>();

    private string _folder = "";

    private string Root => Path.Combine(_folder, "authority");

    private string Keys => Path.Combine(_folder, "police");

    private string Sent => Path.Combine(_folder, "sent");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mash-authority-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_roots_key_is_on_disk_encrypted_and_opens_with_its_passphrase_alone()
    {
        Init().Dispose();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                File.ReadAllText(Path.Combine(Root, "root.key")),
                Does.StartWith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
            );
            Assert.That(
                () => CertificateAuthority.Open(Root, "six other words drawn by dice", null),
                Refused("the root's key does not open")
            );
            Assert.That(() => CertificateAuthority.Open(Root, Passphrase, null).Dispose(), Throws.Nothing);
        }
    }

    [Test]
    public void A_root_is_not_made_over_another() =>
        Assert.That(
            () =>
            {
                Init().Dispose();
                Init();
            },
            Refused("there is an authority already")
        );

    [Test]
    public void A_root_that_is_kept_outside_works_from_its_file_and_leaves_no_key_here()
    {
        var file = Path.Combine(_folder, "root.p12");
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

        using (var made = CertificateAuthority.Init(Root, "sefton", Passphrase, file, Now, ListLife))
        {
            Enrol(made);
        }

        using var opened = CertificateAuthority.Open(Root, Passphrase, file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Path.Combine(Root, "root.key"), Does.Not.Exist);
            Assert.That(opened.Issued, Has.Count.EqualTo(3));
            Assert.That(() => PartyKeys.Load(Keys).Dispose(), Throws.Nothing);
        }
    }

    [Test]
    public void A_passphrase_that_others_may_read_or_guess_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no file modes.
        }
        var file = Path.Combine(_folder, "passphrase");
        File.WriteAllText(file, Passphrase);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => RootPassphrase.Read(file), Refused("chmod 600"));
            Assert.That(() => RootPassphrase.Check("too short", "it"), Refused("16 or more"));
        }
    }

    [Test]
    public void An_agency_makes_its_keys_itself_and_they_stay_with_it()
    {
        using var authority = Init();
        var started = PartyEnrolment.Start(Keys, Police, renew: false);
        Assert.That(File.ReadAllText(started.Page), Does.Contain(started.Fingerprint.ToString()));
        var next = Directory.GetFiles(Path.Combine(Keys, "next"));
        Assert.That(
            next.Where(file => KeyFile.IsPrivate(file)).Select(file => Path.GetFileName(file)),
            Is.EquivalentTo(new[] { "signing.key", "agreement.key", "tls.key" })
        );
        var requests = CertificateRequests.ReadFile(started.Requests);
        Assert.That(requests.Fingerprint, Is.EqualTo(started.Fingerprint));

        using var issued = authority.Issue(requests, Police, IssueTerms.Usual, Now);
        Send(authority, issued);
        PartyEnrolment.Complete(Keys, Police, Sent, authority.RootFingerprint.ToString());

        using var keys = PartyKeys.Load(Keys);
        using var tls = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Keys, "tls.crt"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keys.Owner, Is.EqualTo(Police));
            Assert.That(
                keys.Ends.Select(end => end.Use),
                Is.EquivalentTo(new[] { CertificateUse.Signing, CertificateUse.Agreement, CertificateUse.TlsClient })
            );
            Assert.That(
                tls.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                Is.EqualTo(BrokerPermissions.UserOfAgency("sefton", "police")),
                "the broker takes the common name for its user"
            );
            Assert.That(Path.Combine(Keys, "next"), Does.Not.Exist);
        }
    }

    [Test]
    public void The_hubs_user_of_the_broker_is_the_common_name_of_its_certificate() =>
        Assert.That(new Party("sefton", "hub").BrokerUser, Is.EqualTo(BrokerPermissions.UserOfHub("sefton")));

    [Test]
    public void Requests_in_another_name_are_refused()
    {
        using var authority = Init();
        var started = PartyEnrolment.Start(Keys, new Party("sefton", "health"), renew: false);
        Assert.That(
            () => authority.Issue(CertificateRequests.ReadFile(started.Requests), Police, IssueTerms.Usual, Now),
            Refused("CN=police, O=sefton")
        );
        Assert.That(authority.Issued, Is.Empty);
    }

    [Test]
    public void Requests_that_were_changed_on_the_way_are_refused_or_have_another_fingerprint()
    {
        var started = PartyEnrolment.Start(Keys, Police, renew: false);
        var text = File.ReadAllText(started.Requests);
        var mine = CertificateRequests.ReadFile(started.Requests).Fingerprint;
        Directory.Delete(Path.Combine(Keys, "next"), recursive: true);
        var others = CertificateRequests
            .ReadFile(PartyEnrolment.Start(Keys, Police, renew: false).Requests)
            .Fingerprint;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mine.Matches(others.ToString()), Is.False);
            Assert.That(mine.Matches($" {mine} ".Replace(' ', '-').ToUpperInvariant()), Is.True);
            Assert.That(
                () => CertificateRequests.Read(text.Replace("MII", "MIJ", StringComparison.Ordinal), "police.csr"),
                Refused("police.csr")
            );
            Assert.That(() => CertificateRequests.Read("", "police.csr"), Refused("it holds no request"));
        }
    }

    [Test]
    public void A_key_is_certified_once()
    {
        using var authority = Init();
        var requests = CertificateRequests.ReadFile(PartyEnrolment.Start(Keys, Police, renew: false).Requests);
        authority.Issue(requests, Police, IssueTerms.Usual, Now).Dispose();
        Assert.That(
            () => authority.Issue(requests, Police, IssueTerms.Usual, Now),
            Refused("has a certificate already")
        );
    }

    [Test]
    public void Certificates_of_another_root_or_another_party_are_not_installed()
    {
        using var authority = Init();
        var started = PartyEnrolment.Start(Keys, Police, renew: false);
        using var issued = authority.Issue(
            CertificateRequests.ReadFile(started.Requests),
            Police,
            IssueTerms.Usual,
            Now
        );
        Send(authority, issued);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => PartyEnrolment.Complete(Keys, Police, Sent, null),
                Refused("Have the hub read theirs out")
            );
            Assert.That(
                () => PartyEnrolment.Complete(Keys, Police, Sent, "0000 0000 0000 0000 0000 0000 0000 0000"),
                Refused(authority.RootFingerprint.ToString())
            );
            Assert.That(
                () =>
                    PartyEnrolment.Complete(
                        Keys,
                        new Party("sefton", "health"),
                        Sent,
                        authority.RootFingerprint.ToString()
                    ),
                Refused("nothing was installed")
            );
            Assert.That(Path.Combine(Keys, "root.crt"), Does.Not.Exist);
        }
    }

    [Test]
    public void The_register_is_on_disk_before_a_certificate_leaves_and_numbers_of_lists_only_grow()
    {
        using (var authority = Init())
        {
            Enrol(authority);
            authority.Revoke(each => each.Use == CertificateUse.Signing, X509RevocationReason.Superseded, Now);
            authority.SignList(Now, ListLife);
        }

        var issued = CertificateAuthority.Look(Root);
        using var again = CertificateAuthority.Open(Root, Passphrase, null);
        var register = () => File.ReadAllText(Path.Combine(Root, "issued.json"));
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
        using var authority = Init();
        Enrol(authority);
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
        using var authority = Init();
        Assert.That(() => CertificateAuthority.Open(Root, Passphrase, null), Refused("another 'mash pki'"));
    }

    [Test]
    public void The_brokers_certificate_names_it_as_its_clients_do_and_serves_for_nothing_else()
    {
        using var authority = Init();
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

    private static NUnit.Framework.Constraints.ContainsConstraint Refused(string words) =>
        Throws.TypeOf<AuthorityException>().With.Message.Contains(words);

    private CertificateAuthority Init() =>
        CertificateAuthority.Init(
            Root,
            "sefton",
            Passphrase,
            null,
            Now,
            ListLife,
            TimeSpan.FromDays(3653),
            iterations: 1
        );

    private void Enrol(CertificateAuthority authority)
    {
        var started = PartyEnrolment.Start(Keys, Police, renew: false);
        using var issued = authority.Issue(
            CertificateRequests.ReadFile(started.Requests),
            Police,
            IssueTerms.Usual,
            Now
        );
        Send(authority, issued);
        PartyEnrolment.Complete(Keys, Police, Sent, authority.RootFingerprint.ToString());
    }

    private void Send(CertificateAuthority authority, IssuedSet issued)
    {
        issued.Write(Sent);
        authority.WriteFor(Sent);
    }
}
