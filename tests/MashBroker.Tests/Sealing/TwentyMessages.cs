using System.Security.Cryptography;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Sealing;

namespace MashBroker.Tests.Sealing;

/// <summary>Good messages of different kinds: a letter of every type by the product, and by the second writer whatever the profile leaves open.</summary>
internal static class TwentyMessages
{
    private static readonly HashSet<LetterType> EveryType = [.. Enum.GetValues<LetterType>()];

    private static readonly Lazy<SampleParties> Parties = new(() =>
        new SampleParties("sample", ["police"], SomeLetter.Noon)
    );

    /// <summary>Made when a test opens the first: where tests are listed, there are no keys yet.</summary>
    public static IEnumerable<Message> All =>
        [
            .. SomeLetter.OfEveryType.Select(OfLetter),
            Crafted("content of one byte", 1),
            Crafted("content of 40 bytes", 40),
            Crafted("content of 400 bytes", 400),
            Crafted("content of 1,200 bytes", 1200),
            Crafted("content of 2,400 bytes", 2400),
            Crafted("recipient named by issuer", 100, message => message with { Envelope = NamedByIssuer }),
            Crafted("keying material of one byte", 100, message => message with { Envelope = OneByte }),
            Crafted("keying material of 64 bytes", 100, message => message with { Envelope = SixtyFourBytes }),
            Crafted("signing certificate with its issuer", 100, message => message with { Outer = WithIssuer }),
        ];

    public static void Remove()
    {
        if (Parties.IsValueCreated)
        {
            Parties.Value.Dispose();
        }
    }

    private static Message OfLetter(Letter letter) =>
        new(
            $"{letter.Head.Type}",
            new Lazy<byte[]>(() =>
                Parties.Value.Sealer(letter.Head.Sender, new SettableClock(SomeLetter.Noon)).Seal(letter).Bytes
            ),
            () => Parties.Value.Keys(letter.Head.Recipient),
            new Lazy<Func<byte[], SealFault>>(() =>
            {
                var opener = Parties.Value.Opener(letter.Head.Recipient, new SettableClock(SomeLetter.Noon));
                return bytes => opener.Open(bytes, EveryType).Fault;
            })
        );

    private static Message Crafted(string name, int size, Func<CraftedMessage, CraftedMessage>? change = null) =>
        new(
            name,
            new Lazy<byte[]>(() => (change ?? (same => same))(new CraftedMessage()).Write(SealingWorld.Content(size))),
            () => SealingWorld.Police,
            new Lazy<Func<byte[], SealFault>>(() => bytes => SealingWorld.Open(bytes).Fault)
        );

    private static CraftedEnvelope NamedByIssuer(CraftedEnvelope envelope) => envelope with { NamedByIssuer = true };

    private static CraftedEnvelope OneByte(CraftedEnvelope envelope) => envelope with { KeyingMaterial = [7] };

    private static CraftedEnvelope SixtyFourBytes(CraftedEnvelope envelope) =>
        envelope with
        {
            KeyingMaterial = new byte[64],
        };

    private static CraftedSignature WithIssuer(CraftedSignature signature) =>
        signature with
        {
            SigningCertificate = CraftedSignature.SigningCertificateOf(
                SHA256.HashData(signature.Signer.Certificate.RawData),
                SealingWorld.Hub.Signing.GeneralIssuerSerial
            ),
        };

    public sealed class Message(
        string name,
        Lazy<byte[]> bytes,
        Func<PartyKeys> recipient,
        Lazy<Func<byte[], SealFault>> open
    )
    {
        public byte[] Bytes => bytes.Value;

        public PartyKeys Recipient => recipient();

        public SealFault Open(byte[] changed) => open.Value(changed);

        public override string ToString() => name;
    }
}
