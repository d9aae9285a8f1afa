using MashBroker.Adapters;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>What the start asks of settings, keys and inbox, and what the hub hears of it.</summary>
internal sealed class AdapterStartTests
{
    private AskedAdapter _adapter = null!;

    [SetUp]
    public async Task OpenAsync() => _adapter = await AskedAdapter.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _adapter.DisposeAsync();

    [Test]
    public async Task A_heartbeat_says_at_start_and_at_intervals_whether_the_records_can_be_reached()
    {
        await _adapter.StartAsync();
        var first = (Heartbeat)(await _adapter.Hub.ExpectAsync<Heartbeat>())[0].Letter.Body;
        _adapter.Records.Fault = new RecordsUnavailableException("Fake records refuse the connection.");
        _adapter.Clock.Advance(TimeSpan.FromSeconds(31));
        var second = (Heartbeat)(await _adapter.Hub.ExpectAsync<Heartbeat>(2))[1].Letter.Body;

        Assert.That((first.RecordsReachable, second.RecordsReachable), Is.EqualTo((true, false)));
    }

    [Test]
    public void Wrong_settings_are_all_named_at_once_by_their_path()
    {
        var fault = Assert.CatchAsync(() =>
            _adapter.StartAsync(options =>
            {
                (options.Hub, options.Agency, options.InboxFile) = ("", "Police!", "");
                options.HeartbeatSeconds = 0;
            })
        )!;

        Assert.That(
            new[] { "Adapter:Hub", "Adapter:Agency", "Adapter:InboxFile", "Adapter:HeartbeatSeconds" }.Where(path =>
                !fault.Message.Contains(path, StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    [Test]
    public void Keys_of_another_agency_stop_the_start() =>
        Assert.That(
            () => _adapter.StartAsync(options => options.Agency = "health"),
            Throws.TypeOf<KeyFolderException>().With.Message.Contain("Adapter:Agency")
        );

    [Test]
    public void An_inbox_that_is_no_database_stops_the_start()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_adapter.Bench.InboxFile)!);
        File.WriteAllText(_adapter.Bench.InboxFile, new string('x', 5000));

        Assert.That(
            () => _adapter.StartAsync(),
            Throws.TypeOf<MashBroker.Adapters.Inbox.InboxUnusableException>().With.Message.Contain("Adapter:InboxFile")
        );
        Assert.That(File.ReadAllText(_adapter.Bench.InboxFile), Does.StartWith("xxx"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no file modes; the folder's access list rules there.")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task An_inbox_is_for_its_owner_alone()
    {
        await _adapter.StartAsync();

        Assert.That(
            File.GetUnixFileMode(_adapter.Bench.InboxFile),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
    }
}
