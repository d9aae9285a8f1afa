using System.Diagnostics;
using System.Text.RegularExpressions;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>contracts/wire-format.md is what agencies build against: its recipes are run as they stand there.</summary>
internal sealed partial class WireFormatTests
{
    // openssl looks at the machine's clock.
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] Content = SealingWorld.Content(3000);

    private SampleParties _parties = null!;

    private string Police => _parties.FolderOf("police");

    [OneTimeSetUp]
    public void MakeParties()
    {
        _parties = new SampleParties("sefton", ["police"], Now);
        if (!IsThere("openssl") || !IsThere("sh"))
        {
            Assert.Ignore("There is no openssl, or no shell, on this machine.");
        }
    }

    [OneTimeTearDown]
    public void RemoveParties() => _parties.Dispose();

    [Test]
    public void The_recipe_for_sealing_makes_what_the_hub_opens()
    {
        File.WriteAllBytes(Path.Combine(Police, "letter.json"), Content);
        Run("seal", Police);
        var bytes = File.ReadAllBytes(Path.Combine(Police, "message.der"));
        var opened = TripleWrap.Open(bytes, _parties.Keys("hub"), _parties.Register("hub"), Now);
        Assert.That((opened.Fault, opened.Content.Span.SequenceEqual(Content)), Is.EqualTo((SealFault.None, true)));
    }

    [Test]
    public void The_recipe_for_opening_opens_what_the_hub_seals_and_prints_its_digest()
    {
        var to = _parties.Register("hub").Recipient(new Party("sefton", "police"), Now);
        var (bytes, evidence) = TripleWrap.Seal(Content, _parties.Keys("hub"), to, Now);
        File.WriteAllBytes(Path.Combine(Police, "message.der"), bytes);
        var printed = Run("open", Police);
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(evidence));
        Assert.That(File.ReadAllBytes(Path.Combine(Police, "opened.json")).AsSpan().SequenceEqual(Content), Is.True);
        Assert.That(printed, Does.StartWith(digest));
    }

    [Test]
    public void The_recipe_for_keys_makes_two_private_keys_and_two_requests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_parties.Folder, "enrolling")).FullName;
        Run("keys", folder);
        Assert.That(
            Directory.GetFiles(folder).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "signing.key", "signing.csr", "agreement.key", "agreement.csr" })
        );
    }

    [Test]
    public void The_page_names_every_fault_the_profile_and_the_size_limit()
    {
        var page = Page();
        using (Assert.EnterMultipleScope())
        {
            foreach (var fault in Enum.GetValues<SealFault>().Except([SealFault.None]))
            {
                Assert.That(page, Does.Contain($"`{fault}`"));
            }
            Assert.That(page, Does.Contain($"`{SealProfile.Name}`"));
            Assert.That(
                page,
                Does.Contain(SealProfile.SizeLimit.ToString("N0", System.Globalization.CultureInfo.InvariantCulture))
            );
        }
    }

    [Test]
    public void The_page_shows_the_derivation_that_is_made()
    {
        var shown = SharedInfo().Match(Page()).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.That("00000001" + shown, Is.EqualTo(Convert.ToHexString(KeyDerivation.Suffix([]))));
    }

    private static string Page() => File.ReadAllText(Path.Combine(ContractFiles.Folder(""), "wire-format.md"));

    private static string Run(string recipe, string folder)
    {
        var script = Recipe().Matches(Page()).Single(match => match.Groups[1].Value == recipe).Groups[2].Value;
        return Start("sh", folder, "-ec", script);
    }

    private static bool IsThere(string program)
    {
        try
        {
            Start(program, ".", program == "sh" ? ["-c", "exit 0"] : ["version"]);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
        }
        Task.WaitAll(error, output);
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        return output.Result;
    }

    [GeneratedRegex(@"```sh\n# (\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Recipe();

    [GeneratedRegex(@"SharedInfo  ([0-9A-F ]+?)  +without")]
    private static partial Regex SharedInfo();
}
