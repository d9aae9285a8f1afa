using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>
/// contracts/examples/sealed: one request of the hub and one return of an agency as bytes, with the keys to open them, for whoever
/// writes an agency in another language. Made by this project and by openssl; read here with neither's code.
/// </summary>
internal sealed partial class SealedExampleTests
{
    private const string Marked =
        "Throw-away sample key of contracts/examples/sealed. Everybody has it: never use it.\n";

    private static readonly DateTimeOffset Now = SomeLetter.Noon.AddMinutes(10);
    private static readonly HashSet<LetterType> Everything = [.. Enum.GetValues<LetterType>()];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private TemporaryFolder _folder = null!;

    private static string Sealed => ContractFiles.Folder(Path.Combine("examples", "sealed"));

    private string Police => _folder.File("police");

    [OneTimeSetUp]
    public void CopyKeys()
    {
        if (Environment.GetEnvironmentVariable("MASH_APPROVE") == "1" && !Directory.Exists(Sealed))
        {
            SealedExampleMaker.Make(Sealed, Marked);
        }

        // Keys must be readable by their owner alone, which a checked-in file cannot say.
        _folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Sealed, "*", SearchOption.AllDirectories))
        {
            var target = _folder.File(Path.GetRelativePath(Sealed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    [OneTimeTearDown]
    public void RemoveKeys() => _folder.Dispose();

    [Test]
    public void The_letters_are_what_the_product_writes()
    {
        Assert.That(Read("request/letter.json").AsSpan().SequenceEqual(LetterJson.Write(SomeLetter.Request)), Is.True);
        Assert.That(Read("return/letter.json").AsSpan().SequenceEqual(LetterJson.Write(SomeLetter.Return)), Is.True);
    }

    [TestCase("request", "hub", "police")]
    [TestCase("return", "police", "hub")]
    public void Each_layer_holds_the_next_and_every_value_on_the_way_is_as_written_down(
        string letter,
        string sender,
        string recipient
    )
    {
        using var signing = Certificate(sender, "signing");
        using var agreement = PrivateKey(recipient);
        var outer = PlainLayer.Signed(Read($"{letter}/message.der"), signing);
        var envelope = PlainLayer.Opened(outer.Content, agreement);
        var inner = PlainLayer.Signed(envelope.Content, signing);

        Assert.Multiple(() =>
        {
            Assert.That(outer.Content.SequenceEqual(Read($"{letter}/envelope.der")), Is.True);
            Assert.That(envelope.Content.SequenceEqual(Read($"{letter}/inner.der")), Is.True);
            Assert.That(inner.Content.SequenceEqual(Read($"{letter}/letter.json")), Is.True);
        });
        ContractFiles.MustBe(
            Path.Combine("examples", "sealed", letter),
            "values.json",
            JsonSerializer.Serialize(
                new Dictionary<string, IReadOnlyDictionary<string, string>>
                {
                    ["inner"] = inner.Values,
                    ["envelope"] = envelope.Values,
                    ["outer"] = outer.Values,
                },
                Indented
            ) + "\n"
        );
    }

    [TestCase("request", "police")]
    [TestCase("return", "hub")]
    public void The_recipient_opens_it(string letter, string recipient)
    {
        using var keys = PartyKeys.Load(_folder.File(recipient));
        var opener = new Opener(keys, TrustRegister.Load(_folder.File(recipient)), new SettableClock(Now));

        var opening = opener.Open(Read($"{letter}/message.der"), Everything);

        Assert.That(opening.Fault, Is.EqualTo(SealFault.None), opening.Detail);
        Assert.That(LetterJson.Write(opening.Letter!).AsSpan().SequenceEqual(Read($"{letter}/letter.json")), Is.True);
        Assert.That(opening.Digest, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Read($"{letter}/inner.der")))));
    }

    [Test]
    public void Openssl_opens_the_hubs_layer_by_layer()
    {
        if (!IsThere("openssl"))
        {
            Assert.Ignore("There is no openssl on this machine.");
        }

        Verify("message.der", "envelope.der");
        Openssl(
            "cms -decrypt -binary -inform DER -recip agreement.crt -inkey agreement.key",
            "envelope.der",
            "inner.der"
        );
        Verify("inner.der", "letter.json");
    }

    [Test]
    public void Every_byte_that_the_page_shows_is_of_the_example()
    {
        var page = File.ReadAllText(Path.Combine(ContractFiles.Folder(""), "wire-format.md"));
        var section = page[page.IndexOf("## An example", StringComparison.Ordinal)..];
        var shown = Hexadecimal().Matches(section).Select(match => match.Value).ToList();
        var there =
            File.ReadAllText(Path.Combine(Sealed, "request", "values.json"))
            + string.Concat(
                new[] { "inner", "envelope", "message" }.Select(layer =>
                    Convert.ToHexStringLower(Read($"request/{layer}.der"))
                )
            );

        Assert.That(shown, Has.Count.GreaterThan(25));
        Assert.That(shown, Has.All.Matches<string>(hex => there.Contains(hex, StringComparison.Ordinal)));
    }

    [Test]
    public void Every_private_key_says_that_it_is_nobodys()
    {
        var keys = Directory.GetFiles(Sealed, "*.key", SearchOption.AllDirectories);

        Assert.That(keys, Has.Length.EqualTo(4));
        Assert.That(keys.Select(File.ReadAllText), Has.All.StartsWith(Marked));
    }

    private void Verify(string from, string to) =>
        Openssl(
            "cms -verify -binary -cades -nointern -inform DER -CAfile root.crt -certfile register/hub.signing.crt -attime "
                + Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            from,
            to
        );

    private void Openssl(string words, string from, string to)
    {
        var made = Path.Combine(Police, to);
        var start = new ProcessStartInfo(
            "openssl",
            [.. words.Split(' '), "-in", _folder.File(Path.Combine("request", from)), "-out", made]
        )
        {
            WorkingDirectory = Police,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var fault = process.StandardError.ReadToEnd();
        process.WaitForExit(Patience);
        Assert.That(process.ExitCode, Is.Zero, fault);
        Assert.That(File.ReadAllBytes(made).AsSpan().SequenceEqual(Read($"request/{to}")), Is.True, to);
    }

    private static bool IsThere(string program)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, "version") { RedirectStandardOutput = true }
            )!;
            process.WaitForExit(Patience);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static X509Certificate2 Certificate(string party, string use) =>
        X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Sealed, party, $"{use}.crt"));

    private static ECDiffieHellman PrivateKey(string party)
    {
        var key = ECDiffieHellman.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(Sealed, party, "agreement.key"), Encoding.ASCII));
        return key;
    }

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Sealed, file));

    [GeneratedRegex("(?<![0-9a-f-])[0-9a-f]{16,}")]
    private static partial Regex Hexadecimal();
}
