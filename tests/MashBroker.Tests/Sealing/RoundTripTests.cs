using System.Security.Cryptography;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

internal sealed class RoundTripTests
{
    [TestCase(1)]
    [TestCase(127)]
    [TestCase(128)]
    [TestCase(2 * 1024)]
    [TestCase(64 * 1024)]
    [TestCase(1024 * 1024)]
    public void What_is_sealed_opens_as_it_was(int size)
    {
        var content = SealingWorld.Content(size);
        var (bytes, evidence) = SealingWorld.Seal(content);
        var opened = SealingWorld.Open(bytes);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened.Fault, Is.EqualTo(SealFault.None), opened.Detail);
            Assert.That(opened.Content.Span.SequenceEqual(content), Is.True);
            Assert.That(opened.Evidence.AsSpan().SequenceEqual(evidence), Is.True);
            Assert.That(opened.Signer, Is.EqualTo(new Party("sefton", "hub")));
            Assert.That(opened.SigningTime, Is.EqualTo(SealingWorld.Now));
        }
    }

    [Test]
    public void An_agency_answers_the_hub()
    {
        var content = SealingWorld.Content(500);
        var recipient = SealingWorld.PoliceRegister.Recipient(SealingWorld.Hub.Owner, SealingWorld.Now);
        var (bytes, _) = TripleWrap.Seal(content, SealingWorld.Police, recipient, SealingWorld.Now);
        var opened = TripleWrap.Open(bytes, SealingWorld.Hub, SealingWorld.HubRegister, SealingWorld.Now);
        Assert.That((opened.Fault, opened.Signer?.Name), Is.EqualTo((SealFault.None, "police")));
    }

    [Test]
    public void Nothing_of_the_content_can_be_read_in_the_sealed_bytes()
    {
        var content = SealingWorld.Content(300);
        var (bytes, _) = SealingWorld.Seal(content);
        for (var place = 0; place + 8 <= content.Length; place++)
        {
            Assert.That(bytes.AsSpan().IndexOf(content.AsSpan(place, 8)), Is.EqualTo(-1));
        }
    }

    [Test]
    public void The_same_content_is_never_sealed_to_the_same_bytes()
    {
        var content = SealingWorld.Content(100);
        var sealedBytes = Enumerable.Range(0, 20).Select(_ => SealingWorld.Seal(content).Bytes).ToList();
        Assert.That(sealedBytes.Select(Convert.ToHexString).Distinct().Count(), Is.EqualTo(sealedBytes.Count));
    }

    [Test]
    public void The_layers_add_less_than_the_room_that_the_size_limit_leaves_for_them()
    {
        var (bytes, _) = SealingWorld.Seal(SealingWorld.Content(64));
        Assert.That(bytes, Has.Length.LessThan(2 * 1024));
    }

    [Test]
    public void Many_threads_seal_and_open_with_the_same_keys()
    {
        var wrong = 0;
        Parallel.For(
            0,
            400,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            number =>
            {
                var content = SealingWorld.Content(50 + number);
                var opened = SealingWorld.Open(SealingWorld.Seal(content).Bytes);
                if (opened.Fault != SealFault.None || !opened.Content.Span.SequenceEqual(content))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        );
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void The_crafted_message_of_the_tampering_tests_is_accepted_when_nothing_is_tampered_with()
    {
        var content = SealingWorld.Content(200);
        var opened = SealingWorld.Open(new CraftedMessage().Write(content));
        Assert.That(
            (opened.Fault, Convert.ToHexString(opened.Content.Span)),
            Is.EqualTo((SealFault.None, Convert.ToHexString(content)))
        );
    }

    [Test]
    public void Signing_time_after_2049_is_written_with_four_digits_and_read()
    {
        var at = new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var bytes = SignedMessage.Sign([1], SealingWorld.Hub, at);
        var read = SignedMessage.Read(bytes, SignedLayer.Inner);
        Assert.That(read.Verify(SealingWorld.Hub.Signing), Is.EqualTo(at));
    }

    [Test]
    public void Disposed_keys_sign_nothing()
    {
        var keys = PartyKeys.Load(SealingWorld.Parties.FolderOf("health"));
        _ = keys.Sign(new byte[32]);
        keys.Dispose();
        Assert.That(() => keys.Sign(new byte[32]), Throws.TypeOf<ObjectDisposedException>());
    }
}
