using System.Collections.Concurrent;
using MashBroker.Sealing;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>What happens on the way: a bit flips, the end is lost, somebody plays with the bytes. Nothing of it may cost a key agreement.</summary>
[NonParallelizable]
internal sealed class FlippedBitTests
{
    private const int Mutations = 20_000;

    [TestCaseSource(typeof(TwentyMessages), nameof(TwentyMessages.All))]
    public void Every_single_flipped_bit_is_refused_before_decryption(TwentyMessages.Message message)
    {
        var agreements = message.Recipient.Agreements;
        var bytes = message.Bytes;
        var accepted = new ConcurrentBag<int>();
        Parallel.ForEach(
            Partitioner.Create(0, bytes.Length),
            range =>
            {
                byte[] flipped = [.. bytes];
                for (var bit = range.Item1 * 8; bit < range.Item2 * 8; bit++)
                {
                    flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                    if (message.Open(flipped) == SealFault.None)
                    {
                        accepted.Add(bit);
                    }
                    flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                }
            }
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(accepted, Is.Empty);
            Assert.That(message.Recipient.Agreements, Is.EqualTo(agreements));
            Assert.That(message.Open(bytes), Is.EqualTo(SealFault.None), "the message itself is good");
        }
    }

    [TestCaseSource(typeof(TwentyMessages), nameof(TwentyMessages.All))]
    public void Every_cut_is_refused_as_one(TwentyMessages.Message message)
    {
        var agreements = message.Recipient.Agreements;
        for (var length = 1; length < message.Bytes.Length; length++)
        {
            Assert.That(message.Open(message.Bytes[..length]), Is.EqualTo(SealFault.Truncated), $"at {length}");
        }
        Assert.That(message.Recipient.Agreements, Is.EqualTo(agreements));
    }

    [Test]
    public void Twenty_messages_of_different_kinds_are_tried() =>
        Assert.That(TwentyMessages.All.Count(), Is.EqualTo(20));

    [Test]
    public void Every_single_flipped_bit_of_the_evidence_is_refused_although_its_bearer_signed_and_sealed_it()
    {
        var content = SealingWorld.Content(60);
        var evidence = SealingWorld.Open(SealingWorld.Seal(content).Bytes).Evidence!;
        var accepted = 0;
        for (var bit = 0; bit < evidence.Length * 8; bit += 3)
        {
            byte[] flipped = [.. evidence];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            accepted += Accepts(flipped) ? 1 : 0;
        }
        Assert.That((accepted, Accepts(evidence)), Is.EqualTo((0, true)));
    }

    [Test]
    public void Of_twenty_thousand_seeded_mutations_none_is_accepted_none_throws_and_none_takes_a_second()
    {
        using var run = new MutationRun();
        var outcome = run.Run(Mutations, seed: 20260601);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((outcome.Accepted, outcome.Unstable), Is.EqualTo((0, 0)));
            Assert.That(outcome.SlowestMilliseconds, Is.LessThan(1000));
            // What is spoilt in only one way is not spoilt enough to show anything.
            Assert.That(outcome.Outcomes, Has.Count.GreaterThan(10));
        }
    }

    [Test]
    public void Mutated_messages_cost_no_key_agreement()
    {
        var mutator = new Mutator(7);
        foreach (var message in TwentyMessages.All)
        {
            var agreements = message.Recipient.Agreements;
            for (var number = 0; number < 100; number++)
            {
                var mutated = mutator.Spoil(message.Bytes);
                if (!mutated.AsSpan().SequenceEqual(message.Bytes))
                {
                    Assert.That(message.Open(mutated), Is.Not.EqualTo(SealFault.None));
                }
            }
            Assert.That(message.Recipient.Agreements, Is.EqualTo(agreements));
        }
    }

    // The inner signature alone, as correlation finds it when it looks at kept evidence.
    private static bool Accepts(byte[] evidence)
    {
        try
        {
            var read = MashBroker.Sealing.Cms.SignedMessage.Read(evidence, MashBroker.Sealing.Cms.SignedLayer.Inner);
            if (!read.Signer.SequenceEqual(SealingWorld.Hub.Signing.KeyIdentifier))
            {
                return false;
            }
            read.Verify(SealingWorld.Hub.Signing);
            return true;
        }
        catch (MashBroker.Sealing.Cms.SealRefusedException)
        {
            return false;
        }
    }
}
