using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>
/// The same messages made and opened by <c>openssl cms</c>, layer by layer, with the commands of contracts/wire-format.md:
/// what an agency that is not on .NET has in its hands.
/// </summary>
internal sealed class OpensslTests
{
    private static readonly byte[] Content = SealingWorld.Content(2000);
    private static readonly string AtTime = SealingWorld.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string _folder = "";

    private static string Hub => SealingWorld.Parties.FolderOf("hub");

    private static string Police => SealingWorld.Parties.FolderOf("police");

    [OneTimeSetUp]
    public void LookForOpenssl()
    {
        try
        {
            Run("version");
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no openssl on this machine.");
        }
    }

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mash-openssl-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Openssl_opens_what_we_seal()
    {
        var (bytes, evidence) = SealingWorld.Seal(Content);
        Write("message.der", bytes);
        Verify("message.der", "envelope.der");
        Run(
            "cms",
            "-decrypt",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "envelope.der",
            "-recip",
            $"{Police}/agreement.crt",
            "-inkey",
            $"{Police}/agreement.key",
            "-out",
            "inner.der"
        );
        Verify("inner.der", "letter.json");
        Assert.That((Same("inner.der", evidence), Same("letter.json", Content)), Is.EqualTo((true, true)));
    }

    [TestCase("-keyid")]
    [TestCase(null)]
    public void We_open_what_openssl_seals(string? recipientNamedBy)
    {
        Write("letter.json", Content);
        Sign("letter.json", "inner.der");
        Encrypt("inner.der", "envelope.der", recipientNamedBy);
        Sign("envelope.der", "message.der");
        var opened = Open();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened.Fault, Is.EqualTo(SealFault.None), opened.Detail);
            Assert.That(opened.Content.Span.SequenceEqual(Content), Is.True);
            Assert.That(Same("inner.der", opened.Evidence!), Is.True);
        }
    }

    [TestCase("inner")]
    [TestCase("envelope")]
    [TestCase("outer")]
    public void Each_layer_of_openssls_fits_between_ours(string layer)
    {
        Write("letter.json", Content);
        Write("inner.der", SignedMessage.Sign(Content, SealingWorld.Hub, SealingWorld.Now));
        if (layer == "inner")
        {
            Sign("letter.json", "inner.der");
        }
        Write("envelope.der", Envelope.Close(Read("inner.der"), SealingWorld.Police.Agreement));
        if (layer == "envelope")
        {
            Encrypt("inner.der", "envelope.der", "-keyid");
        }
        Write("message.der", SignedMessage.Sign(Read("envelope.der"), SealingWorld.Hub, SealingWorld.Now));
        if (layer == "outer")
        {
            Sign("envelope.der", "message.der");
        }
        Assert.That(Open().Fault, Is.EqualTo(SealFault.None));
    }

    [Test]
    public void Openssl_refuses_what_was_changed_on_the_way()
    {
        var (bytes, _) = SealingWorld.Seal(Content);
        bytes[bytes.Length / 2] ^= 1;
        Write("message.der", bytes);
        Assert.That(() => Verify("message.der", "envelope.der"), Throws.TypeOf<InvalidOperationException>());
    }

    [Test]
    public void Key_derivation_with_openssls_default_digest_is_refused_by_name()
    {
        Write("inner.der", SignedMessage.Sign(Content, SealingWorld.Hub, SealingWorld.Now));
        Run(
            "cms",
            "-encrypt",
            "-binary",
            "-aes-256-gcm",
            "-keyid",
            "-in",
            "inner.der",
            "-outform",
            "DER",
            "-out",
            "envelope.der",
            "-recip",
            $"{Police}/agreement.crt",
            "-aes256-wrap"
        );
        Sign("envelope.der", "message.der");
        Assert.That(Open().Fault, Is.EqualTo(SealFault.WeakOrUnknownAlgorithm));
    }

    private OpenedLayers Open() => SealingWorld.Open(Read("message.der"));

    private void Sign(string content, string to) =>
        Run(
            "cms",
            "-sign",
            "-binary",
            "-nodetach",
            "-nocerts",
            "-nosmimecap",
            "-cades",
            "-keyid",
            "-md",
            "sha256",
            "-signer",
            $"{Hub}/signing.crt",
            "-inkey",
            $"{Hub}/signing.key",
            "-in",
            content,
            "-outform",
            "DER",
            "-out",
            to
        );

    private void Encrypt(string content, string to, string? named)
    {
        List<string> arguments =
        [
            "cms",
            "-encrypt",
            "-binary",
            "-aes-256-gcm",
            "-in",
            content,
            "-outform",
            "DER",
            "-out",
            to,
        ];
        if (named is not null)
        {
            arguments.Add(named);
        }
        Run([.. arguments, "-recip", $"{Police}/agreement.crt", "-keyopt", "ecdh_kdf_md:sha256", "-aes256-wrap"]);
    }

    private void Verify(string message, string to) =>
        Run(
            "cms",
            "-verify",
            "-binary",
            "-cades",
            "-inform",
            "DER",
            "-in",
            message,
            "-CAfile",
            $"{Police}/root.crt",
            "-certfile",
            $"{Police}/register/hub.signing.crt",
            "-attime",
            AtTime,
            "-out",
            to
        );

    private void Write(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, file), bytes);

    private byte[] Read(string file) => File.ReadAllBytes(Path.Combine(_folder, file));

    private bool Same(string file, byte[] bytes) => Read(file).AsSpan().SequenceEqual(bytes);

    private void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl")
        {
            WorkingDirectory = _folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
        }
        Task.WaitAll(error, output);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"openssl {string.Join(' ', arguments)}: {error.Result}");
        }
    }
}
