using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>Sefton's hub, police and health, made once for all fixtures of this folder.</summary>
[SetUpFixture]
internal sealed class SealingWorld
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);

    public static SampleParties Parties { get; private set; } = null!;

    public static TrustRegister HubRegister { get; private set; } = null!;

    public static TrustRegister PoliceRegister { get; private set; } = null!;

    public static PartyKeys Hub => Parties.Keys("hub");

    public static PartyKeys Police => Parties.Keys("police");

    [OneTimeSetUp]
    public void Make()
    {
        Parties = new SampleParties("sefton", ["police", "health"], Now);
        HubRegister = Parties.Register("hub");
        PoliceRegister = Parties.Register("police");
    }

    [OneTimeTearDown]
    public void Remove()
    {
        Parties.Dispose();
        TwentyMessages.Remove();
    }

    /// <summary>The hub writes to the police.</summary>
    public static (byte[] Bytes, byte[] Evidence) Seal(byte[] content) =>
        TripleWrap.Seal(content, Hub, HubRegister.Recipient(Police.Owner, Now), Now);

    /// <summary>The police open what the hub wrote.</summary>
    public static OpenedLayers Open(byte[] bytes) => TripleWrap.Open(bytes, Police, PoliceRegister, Now);

    public static byte[] Content(int size)
    {
        var content = new byte[size];
        for (var place = 0; place < size; place++)
        {
            content[place] = (byte)((place * 31) % 251);
        }
        return content;
    }

    /// <summary>The signing key of a party, outside the product's hands: what a thief or an ill-made program would use.</summary>
    public static CraftedPair Pair(string party, string name) => Pair(Parties.Folder, party, name);

    public static CraftedPair Pair(string pki, string party, string name)
    {
        var folder = Path.Combine(pki, party);
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(folder, $"{name}.key")));
        return new CraftedPair(
            key,
            X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder, $"{name}.crt")))
        );
    }
}

internal sealed record CraftedPair(ECDsa Key, X509Certificate2 Certificate)
{
    public byte[] KeyIdentifier =>
        Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray();
}
