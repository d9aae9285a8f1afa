using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Messaging;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging.Administration;

/// <summary><c>mash topology</c> at a real broker of its own, as its administrator would use it.</summary>
[TestFixture]
[Category("RabbitMq")]
[NonParallelizable]
public sealed class When_a_broker_is_set_up
{
    private const string VirtualHost = "mash";
    private const string Lane = "mash.sample.police.red";

    private readonly TemporaryFolder _folder = new();
    private RabbitMqForTests _broker = null!;
    private ManagementByHand _management = null!;
    private TopologyPrompt _mash = null!;

    private string Passwords => _folder.File("passwords");

    [OneTimeSetUp]
    public async Task StartBroker()
    {
        _broker = await RabbitMqForTests.StartOwnAsync();
        _mash = new TopologyPrompt(VirtualHost, Passwords, _broker.Management, _folder.File("credentials"));
        _management = new ManagementByHand(_broker.Management, _broker.Address.UserInfo);
        await File.WriteAllTextAsync(_folder.File("credentials"), _broker.Address.UserInfo);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.File("credentials"), UnixFileMode.UserRead);
        }
    }

    [OneTimeTearDown]
    public void StopBroker()
    {
        _management?.Dispose();
        _broker?.Dispose();
        _folder.Dispose();
    }

    [SetUp]
    public async Task SetUp() => Assert.That((await _mash.ApplyAsync()).Code, Is.EqualTo(ExitCode.Done));

    [Test]
    public async Task Applying_again_does_nothing_and_finds_nothing()
    {
        var (code, done, differences) = await _mash.ApplyAsync();

        Assert.That((code, done.Length, differences.Length), Is.EqualTo((ExitCode.Done, 0, 0)));
        Assert.That((await _mash.CheckAsync()).Code, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public async Task What_was_removed_is_named_and_made_again()
    {
        await AsAdministratorAsync();
        await _management.DeleteAsync($"queues/{VirtualHost}/{Lane}");
        await _management.DeleteAsync($"exchanges/{VirtualHost}/mash.sample.dead");
        await _management.DeleteAsync($"permissions/{VirtualHost}/{Administrator}");
        await _management.DeleteAsync($"policies/{VirtualHost}/mash.sample.lanes");
        await _management.DeleteAsync("users/mash.sample.health");

        var found = await _mash.CheckAsync();

        Assert.That(found.Code, Is.EqualTo(ExitCode.Different));
        Assert.That(
            found.Where,
            Is.SupersetOf(
                new[]
                {
                    $"queue {Lane}",
                    $"binding mash.sample.requests to {Lane}",
                    "exchange mash.sample.dead",
                    "policy mash.sample.lanes",
                    "user mash.sample.health",
                }
            )
        );
        Assert.That((await _mash.ApplyAsync()).Code, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public async Task Rights_that_were_widened_are_named_and_taken_back()
    {
        await _management.GrantAllAsync($"permissions/{VirtualHost}/mash.sample.police");
        await _management.DeleteAsync($"topic-permissions/{VirtualHost}/mash.sample.health");
        await _management.PutAsync("users/mash.sample.education", new { password = "guest", tags = "administrator" });

        var found = await _mash.CheckAsync();

        Assert.That(
            found.Faults,
            Is.SupersetOf(
                new[]
                {
                    "user mash.sample.police has other rights: configure '.*', write '.*', read '.*'.",
                    "user mash.sample.health is not held to its own routing keys at mash.sample.returns: it could write in another's name.",
                    "user mash.sample.education has the tag administrator: the management would show it everybody's queues.",
                    "user mash.sample.education has another password than its file says.",
                    "user mash.sample.education has a password that everybody tries first.",
                }
            )
        );
        Assert.That((await _mash.ApplyAsync()).Code, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public async Task What_cannot_be_changed_or_is_somebody_elses_is_left_alone_and_named_with_its_remedy()
    {
        await AsAdministratorAsync();
        await _management.DeleteAsync($"queues/{VirtualHost}/{Lane}");
        await _management.PutAsync($"queues/{VirtualHost}/{Lane}", new { durable = true });
        await _management.PutAsync($"queues/{VirtualHost}/mash.sample.fire.red", new { durable = true });
        await _management.PutAsync($"queues/{VirtualHost}/listener", new { durable = true });
        await _management.PostAsync(
            $"bindings/{VirtualHost}/e/mash.sample.returns/q/listener",
            new { routing_key = "#" }
        );
        await _management.PutAsync("users/guest", new { password = "guest", tags = "administrator" });
        await _management.PutAsync("users/mash.sample.fire", new { password = "long-enough-0815", tags = "" });
        await _management.PutAsync("vhosts/elsewhere", new { });
        await _management.GrantAllAsync("permissions/elsewhere/mash.sample.police");
        await _management.PutAsync(
            $"policies/{VirtualHost}/expiring",
            ManagementByHand.Policy(
                "^mash",
                "all",
                5,
                new Dictionary<string, object> { ["alternate-exchange"] = "amq.fanout" }
            )
        );
        await _management.PutAsync(
            $"operator-policies/{VirtualHost}/short",
            ManagementByHand.Policy("^mash", "queues", 0, new Dictionary<string, object> { ["max-length"] = 1 })
        );
        try
        {
            var applied = await _mash.ApplyAsync();
            Assert.That(applied.Code, Is.EqualTo(ExitCode.Different));
            Assert.That(
                applied.Differences.Select(each => each.GetProperty("where").GetString()),
                Is.EquivalentTo(
                    new[]
                    {
                        $"queue {Lane}",
                        "queue mash.sample.fire.red",
                        "binding mash.sample.returns to listener",
                        "user guest",
                        "user guest",
                        "user guest",
                        "user mash.sample.fire",
                        "permission of mash.sample.police on elsewhere",
                        $"permission of {Administrator} on {VirtualHost}",
                        "policy expiring",
                        "operator policy short",
                    }
                )
            );
            Assert.That(
                applied.Differences.Select(each => each.GetProperty("remedy").GetString()),
                Has.All.Match("rabbitmq|--administrator|profile")
            );
        }
        finally
        {
            await _management.DeleteAsync($"queues/{VirtualHost}/{Lane}");
            await _management.DeleteAsync($"queues/{VirtualHost}/mash.sample.fire.red");
            await _management.DeleteAsync($"queues/{VirtualHost}/listener");
            await _management.DeleteAsync("users/guest");
            await _management.DeleteAsync("users/mash.sample.fire");
            await _management.DeleteAsync("vhosts/elsewhere");
            await _management.DeleteAsync($"policies/{VirtualHost}/expiring");
            await _management.DeleteAsync($"operator-policies/{VirtualHost}/short");
            await _management.DeleteAsync($"permissions/{VirtualHost}/{Administrator}");
        }
    }

    [Test]
    public async Task What_the_hub_declares_itself_is_what_was_made()
    {
        var password = await File.ReadAllTextAsync(Path.Combine(Passwords, "hub", "password"));
        await using var bus = MashBus.RabbitMq(
            new BrokerOptions
            {
                Address = new UriBuilder(_broker.Address)
                {
                    UserName = "mash.sample",
                    Password = password,
                    Path = VirtualHost,
                }.Uri,
                CreatesTopology = true,
                Hub = "sample",
                Agencies = [.. MashBroker.Rules.HubProfiles.Load("sample").Agencies.Select(agency => agency.Code)],
            }
        );
        await bus.StartAsync(default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await bus.ReadyAsync(patience.Token);

        Assert.That((await _mash.CheckAsync()).Code, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    public async Task Definitions_loaded_by_hand_make_the_same()
    {
        var folder = _folder.File("definitions");
        Assert.That(
            (await TopologyPrompt.RunAsync("definitions", folder, "--vhost", "by-hand")).Code,
            Is.EqualTo(ExitCode.Done)
        );

        await _broker.ControlAsync("import_definitions", Path.Combine(folder, "definitions.json"));

        var (code, json) = await TopologyPrompt.RunAsync([
            "check",
            "--json",
            "--vhost",
            "by-hand",
            "--passwords",
            Path.Combine(folder, "passwords"),
            .. _mash.Access,
        ]);
        // The users now reach both virtual hosts: that alone is to be said.
        Assert.That(code, Is.EqualTo(ExitCode.Different));
        Assert.That(
            TopologyPrompt.Differences(json).Select(each => each.GetProperty("where").GetString()),
            Has.All.Match($"permission of mash.sample[a-z.-]* on {VirtualHost}")
        );
        await _management.DeleteAsync("vhosts/by-hand");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_file_with_credentials_that_others_can_read_is_not_used()
    {
        var file = _folder.File("open");
        await File.WriteAllTextAsync(file, "a:b");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        var (code, _) = await TopologyPrompt.RunAsync(
            "check",
            "--management",
            _broker.Management.ToString(),
            "--credentials",
            file
        );

        Assert.That(code, Is.EqualTo(ExitCode.NotAccepted));
    }

    [Test]
    public async Task Credentials_that_the_broker_does_not_know_are_said_so()
    {
        var file = _folder.File("unknown");
        await File.WriteAllTextAsync(file, "nobody:nothing");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        var (code, _) = await TopologyPrompt.RunAsync(
            "check",
            "--management",
            _broker.Management.ToString(),
            "--credentials",
            file
        );

        Assert.That(code, Is.EqualTo(ExitCode.Unavailable));
    }

    private string Administrator => _broker.Address.UserInfo.Split(':')[0];

    private Task AsAdministratorAsync() => _management.GrantAllAsync($"permissions/{VirtualHost}/{Administrator}");
}
