using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>The police renew their keys while letters are under way.</summary>
internal sealed class RotationTests
{
    private static readonly DateTimeOffset Now = SomeLetter.Noon;
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(7);
    private static readonly Party Police = new("sample", "police");
    private static readonly HashSet<LetterType> EveryType = [.. Enum.GetValues<LetterType>()];

    private SampleParties _parties = null!;

    private string Keys => _parties.FolderOf("police");

    [SetUp]
    public void MakeParties() => _parties = new SampleParties("sample", ["police"], Now);

    [TearDown]
    public void RemoveParties() => _parties.Dispose();

    [Test]
    public void What_was_sealed_to_the_old_key_is_opened_after_the_renewal()
    {
        var underWay = _parties.Sealer("hub", At(Now)).Seal(SomeLetter.Request).Bytes;
        Renew();
        using var keys = PartyKeys.Load(Keys);
        var opener = new Opener(keys, TrustRegister.Load(Keys), At(Now));
        Assert.That(opener.Open(underWay, EveryType).Fault, Is.EqualTo(SealFault.None));
    }

    [Test]
    public void The_hub_seals_to_the_old_key_until_the_overlap_is_over_and_both_are_opened()
    {
        Renew();
        using var keys = PartyKeys.Load(Keys);
        var (sealedEarly, sealedLate) = (SealAt(Now.AddDays(6)), SealAt(Now.AddDays(8)));
        var opener = new Opener(keys, TrustRegister.Load(Keys), At(Now.AddDays(8)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opener.Open(sealedEarly, EveryType).Fault, Is.EqualTo(SealFault.None));
            Assert.That(opener.Open(sealedLate, EveryType).Fault, Is.EqualTo(SealFault.None));
            Assert.That(
                _parties.Opener("police", At(Now.AddDays(6))).Open(sealedEarly, EveryType).Fault,
                Is.EqualTo(SealFault.None),
                "who has not restarted yet has the old key alone"
            );
            Assert.That(
                _parties.Opener("police", At(Now.AddDays(8))).Open(sealedLate, EveryType).Fault,
                Is.EqualTo(SealFault.NotAddressedToUs)
            );
        }
    }

    [Test]
    public void The_new_key_signs_at_once_and_the_hub_takes_both()
    {
        var before = _parties.Sealer("police", At(Now)).Seal(SomeLetter.Return);
        var register = _parties.Register("hub");
        Renew();
        using var keys = PartyKeys.Load(Keys);
        var after = new Sealer(keys, TrustRegister.Load(Keys), At(Now)).Seal(SomeLetter.Return);
        var opener = new Opener(_parties.Keys("hub"), register, At(Now));
        Assert.That(opener.Open(after.Bytes, EveryType).Fault, Is.EqualTo(SealFault.OuterSignerUnknown));

        Assert.That(
            register.Refresh().PartiesRead,
            Is.True,
            "the hub registers the new certificate and restarts nothing"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(opener.Open(before.Bytes, EveryType).Fault, Is.EqualTo(SealFault.None));
            Assert.That(opener.Open(after.Bytes, EveryType).Fault, Is.EqualTo(SealFault.None));
        }
    }

    [Test]
    public void The_old_key_when_it_was_revoked_is_refused_and_the_new_one_is_not()
    {
        var stolen = _parties.Sealer("police", At(Now)).Seal(SomeLetter.Return);
        var old = CertificateAuthority.Look(Path.Combine(_parties.Folder, SamplePki.AuthorityFolder));
        Renew();
        SampleAuthority.Revoke(
            _parties.Folder,
            each => each.Party == "police" && old.Any(was => was.Serial == each.Serial),
            Now
        );
        using var keys = PartyKeys.Load(Keys);
        var good = new Sealer(keys, TrustRegister.Load(Keys), At(Now)).Seal(SomeLetter.Return);
        var opener = _parties.Opener("hub", At(Now));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opener.Open(stolen.Bytes, EveryType).Fault, Is.EqualTo(SealFault.CertificateRevoked));
            Assert.That(opener.Open(good.Bytes, EveryType).Fault, Is.EqualTo(SealFault.None));
        }
    }

    [Test]
    public void A_renewal_that_was_stopped_half_way_is_completed_by_doing_it_again()
    {
        using var authority = SampleAuthority.Open(_parties.Folder);
        var started = PartyEnrolment.Start(Keys, Police, renew: true);
        using var issued = authority.Issue(
            CertificateRequests.ReadFile(started.Requests),
            Police,
            new IssueTerms(TimeSpan.FromDays(365), Overlap),
            Now
        );
        var sent = Path.Combine(_parties.Folder, "sent");
        issued.Write(sent);
        authority.WriteFor(sent);
        // As after a crash between the key and its certificate.
        File.Move(Path.Combine(Keys, "next", "signing.key"), Path.Combine(Keys, "signing.key"), overwrite: true);
        Assert.That(() => PartyKeys.Load(Keys), Throws.TypeOf<KeyFolderException>());

        PartyEnrolment.Complete(Keys, Police, sent, root: null);

        Assert.That(() => PartyKeys.Load(Keys).Dispose(), Throws.Nothing);
    }

    [Test]
    public void Keys_in_use_are_not_made_anew_unasked_nor_twice()
    {
        Assert.That(
            () => PartyEnrolment.Start(Keys, Police, renew: false),
            Throws.TypeOf<AuthorityException>().With.Message.Contains("--renew")
        );
        PartyEnrolment.Start(Keys, Police, renew: true);
        Assert.That(
            () => PartyEnrolment.Start(Keys, Police, renew: true),
            Throws.TypeOf<AuthorityException>().With.Message.Contains("under way")
        );
    }

    private static StandingClock At(DateTimeOffset now) => new(now);

    private void Renew()
    {
        // The keys as they were, for what is played by somebody who has not restarted.
        _parties.Keys("police");
        SampleAuthority.Renew(_parties.Folder, Police, Now, Overlap, "hub");
    }

    private byte[] SealAt(DateTimeOffset now)
    {
        var head = SomeLetter.Request.Head with { IssuedAt = now, ExpiresAt = now.AddDays(60) };
        return _parties.Sealer("hub", At(now)).Seal(SomeLetter.Request with { Head = head }).Bytes;
    }
}
