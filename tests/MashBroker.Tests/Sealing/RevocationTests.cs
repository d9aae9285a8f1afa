using System.Security.Cryptography;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Trust;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>What a revocation list does, and what passes for none.</summary>
internal sealed class RevocationTests
{
    private static readonly DateTimeOffset Now = SomeLetter.Noon;
    private static readonly HashSet<LetterType> EveryType = [.. Enum.GetValues<LetterType>()];

    private SampleParties _parties = null!;

    public static IEnumerable<SealFault> Faults => [SealFault.CertificateRevoked, SealFault.RevocationListStale];

    private string HubFolder => _parties.FolderOf("hub");

    private string KeptList => Path.Combine(_parties.Folder, "kept.crl");

    [SetUp]
    public void MakeParties() => _parties = new SampleParties("sample", ["police", "health"], Now);

    [TearDown]
    public void RemoveParties() => _parties.Dispose();

    [Test]
    public void Who_was_revoked_is_refused_before_decryption_and_nobody_else()
    {
        var register = _parties.Register("hub");
        var opener = new Opener(_parties.Keys("hub"), register, new StandingClock(Now));
        var (ofPolice, ofHealth) = (Beat("police"), Beat("health"));
        Assert.That(opener.Open(ofPolice, EveryType).Fault, Is.EqualTo(SealFault.None));
        var agreements = _parties.Keys("hub").Agreements;

        Revoke("police");
        var change = register.Refresh();

        var refused = opener.Open(ofPolice, EveryType);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.List, Is.EqualTo(ListOffer.Taken));
            Assert.That(refused.Fault, Is.EqualTo(SealFault.CertificateRevoked));
            Assert.That(refused.Detail, Does.Contain("police@sample"));
            Assert.That(_parties.Keys("hub").Agreements, Is.EqualTo(agreements), "nothing was decrypted");
            Assert.That(opener.Open(ofHealth, EveryType).Fault, Is.EqualTo(SealFault.None));
        }
    }

    [Test]
    public void Nothing_is_sealed_to_who_was_revoked_nor_sent_that_was_sealed_before()
    {
        Revoke("police");
        var sealer = _parties.Sealer("hub", new StandingClock(Now));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => sealer.Seal(SomeLetter.Request),
                Throws.TypeOf<NoCertificateException>().With.Message.Contains("it was revoked")
            );
            Assert.That((sealer.MayReach("police"), sealer.MayReach("health")), Is.EqualTo((false, true)));
        }
    }

    [Test]
    public void Who_knows_that_it_was_revoked_itself_seals_nothing()
    {
        Revoke("police");
        File.Copy(
            Path.Combine(HubFolder, TrustRegister.RevocationListFile),
            Path.Combine(_parties.FolderOf("police"), TrustRegister.RevocationListFile),
            overwrite: true
        );
        Assert.That(
            () => _parties.Sealer("police", new StandingClock(Now)).Seal(SomeLetter.Return),
            Throws.TypeOf<NoCertificateException>().With.Message.Contains("police@sample itself")
        );
    }

    [Test]
    public void A_list_is_good_in_its_last_second_and_past_it_everything_is_refused()
    {
        SignList(Now, TimeSpan.FromDays(7));
        var ends = _parties.Register("hub").RevocationListEnds;
        var bytes = Beat("police");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(OpenAt(bytes, ends), Is.EqualTo(SealFault.None));
            Assert.That(OpenAt(bytes, ends.AddTicks(1)), Is.EqualTo(SealFault.RevocationListStale));
            Assert.That(
                () => _parties.Sealer("hub", new StandingClock(ends.AddTicks(1))).Seal(SomeLetter.Request),
                Throws.TypeOf<NoCertificateException>().With.Message.Contains("revocation list was good until")
            );
        }
    }

    [Test]
    public void Who_was_away_for_longer_than_its_list_is_good_gets_the_next_one_with_a_heartbeat()
    {
        var later = Now.AddDays(20);
        var police = StalePolice(later);
        SignList(later, TimeSpan.FromDays(7));
        var opener = new Opener(_parties.Keys("police"), police, new StandingClock(later));
        var request = Seal(SomeLetter.Request with { Head = LongLived(SomeLetter.Request.Head) }, later);
        Assert.That(opener.Open(request, EveryType).Fault, Is.EqualTo(SealFault.RevocationListStale));

        Assert.That(
            () =>
                new Sealer(_parties.Keys("police"), police, new StandingClock(later)).Seal(
                    SomeLetter.Heartbeat with
                    {
                        Head = LongLived(SomeLetter.Heartbeat.Head),
                    }
                ),
            Throws.Nothing,
            "a heartbeat says nothing of anybody"
        );
        var answer = opener.Open(Answer(_parties.Register("hub").RevocationList, later), EveryType);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Fault, Is.EqualTo(SealFault.None), answer.Detail);
            Assert.That(opener.Open(request, EveryType).Fault, Is.EqualTo(SealFault.None));
            Assert.That(
                TrustRegister.Load(_parties.FolderOf("police"), KeptList).RevocationListEnds,
                Is.EqualTo(police.RevocationListEnds),
                "the newest list is on disk"
            );
        }
    }

    [Test]
    public void An_answer_that_brings_no_newer_list_is_refused_like_everything_else_when_the_list_is_past_its_date()
    {
        var later = Now.AddDays(20);
        var police = StalePolice(later);
        SignList(later, TimeSpan.FromDays(7));
        var opener = new Opener(_parties.Keys("police"), police, new StandingClock(later));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                opener.Open(Answer(police.RevocationList, later), EveryType).Fault,
                Is.EqualTo(SealFault.RevocationListStale)
            );
            Assert.That(opener.Open(Answer(null, later), EveryType).Fault, Is.EqualTo(SealFault.RevocationListStale));
        }
    }

    [Test]
    public void A_signer_whom_the_list_revokes_that_he_brings_is_refused_under_it()
    {
        // The thief of the hub's key cannot answer a heartbeat with the very list that names him, and be believed.
        var later = Now.AddDays(20);
        var police = StalePolice(later);
        SampleAuthority.Revoke(_parties.Folder, each => each.Party == "hub", later);
        var list = TrustRegister.Load(HubFolder).RevocationList;
        var opener = new Opener(_parties.Keys("police"), police, new StandingClock(later));
        Assert.That(opener.Open(Answer(list, later), EveryType).Fault, Is.EqualTo(SealFault.CertificateRevoked));
    }

    [Test]
    public void An_older_list_does_not_bring_back_who_was_revoked()
    {
        var before = File.ReadAllText(Path.Combine(HubFolder, TrustRegister.RevocationListFile));
        var register = _parties.Register("hub");
        var old = register.RevocationList;
        Revoke("police");
        register.Refresh();

        TrustRegister.PutList(HubFolder, before);
        var change = register.Refresh();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.List, Is.EqualTo(ListOffer.NotNewer));
            Assert.That(change.Fault, Does.Contain("not newer than the one in force"));
            Assert.That(register.Offer(old), Is.EqualTo(ListOffer.NotNewer));
            Assert.That(
                new Opener(_parties.Keys("hub"), register, new StandingClock(Now))
                    .Open(Beat("police"), EveryType)
                    .Fault,
                Is.EqualTo(SealFault.CertificateRevoked)
            );
        }
    }

    [Test]
    public void A_list_of_another_root_of_the_same_name_is_not_taken()
    {
        using var rogue = new SampleParties("sample", ["police", "health"], Now);
        SampleAuthority.Revoke(rogue.Folder, each => each.Party == "police", Now);
        var register = _parties.Register("hub");
        Assert.That(register.Offer(rogue.Register("hub").RevocationList), Is.EqualTo(ListOffer.NotOurRoots));
    }

    [Test]
    public void No_bit_of_a_list_can_be_changed_and_no_byte_cut_off()
    {
        Revoke("police");
        var register = _parties.Register("police");
        var list = _parties.Register("hub").RevocationList.ToArray();
        var taken = 0;
        for (var bit = 0; bit < list.Length * 8; bit++)
        {
            byte[] flipped = [.. list];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            taken += register.Offer(flipped) == ListOffer.NotOurRoots ? 0 : 1;
        }
        for (var length = 0; length < list.Length; length++)
        {
            taken += register.Offer(list.AsMemory(0, length)) == ListOffer.NotOurRoots ? 0 : 1;
        }
        Assert.That((taken, register.Offer(list)), Is.EqualTo((0, ListOffer.Taken)));
    }

    [Test]
    public void Without_a_list_nothing_starts()
    {
        File.Delete(Path.Combine(HubFolder, TrustRegister.RevocationListFile));
        Assert.That(
            () => TrustRegister.Load(HubFolder),
            Throws.TypeOf<KeyFolderException>().With.Message.Contains("revoked.crl: it is not there")
        );
    }

    [Test]
    public void A_list_that_is_none_stops_the_start()
    {
        TrustRegister.PutList(HubFolder, PemEncoding.WriteString("X509 CRL", [1, 2, 3]));
        Assert.That(
            () => TrustRegister.Load(HubFolder),
            Throws.TypeOf<KeyFolderException>().With.Message.Contains("mash pki crl")
        );
    }

    [Test]
    public void A_damaged_file_of_a_party_leaves_the_register_as_it_was()
    {
        var register = _parties.Register("hub");
        var opener = new Opener(_parties.Keys("hub"), register, new StandingClock(Now));
        File.WriteAllText(Path.Combine(HubFolder, "register", "police.signing.crt"), "not a certificate");
        var change = register.Refresh();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.Fault, Does.Contain("register/police.signing.crt"));
            Assert.That(change.PartiesRead, Is.False);
            Assert.That(register.Refresh(), Is.EqualTo(RegisterChange.Nothing), "it is told once");
            Assert.That(opener.Open(Beat("police"), EveryType).Fault, Is.EqualTo(SealFault.None));
        }
    }

    private TrustRegister StalePolice(DateTimeOffset later)
    {
        SignList(Now, TimeSpan.FromDays(7));
        var folder = _parties.FolderOf("police");
        File.Copy(
            Path.Combine(HubFolder, TrustRegister.RevocationListFile),
            Path.Combine(folder, TrustRegister.RevocationListFile),
            overwrite: true
        );
        var register = TrustRegister.Load(folder, KeptList);
        Assert.That(register.RevocationListEnds, Is.LessThan(later));
        return register;
    }

    private void Revoke(string party) => SampleAuthority.Revoke(_parties.Folder, each => each.Party == party, Now);

    private void SignList(DateTimeOffset now, TimeSpan life)
    {
        using var authority = SampleAuthority.Open(_parties.Folder);
        TrustRegister.PutList(HubFolder, authority.SignList(now, life));
    }

    private SealFault OpenAt(byte[] bytes, DateTimeOffset now) =>
        _parties.Opener("hub", new StandingClock(now)).Open(bytes, EveryType).Fault;

    private byte[] Beat(string party)
    {
        var letter = SomeLetter.Heartbeat;
        return _parties
            .Sealer(party, new StandingClock(Now))
            .Seal(letter with { Head = LongLived(letter.Head) with { Sender = party } })
            .Bytes;
    }

    // The hub's own list is good: what is under test is what the police make of it.
    private byte[] Answer(ReadOnlyMemory<byte>? list, DateTimeOffset now)
    {
        var letter = SomeLetter.HeartbeatAnswer;
        return Seal(
            new Letter(
                LongLived(letter.Head),
                new HeartbeatAnswer
                {
                    HeardAt = now,
                    RevocationList = list is { } der ? Convert.ToBase64String(der.Span) : null,
                }
            ),
            now
        );
    }

    private byte[] Seal(Letter letter, DateTimeOffset now)
    {
        var to = _parties.Register("hub").Recipient(new Party("sample", letter.Head.Recipient), Now);
        return TripleWrap.Seal(LetterJson.Write(letter), _parties.Keys("hub"), to, now).Bytes;
    }

    private static LetterHead LongLived(LetterHead head) => head with { ExpiresAt = Now.AddYears(1) };
}
