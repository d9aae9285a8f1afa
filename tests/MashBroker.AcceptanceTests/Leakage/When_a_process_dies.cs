using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using MashBroker.Sealing;
using MashBroker.Sealing.AtRest;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Leakage;

/// <summary>What a process holds in memory does not reach the disk when it dies, whatever the machine's settings are.</summary>
[SupportedOSPlatform("linux")]
internal sealed class When_a_process_dies
{
    private const int Patience = 60;

    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeKeys()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Core dumps are Linux's; elsewhere the runtime's own switch alone is looked at.");
        }

        _folder = new TemporaryFolder();
        SamplePki.Make(_folder.File("pki"), "sample", ["police"], TimeProvider.System.GetUtcNow());
        WrappingKeys.Make(_folder.File(Path.Combine("pki", "vault", "hub.key")));
    }

    [TearDown]
    public void Remove() => _folder?.Dispose();

    // Signals that dump by default and that the runtime has no handler for.
    [TestCase("web", "SYS")]
    [TestCase("police", "XCPU")]
    public async Task It_leaves_no_core_even_where_the_shell_allows_one_of_any_size(string which, string signal)
    {
        var port = LocalRabbitMqNode.FreePorts(1)[0];
        using var process = Start(which, port);
        try
        {
            await Eventually.HoldsAsync(() => AnswersAsync(process, port), Patience, () => $"{which} does not answer.");
            var limit = File.ReadLines($"/proc/{process.Id}/limits")
                .Single(line => line.StartsWith("Max core file size", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.That(limit[4..6], Is.EqualTo(["0", "0"]), "soft and hard");

            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(Patience));
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        Assert.That(process.ExitCode, Is.GreaterThan(128), "it died of the signal");
        Assert.That(
            Directory
                .EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(file))
                .Where(name =>
                    name.StartsWith("core", StringComparison.OrdinalIgnoreCase)
                    || name.EndsWith(".dmp", StringComparison.Ordinal)
                ),
            Is.Empty
        );
    }

    [Test]
    public async Task It_does_not_start_where_the_runtime_is_told_to_write_a_dump()
    {
        using var process = Start("web", port: 1, ("DOTNET_DbgEnableMiniDump", "1"));
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.EqualTo(Cli.ExitCode.Unavailable));
        Assert.That(said, Does.Contain("DOTNET_DbgEnableMiniDump").And.Contain("Unset it"));
    }

    private Process Start(string which, int port, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A core of any size, written where it runs: what the product has to switch off by itself.
        foreach (var argument in new[] { "-c", "ulimit -c unlimited 2>/dev/null; exec dotnet \"$@\"", "sh" })
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var argument in which == "web" ? Web(port) : Police(port))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        if (settings.Length == 0)
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        return process;
    }

    private string[] Web(int port) =>
        [
            Dll(Path.Combine("src", "MashBroker.Cli"), "mash"),
            "web",
            "--ledger",
            _folder.File("ledger.db"),
            "--hub-key",
            _folder.File(Path.Combine("pki", "vault", "hub.key")),
            "--listen",
            Address(port),
        ];

    private string[] Police(int port) =>
        [
            Dll(Path.Combine("agency-adapters", "Police"), "Police"),
            "--Adapter:Hub=sample",
            "--Adapter:Agency=police",
            $"--Adapter:KeyFolder={_folder.File(Path.Combine("pki", "police"))}",
            $"--Adapter:InboxFile={_folder.File("inbox.db")}",
            "--Police:Provider=sqlite",
            $"--Police:ConnectionString=Data Source={_folder.File("records.db")}",
            $"--Police:SampleScript={Path.Combine(Repository.Root, "agency-adapters", "Police", "samples", "police.sql")}",
            "--Police:ShareableHandlingCodes:0=P",
            // Nobody listens there: it lives all the same.
            "--Broker:Address=amqp://nobody:nothing@127.0.0.1:1/none",
            $"--urls={Address(port)}",
        ];

    private static string Dll(string folder, string name) =>
        Path.Combine(Repository.Root, folder, "bin", Configuration, "net10.0", $"{name}.dll");

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static async Task<bool> AnswersAsync(Process process, int port)
    {
        Assert.That(process.HasExited, Is.False, "it ended while it was to start");
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            // Alive or not ready: it answers.
            using var answer = await http.GetAsync(new Uri($"{Address(port)}/health/ready"));
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
