using System.Runtime.Versioning;
using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Messaging;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Cli;

/// <summary>The usual mistakes at a prompt: each has its exit code, says its remedy on standard error and leaves nothing half-written.</summary>
[NonParallelizable]
internal sealed class CommandTests
{
    private static readonly string NoHub = "http://127.0.0.1:1";

    private TemporaryFolder _folder = null!;
    private CapturedConsole _console = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _console = new CapturedConsole();
    }

    [TearDown]
    public void TearDown()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task No_hub_answers()
    {
        Assert.That(await RunAsync("enquiry", "list", "--at", NoHub), Is.EqualTo(ExitCode.Unavailable));
        AssertFault("No hub answers at http://127.0.0.1:1/", "mash run");
    }

    [Test]
    public async Task A_file_is_missing()
    {
        Assert.That(
            await RunAsync("contact", "submit", _folder.File("none.json"), "--at", NoHub),
            Is.EqualTo(ExitCode.NotFound)
        );
        AssertFault("There is no file", "Check the path");
    }

    [Test]
    public async Task A_folder_for_a_demo_is_not_empty()
    {
        await File.WriteAllTextAsync(_folder.File("mine.txt"), "mine");

        Assert.That(await RunAsync("demo", "--data", _folder.Root), Is.EqualTo(ExitCode.NotAccepted));

        AssertFault("is not empty", "Name a new folder");
        AssertOnlyMine();
    }

    [TestCase("pki", "sample")]
    [TestCase("topology", "definitions")]
    public async Task A_folder_to_write_is_not_empty(string command, string part)
    {
        await File.WriteAllTextAsync(_folder.File("mine.txt"), "mine");

        Assert.That(await RunAsync(command, part, _folder.Root), Is.EqualTo(ExitCode.NotAccepted));

        AssertFault("is not empty", "Name a new folder");
        AssertOnlyMine();
    }

    [TestCase("enquiry", "list", "--at", "nonsense")]
    [TestCase("enquiry", "list", "--at", "ftp://127.0.0.1")]
    [TestCase("demo", "--broker", "user:hidden@host")]
    [TestCase("demo", "--broker", "http://user:hidden@host")]
    [TestCase("web", "--listen", "5080")]
    public async Task An_address_is_none(params string[] arguments)
    {
        Assert.That(await RunAsync(arguments), Is.EqualTo(ExitCode.Usage));
        AssertFault("is no address", "Give one that begins with");
        Assert.That(_console.Error.ToString(), Does.Not.Contain("hidden"), "it may hold a password");
    }

    [TestCase("pki", "sample", "FOLDER", "--hub", "atlantis")]
    [TestCase("topology", "definitions", "FOLDER", "--hub", "atlantis")]
    public async Task A_hub_is_not_known(params string[] arguments)
    {
        var target = _folder.File("new");

        Assert.That(
            await RunAsync([.. arguments.Select(argument => argument == "FOLDER" ? target : argument)]),
            Is.EqualTo(ExitCode.NotFound)
        );

        AssertFault("There is no profile 'atlantis'", "sample, sefton");
        Assert.That(target, Does.Not.Exist);
    }

    [Test]
    public async Task A_board_that_others_could_reach_does_not_start()
    {
        Assert.That(
            await RunAsync("web", "--listen", "http://0.0.0.0:5080", "--ledger", _folder.File("ledger.db")),
            Is.EqualTo(ExitCode.Unavailable)
        );
        AssertFault("others can reach", "Use a loopback address");
        Assert.That(_folder.File("ledger.db"), Does.Not.Exist);
    }

    [Test]
    public async Task A_part_alone_needs_a_broker()
    {
        Assert.That(await RunAsync("hub", "--ledger", _folder.File("ledger.db")), Is.EqualTo(ExitCode.NotAccepted));
        AssertFault("names no broker", "mash run");
    }

    [Test]
    public async Task A_hub_key_that_is_missing_stops_the_start()
    {
        Assert.That(
            await RunAsync(
                "web",
                "--listen",
                "http://127.0.0.1:0",
                "--ledger",
                _folder.File("ledger.db"),
                "--hub-key",
                HubKey
            ),
            Is.EqualTo(ExitCode.Unavailable)
        );
        AssertFault("hub.key' is not there", "mash vault init");
    }

    [Test, UnsupportedOSPlatform("windows")]
    public async Task A_hub_key_that_others_can_read_stops_the_start()
    {
        Assert.That(await VaultAsync("init"), Is.Zero, _console.Error.ToString());
        File.SetUnixFileMode(HubKey, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.That(
            await RunAsync(
                "web",
                "--listen",
                "http://127.0.0.1:0",
                "--ledger",
                _folder.File("ledger.db"),
                "--hub-key",
                HubKey
            ),
            Is.EqualTo(ExitCode.Unavailable)
        );
        AssertFault("can be used by group or others", "chmod 600");
    }

    [Test]
    public async Task The_hub_key_is_made_once_then_rotated_then_its_old_generation_is_retired()
    {
        Assert.That(await VaultAsync("init"), Is.Zero, _console.Error.ToString());
        Assert.That(await VaultAsync("init"), Is.EqualTo(ExitCode.NotAccepted));
        AssertFault("is there already", "mash vault rotate");

        Assert.That(await VaultAsync("rotate"), Is.Zero, _console.Error.ToString());
        Assert.That(_console.Out.ToString(), Does.Contain("Generation 2-").And.Contain("wraps 0 keys"));
        Assert.That(await VaultAsync("retire"), Is.Zero, _console.Error.ToString());
        Assert.That(_console.Out.ToString(), Does.Contain("1 old generation"));
    }

    [TestCase("rotate")]
    [TestCase("retire")]
    public async Task Keys_that_are_not_where_they_are_said_to_be_change_nothing(string command)
    {
        Assert.That(await VaultAsync("init"), Is.Zero, _console.Error.ToString());
        var before = await File.ReadAllTextAsync(HubKey);
        var elsewhere = _folder.File(Path.Combine("mistyped", "ledger.db"));
        Assert.That(
            await RunAsync("vault", command, "--ledger", elsewhere, "--hub-key", HubKey),
            Is.EqualTo(ExitCode.Unavailable)
        );
        AssertFault("There are no keys at", "Name the ledger");
        Assert.That(await File.ReadAllTextAsync(HubKey), Is.EqualTo(before));
        Assert.That(Path.GetDirectoryName(elsewhere), Does.Not.Exist);
    }

    [Test]
    public async Task Sample_keys_are_made_for_the_hub_and_each_agency()
    {
        var target = _folder.File("pki");

        Assert.That(await RunAsync("pki", "sample", target), Is.Zero, _console.Error.ToString());

        Assert.That(
            Directory.GetDirectories(target).Select(Path.GetFileName),
            Is.SupersetOf(AgencyCode.All.Prepend("hub"))
        );
        Assert.That(Path.Combine(target, "vault", "hub.key"), Does.Exist);
        Assert.That(_console.Out.ToString(), Does.Contain("6 agencies").And.Contain("for a trial only"));
    }

    [Test]
    public async Task The_rights_written_for_the_broker_are_those_of_the_scripts()
    {
        var target = _folder.File("broker");

        Assert.That(await RunAsync("topology", "definitions", target), Is.Zero, _console.Error.ToString());

        using var definitions = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(target, "definitions.json"))
        );
        var agency = Rights(definitions, "permissions", "mash.sample.police");
        var topics = Rights(definitions, "topic_permissions", "mash.sample.police");
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "ops", "rabbitmq", "add-agency"));
        var hub = Rights(definitions, "permissions", "mash.sample");
        using (Assert.EnterMultipleScope())
        {
            foreach (var right in new[] { "configure", "write", "read" })
            {
                Assert.That(AsScript(script), Does.Contain(agency.GetProperty(right).GetString()), right);
            }

            Assert.That(AsScript(script), Does.Contain($"\"{topics.GetProperty("write").GetString()}\""));
            Assert.That(hub.GetProperty("read").GetString(), Is.EqualTo(BrokerPermissions.ForHub("sample").Read));
            Assert.That(
                Directory
                    .GetFiles(target, "password", SearchOption.AllDirectories)
                    .Select(File.ReadAllText)
                    .Distinct()
                    .Count(),
                Is.EqualTo(7),
                "a password each"
            );
        }
    }

    /// <summary>The script's words with its variables filled in and its shell escapes taken off.</summary>
    private static string AsScript(string script) =>
        script
            .Replace("$hub", "sample", StringComparison.Ordinal)
            .Replace("$agency", "police", StringComparison.Ordinal)
            .Replace("\\\\", "\\", StringComparison.Ordinal)
            .Replace("\\$", "$", StringComparison.Ordinal);

    private static JsonElement Rights(JsonDocument definitions, string kind, string user) =>
        definitions
            .RootElement.GetProperty(kind)
            .EnumerateArray()
            .Single(each => each.GetProperty("user").GetString() == user);

    private string HubKey => _folder.File("hub.key");

    private Task<int> VaultAsync(string command) =>
        RunAsync("vault", command, "--ledger", _folder.File("ledger.db"), "--hub-key", HubKey);

    private static Task<int> RunAsync(params string[] arguments) => MashCommand.RunAsync(arguments);

    private void AssertFault(string fault, string remedy)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_console.Error.ToString(), Does.Contain(fault).And.Contain(remedy));
            Assert.That(_console.Error.ToString(), Does.Not.Contain("   at "), "no stack trace");
        }
    }

    private void AssertOnlyMine() =>
        Assert.That(Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName), Is.EqualTo(["mine.txt"]));
}
