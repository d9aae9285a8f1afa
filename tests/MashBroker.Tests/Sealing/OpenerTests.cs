using System.Security.Cryptography;
using System.Text;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>Whole letters from one party to another.</summary>
internal sealed class OpenerTests
{
    private static readonly HashSet<LetterType> EveryType = [.. Enum.GetValues<LetterType>()];

    private SampleParties _parties = null!;

    [OneTimeSetUp]
    public void MakeParties() => _parties = new SampleParties("sample", ["police", "health"], SomeLetter.Noon);

    [OneTimeTearDown]
    public void RemoveParties() => _parties.Dispose();

    [TestCaseSource(typeof(SomeLetter), nameof(SomeLetter.OfEveryType))]
    public void A_letter_arrives_as_it_was_written(Letter letter)
    {
        var sealedLetter = Sealer(letter.Head.Sender).Seal(letter);
        var opening = Opener(letter.Head.Recipient).Open(sealedLetter.Bytes, EveryType);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opening.Fault, Is.EqualTo(SealFault.None), opening.Detail);
            Assert.That(LetterJson.Write(opening.Letter!), Is.EqualTo(LetterJson.Write(letter)));
            Assert.That(opening.Signer, Is.EqualTo(new Party("sample", letter.Head.Sender)));
            Assert.That(opening.Evidence.AsSpan().SequenceEqual(sealedLetter.Evidence), Is.True);
            Assert.That(opening.Digest, Is.EqualTo(sealedLetter.Digest));
            Assert.That(opening.Digest, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(opening.Evidence!))));
            Assert.That(opening.ClockSkew, Is.Null);
        }
    }

    [Test]
    public void A_refused_letter_is_kept_as_evidence_and_not_handed_on()
    {
        var opening = Opener("hub").Open(Sealer("police").Seal(SomeLetter.Return).Bytes, new HashSet<LetterType>());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opening.Fault, Is.EqualTo(SealFault.TypeNotTakenHere));
            Assert.That(opening.Letter, Is.Null);
            Assert.That((opening.Evidence, opening.Digest), Is.Not.EqualTo(((byte[]?)null, (string?)null)));
            Assert.That(opening.Signer, Is.EqualTo(new Party("sample", "police")));
        }
    }

    [Test]
    public void A_letter_to_the_police_that_the_hub_sealed_to_health_is_refused()
    {
        var opening = Opener("health").Open(SealRaw(LetterJson.Write(SomeLetter.Request), "hub", "health"), EveryType);
        Assert.That(opening.Fault, Is.EqualTo(SealFault.RecipientIsNotUs));
    }

    [Test]
    public void Health_cannot_answer_in_the_name_of_the_police()
    {
        var opening = Opener("hub").Open(SealRaw(LetterJson.Write(SomeLetter.Return), "health", "hub"), EveryType);
        Assert.That((opening.Fault, opening.Signer?.Name), Is.EqualTo((SealFault.SenderIsNotSigner, "health")));
    }

    [TestCase("", SealFault.UnreadableContent)]
    [TestCase("[1, 2", SealFault.UnreadableContent)]
    [TestCase("{}", SealFault.UnreadableContent, SealFault.ContentDoesNotFitSchema)]
    public void Signed_bytes_that_are_no_letter_are_refused(string json, params SealFault[] faults)
    {
        var opening = Opener("hub").Open(SealRaw(Encoding.UTF8.GetBytes(json), "police", "hub"), EveryType);
        Assert.That(faults, Does.Contain(opening.Fault));
    }

    [Test]
    public void A_letter_that_waited_is_opened_until_it_expires_and_not_after()
    {
        var bytes = Sealer("hub").Seal(SomeLetter.Request).Bytes;
        var expires = SomeLetter.Request.Head.ExpiresAt;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Opener("police", expires).Open(bytes, EveryType).Fault, Is.EqualTo(SealFault.None));
            Assert.That(
                Opener("police", expires.AddTicks(1)).Open(bytes, EveryType).Fault,
                Is.EqualTo(SealFault.Expired)
            );
        }
    }

    [TestCase(-5, null)]
    [TestCase(5, null)]
    [TestCase(-6, 6)]
    [TestCase(6, -6)]
    public void A_clock_that_differs_by_more_than_five_minutes_is_noted(int oursAheadMinutes, int? skewMinutes)
    {
        var opener = Opener("police", SomeLetter.Noon.AddMinutes(oursAheadMinutes));
        var opening = opener.Open(Sealer("hub").Seal(SomeLetter.Request).Bytes, EveryType);
        Assert.That(
            (opening.Fault, opening.ClockSkew?.TotalMinutes),
            Is.EqualTo((SealFault.None, (double?)skewMinutes))
        );
    }

    [Test]
    public void A_letter_in_another_name_is_not_sealed() =>
        Assert.That(() => Sealer("health").Seal(SomeLetter.Return), Throws.ArgumentException);

    [Test]
    public void A_letter_under_another_profile_is_not_sealed()
    {
        var letter = SomeLetter.Request with { Head = SomeLetter.Request.Head with { Profile = "rsa-1" } };
        Assert.That(() => Sealer("hub").Seal(letter), Throws.ArgumentException);
    }

    [Test]
    public void Nothing_is_sealed_under_ones_own_expired_certificate()
    {
        var sealer = _parties.Sealer("hub", new StandingClock(SomeLetter.Noon.AddYears(3)));
        Assert.That(
            () => sealer.Seal(SomeLetter.Request),
            Throws.TypeOf<NoCertificateException>().With.Message.Contains("hub@sample itself")
        );
    }

    [Test]
    public void The_samples_use_the_profile_of_the_sealer() =>
        Assert.That(SomeLetter.Request.Head.Profile, Is.EqualTo(Sealer("hub").Profile));

    private Sealer Sealer(string party) => _parties.Sealer(party, new StandingClock(SomeLetter.Noon));

    private Opener Opener(string party) => Opener(party, SomeLetter.Noon);

    private Opener Opener(string party, DateTimeOffset now) => _parties.Opener(party, new StandingClock(now));

    /// <summary>What a sender whose program is wrong, or whose officer is false, can do with its own keys.</summary>
    private byte[] SealRaw(byte[] content, string sender, string recipient)
    {
        var to = _parties.Register(sender).Recipient(new Party("sample", recipient), SomeLetter.Noon);
        return TripleWrap.Seal(content, _parties.Keys(sender), to, SomeLetter.Noon).Bytes;
    }
}
