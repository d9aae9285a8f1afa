using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using MashBroker.Ledger.Evidence;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Evidence;

/// <summary>The commands of ops/runbooks/evidence.md as they stand there, run by a shell with the real openssl.</summary>
[CancelAfter(120_000)]
internal sealed partial class OpensslRecipeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private EvidenceBench _bench = null!;
    private string _folder = "";

    [OneTimeSetUp]
    public async Task SetUp()
    {
        try
        {
            Run("openssl version && date -u -d 2026-01-01 +%s");
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            Assert.Ignore("There is no openssl, or no date of GNU, on this machine.");
        }

        _bench = await EvidenceBench.SetUpAsync();
    }

    [OneTimeTearDown]
    public async Task TearDown()
    {
        if (_bench is not null)
        {
            await _bench.DisposeAsync();
        }
    }

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mash-evidence-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_recipe_holds_for_every_letter([Values] bool content)
    {
        Unpack(content);
        var end = content ? ".der" : ".attributes.der";
        var letters = Letters(end);
        Assert.That(letters, Has.Count.GreaterThan(content ? 10 : 4));
        foreach (var letter in letters)
        {
            Assert.That(() => Run(Recipe(content, letter)), Throws.Nothing, letter);
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public void The_recipe_for_a_decision_holds_and_refuses_what_was_changed(bool content)
    {
        Unpack(content);
        Assert.That(() => Run(OfDecision()), Throws.Nothing);

        var file = Path.Combine(_folder, "decisions", "decision-01.der");
        var bytes = File.ReadAllBytes(file);
        bytes[^40] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.That(() => Run(OfDecision()), Throws.InvalidOperationException);
    }

    [Test]
    public void The_recipe_refuses_what_was_changed([Values] bool content)
    {
        Unpack(content);
        var letter = Letters(content ? ".der" : ".attributes.der")[0];
        var file = Path.Combine(_folder, letter + (content ? ".der" : ".attributes.der"));
        var bytes = File.ReadAllBytes(file);
        bytes[^40] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.That(() => Run(Recipe(content, letter)), Throws.InvalidOperationException);
    }

    private List<string> Letters(string end) =>
        [
            .. Directory
                .GetFiles(Path.Combine(_folder, "letters"), $"*{end}")
                .Select(file => $"letters/{Path.GetFileName(file)[..^end.Length]}")
                .Where(letter => !letter.EndsWith(".signature", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    private void Unpack(bool content)
    {
        foreach (var (name, bytes) in StoredZip.Read(content ? _bench.WithContent : _bench.WithoutContent)!)
        {
            var file = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        File.Copy(_bench.RootFile, Path.Combine(_folder, "root.crt"));
    }

    private static string Recipe(bool content, string letter) =>
        "set -e\n"
        + Block(content ? "# with content" : "# without content")
            .Replace("letter=letters/0002-request-police", $"letter={letter}", StringComparison.Ordinal);

    private static string OfDecision() => "set -e\n" + Block("# a decision");

    private static string Block(string first) =>
        Blocks()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "ops", "runbooks", "evidence.md")))
            .Select(block => block.Groups[1].Value)
            .Single(block => block.StartsWith(first, StringComparison.Ordinal));

    private void Run(string script)
    {
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = _folder.Length == 0 ? Path.GetTempPath() : _folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
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
            throw new InvalidOperationException($"{error.Result}{output.Result}");
        }
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();
}
