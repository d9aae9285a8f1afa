using System.Security.Cryptography.X509Certificates;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;
using MashBroker.Sealing.Keys;
using NUnit.Framework;
using static MashBroker.Tests.Sealing.AuthorityBench;

namespace MashBroker.Tests.Sealing;

/// <summary>An agency makes its keys itself and asks the authority to certify them.</summary>
internal sealed class EnrolmentTests
{
    private AuthorityBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new AuthorityBench();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void An_agency_makes_its_keys_itself_and_they_stay_with_it()
    {
        using var authority = _bench.Init();
        var started = PartyEnrolment.Start(_bench.Keys, Agency, renew: false);
        Assert.That(File.ReadAllText(started.Page), Does.Contain(started.Fingerprint.ToString()));
        var next = Directory.GetFiles(Path.Combine(_bench.Keys, "next"));
        Assert.That(
            next.Where(file => KeyFile.IsPrivate(file)).Select(file => Path.GetFileName(file)),
            Is.EquivalentTo(new[] { "signing.key", "agreement.key", "tls.key" })
        );
        var requests = CertificateRequests.ReadFile(started.Requests);
        Assert.That(requests.Fingerprint, Is.EqualTo(started.Fingerprint));

        using var issued = authority.Issue(requests, Agency, IssueTerms.Usual, Now);
        _bench.Send(authority, issued);
        PartyEnrolment.Complete(_bench.Keys, Agency, _bench.Sent, authority.RootFingerprint.ToString());

        using var keys = PartyKeys.Load(_bench.Keys);
        using var tls = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_bench.Keys, "tls.crt"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keys.Owner, Is.EqualTo(Agency));
            Assert.That(
                keys.Ends.Select(end => end.Use),
                Is.EquivalentTo(new[] { CertificateUse.Signing, CertificateUse.Agreement, CertificateUse.TlsClient })
            );
            Assert.That(
                tls.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                Is.EqualTo(BrokerPermissions.UserOfAgency("sefton", "police")),
                "the broker takes the common name for its user"
            );
            Assert.That(Path.Combine(_bench.Keys, "next"), Does.Not.Exist);
        }
    }

    [Test]
    public void The_hubs_user_of_the_broker_is_the_common_name_of_its_certificate() =>
        Assert.That(new Party("sefton", "hub").BrokerUser, Is.EqualTo(BrokerPermissions.UserOfHub("sefton")));

    [Test]
    public void Requests_in_another_name_are_refused()
    {
        using var authority = _bench.Init();
        var started = PartyEnrolment.Start(_bench.Keys, new Party("sefton", "health"), renew: false);
        Assert.That(
            () => authority.Issue(CertificateRequests.ReadFile(started.Requests), Agency, IssueTerms.Usual, Now),
            Refused("CN=police, O=sefton")
        );
        Assert.That(authority.Issued, Is.Empty);
    }

    [Test]
    public void Requests_that_were_changed_on_the_way_are_refused_or_have_another_fingerprint()
    {
        var started = PartyEnrolment.Start(_bench.Keys, Agency, renew: false);
        var text = File.ReadAllText(started.Requests);
        var mine = CertificateRequests.ReadFile(started.Requests).Fingerprint;
        Directory.Delete(Path.Combine(_bench.Keys, "next"), recursive: true);
        var others = CertificateRequests
            .ReadFile(PartyEnrolment.Start(_bench.Keys, Agency, renew: false).Requests)
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
        using var authority = _bench.Init();
        var requests = CertificateRequests.ReadFile(PartyEnrolment.Start(_bench.Keys, Agency, renew: false).Requests);
        authority.Issue(requests, Agency, IssueTerms.Usual, Now).Dispose();
        Assert.That(
            () => authority.Issue(requests, Agency, IssueTerms.Usual, Now),
            Refused("has a certificate already")
        );
    }

    [Test]
    public void Certificates_of_another_root_or_another_party_are_not_installed()
    {
        using var authority = _bench.Init();
        var started = PartyEnrolment.Start(_bench.Keys, Agency, renew: false);
        using var issued = authority.Issue(
            CertificateRequests.ReadFile(started.Requests),
            Agency,
            IssueTerms.Usual,
            Now
        );
        _bench.Send(authority, issued);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => PartyEnrolment.Complete(_bench.Keys, Agency, _bench.Sent, null),
                Refused("Have the hub read theirs out")
            );
            Assert.That(
                () =>
                    PartyEnrolment.Complete(
                        _bench.Keys,
                        Agency,
                        _bench.Sent,
                        "0000 0000 0000 0000 0000 0000 0000 0000"
                    ),
                Refused(authority.RootFingerprint.ToString())
            );
            Assert.That(
                () =>
                    PartyEnrolment.Complete(
                        _bench.Keys,
                        new Party("sefton", "health"),
                        _bench.Sent,
                        authority.RootFingerprint.ToString()
                    ),
                Refused("nothing was installed")
            );
            Assert.That(Path.Combine(_bench.Keys, "root.crt"), Does.Not.Exist);
        }
    }
}
