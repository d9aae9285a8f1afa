using System.Net;
using System.Runtime.Versioning;
using MashBroker.Adapters;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Sealing.AtRest;
using MashBroker.Testing.Adapters;
using MashBroker.Vault;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>An adapter as a service of its own, configured from the command line; no broker is there.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class AdapterHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private string _folder = "";

    [SetUp]
    public void MakeKeys()
    {
        _folder = Directory.CreateTempSubdirectory("mash-adapter-host-").FullName;
        SamplePki.Make(Path.Combine(_folder, "keys"), "sefton", ["police"], TimeProvider.System.GetUtcNow());
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Without_a_broker_it_lives_and_is_not_ready_and_says_why()
    {
        await using var app = Build(
            "--Adapter:Hub=sefton",
            "--Adapter:Agency=police",
            $"--Adapter:KeyFolder={Path.Combine(_folder, "keys", "police")}",
            $"--Adapter:InboxFile={Path.Combine(_folder, "inbox.db")}",
            "--Broker:Address=amqp://nobody:nothing@127.0.0.1:1/none"
        );
        using var stop = new CancellationTokenSource();
        var running = app.RunAsync(stop.Token);
        using var http = new HttpClient { BaseAddress = new Uri(await UrlAsync(app)), Timeout = Patience };
        var live = await http.GetAsync("/health/live");
        var ready = await http.GetAsync("/health/ready");
        var said = await ready.Content.ReadAsStringAsync();
        await stop.CancelAsync();

        Assert.That(await running.WaitAsync(Patience), Is.Zero);
        Assert.Multiple(() =>
        {
            Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(said, Does.Contain("broker: Unhealthy").And.Contain("inbox: Healthy").And.Contain("records: "));
        });
    }

    [Test]
    public async Task Every_wrong_setting_of_adapter_and_broker_is_told_at_once()
    {
        await using var app = Build("--Adapter:Hub=sefton", "--Broker:CreatesTopology=true");
        var errors = Console.Error;
        using var said = new StringWriter();
        Console.SetError(said);
        try
        {
            Assert.That(await app.RunAsync().WaitAsync(Patience), Is.EqualTo(AdapterApp.CannotStart));
        }
        finally
        {
            Console.SetError(errors);
        }

        string[] paths =
        [
            "Adapter:Agency",
            "Adapter:KeyFolder",
            "Adapter:InboxFile",
            "Broker:Address",
            "Broker:CreatesTopology",
        ];
        Assert.That(paths.Where(path => !said.ToString().Contains(path, StringComparison.Ordinal)), Is.Empty);
    }

    [Test, UnsupportedOSPlatform("windows")]
    public async Task An_inbox_key_that_others_can_read_stops_the_start()
    {
        var key = Path.Combine(_folder, "inbox.key");
        WrappingKeys.Make(key);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.That(
            await SaidByAStartThatFailsAsync(),
            Does.Contain("can be used by group or others").And.Contain(key)
        );
    }

    [Test]
    public async Task An_inbox_whose_key_is_missing_stops_the_start_and_is_not_given_another()
    {
        var key = Path.Combine(_folder, "inbox.key");
        var files = new VaultFiles(Path.Combine(_folder, "inbox.keys.db"), key);
        using (var vault = ContentVault.Open(files, TimeProvider.System, makeWrappingKey: true))
        {
            vault.TakeNew();
        }

        File.Delete(key);
        Assert.That(await SaidByAStartThatFailsAsync(), Does.Contain("is not there").And.Contain("Bring it back"));
        Assert.That(key, Does.Not.Exist);
    }

    [Test]
    public void Every_crash_point_has_a_name_of_its_own_and_none_is_chosen_here()
    {
        Assert.That(CrashPoint.All, Is.Unique);
        Assert.That(() => CrashPoint.All.ToList().ForEach(CrashPoint.At), Throws.Nothing);
    }

    private async Task<string> SaidByAStartThatFailsAsync()
    {
        await using var app = Build(
            "--Adapter:Hub=sefton",
            "--Adapter:Agency=police",
            $"--Adapter:KeyFolder={Path.Combine(_folder, "keys", "police")}",
            $"--Adapter:InboxFile={Path.Combine(_folder, "inbox.db")}",
            "--Broker:Address=amqp://nobody:nothing@127.0.0.1:1/none"
        );
        var errors = Console.Error;
        using var said = new StringWriter();
        Console.SetError(said);
        try
        {
            Assert.That(await app.RunAsync().WaitAsync(Patience), Is.EqualTo(AdapterApp.CannotStart));
        }
        finally
        {
            Console.SetError(errors);
        }

        return said.ToString();
    }

    private static AdapterApp Build(params string[] args)
    {
        var builder = AdapterHost.CreateBuilder([.. args, "--urls=http://127.0.0.1:0"]);
        builder.Services.AddSingleton(Household.Records());
        return builder.AddAdapter<FakeAgencyRecords>().Build();
    }

    private static async Task<string> UrlAsync(AdapterApp app)
    {
        await app.Started.WaitAsync(Patience);
        return app.Urls.Single();
    }
}
