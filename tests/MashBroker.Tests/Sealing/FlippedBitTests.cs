using MashBroker.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>What happens on the way: a bit flips, the end is lost, somebody plays with the bytes. Nothing of it may cost a key agreement.</summary>
internal sealed class FlippedBitTests
{
    private const int Mutations = 20_000;

    [TestCase(1)]
    [TestCase(100)]
    [TestCase(700)]
    public void Every_single_flipped_bit_is_refused_before_decryption(int size)
    {
        var (bytes, _) = SealingWorld.Seal(SealingWorld.Content(size));
        var agreements = SealingWorld.Police.Agreements;
        var accepted = new List<int>();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            if (SealingWorld.Open(bytes).Fault == SealFault.None)
            {
                accepted.Add(bit);
            }
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(accepted, Is.Empty);
            Assert.That(SealingWorld.Police.Agreements, Is.EqualTo(agreements));
            Assert.That(SealingWorld.Open(bytes).Fault, Is.EqualTo(SealFault.None), "the message itself is good");
        }
    }

    [TestCase(1)]
    [TestCase(700)]
    [TestCase(3000)]
    public void Every_truncation_is_refused_as_one(int size)
    {
        var (bytes, _) = SealingWorld.Seal(SealingWorld.Content(size));
        var agreements = SealingWorld.Police.Agreements;
        for (var length = 1; length < bytes.Length; length++)
        {
            Assert.That(SealingWorld.Open(bytes[..length]).Fault, Is.EqualTo(SealFault.Truncated), $"at {length}");
        }
        Assert.That(SealingWorld.Police.Agreements, Is.EqualTo(agreements));
    }

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
    public void Twenty_thousand_seeded_mutations_are_refused_before_decryption_and_none_throws()
    {
        var random = new Random(20260601);
        var messages = new[] { 1, 40, 400, 2500 }
            .Select(size => SealingWorld.Seal(SealingWorld.Content(size)).Bytes)
            .ToList();
        var agreements = SealingWorld.Police.Agreements;
        for (var number = 0; number < Mutations; number++)
        {
            var original = messages[number % messages.Count];
            var mutated = Mutate(original, random);
            if (mutated.AsSpan().SequenceEqual(original))
            {
                continue;
            }
            Assert.That(SealingWorld.Open(mutated).Fault, Is.Not.EqualTo(SealFault.None), $"mutation {number}");
        }
        Assert.That(SealingWorld.Police.Agreements, Is.EqualTo(agreements));
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

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            // Half of it where the structure is: at the front.
            var place = random.Next(random.Next(2) == 0 ? Math.Min(80, bytes.Count) : bytes.Count);
            var length = Math.Min(random.Next(1, 20), bytes.Count - place);
            switch (random.Next(6))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, length);
                    break;
                case 2:
                    bytes.InsertRange(place, bytes.GetRange(place, length));
                    break;
                case 3:
                    var other = random.Next(bytes.Count);
                    (bytes[place], bytes[other]) = (bytes[other], bytes[place]);
                    break;
                case 4:
                    bytes[place] = (byte)(bytes[place] + random.Next(-2, 3));
                    break;
                default:
                    bytes.InsertRange(place, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                    break;
            }
            if (bytes.Count == 0)
            {
                break;
            }
        }
        return [.. bytes];
    }
}
