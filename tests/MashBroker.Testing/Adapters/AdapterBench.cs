using MashBroker.Adapters;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Testing.Sealing;
using MashBroker.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Testing.Adapters;

/// <summary>One adapter with real sealing on a bus in memory, and a hub that asks it. Stop and start it as often as needed.</summary>
public sealed class AdapterBench : IAsyncDisposable
{
    public const string Agency = "police";
    private readonly string _folder = Directory.CreateTempSubdirectory("mash-adapter-").FullName;
    private readonly AwaitedLines _log = new();
    private IHost? _host;

    private AdapterBench() => Bus = MashBus.InMemory();

    public MashBus Bus { get; }

    public AdvancingClock Clock { get; } = new();

    public HubStandIn Hub { get; private set; } = null!;

    public string InboxFile => Path.Combine(_folder, "inbox", "police.db");

    /// <summary>Opens what the inbox protects, as the adapter does; to be disposed of.</summary>
    public ContentVault OpenVault() =>
        ContentVault.Open(
            new VaultFiles(Path.ChangeExtension(InboxFile, ".keys.db"), Path.ChangeExtension(InboxFile, ".key")),
            Clock
        );

    public string KeyFolder => Path.Combine(_folder, "keys", Agency);

    /// <summary>What the adapter is made of, while it runs.</summary>
    public IServiceProvider Services =>
        _host?.Services ?? throw new InvalidOperationException("The adapter does not run.");

    /// <summary>Everything the adapter logged.</summary>
    public IReadOnlyList<string> LogText => _log.Lines;

    /// <summary>Waits until as many lines say this: a signal for what has no other effect outside.</summary>
    public Task LoggedAsync(string words, int count = 1) =>
        _log.SaidAsync(words, count).WaitAsync(TimeSpan.FromSeconds(20));

    public static async Task<AdapterBench> OpenAsync()
    {
        var bench = new AdapterBench();
        CopiedPki.Make(
            Path.Combine(bench._folder, "keys"),
            HubStandIn.Hub,
            [Agency, "health"],
            bench.Clock.GetUtcNow()
        );
        await bench.Bus.StartAsync(CancellationToken.None);
        var hubKeys = Path.Combine(bench._folder, "keys", Party.HubName);
        bench.Hub = await HubStandIn.StartAsync(bench.Bus, bench.Clock, Agency, hubKeys);
        return bench;
    }

    public async Task StartAsync<TRecords>(TRecords records, Action<AdapterOptions>? options = null)
        where TRecords : class, IAgencyRecords
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(_log);
        builder.Services.AddSingleton(Bus);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(records);
        builder.Services.Configure<AdapterOptions>(adapter =>
        {
            (adapter.Hub, adapter.Agency) = (HubStandIn.Hub, Agency);
            (adapter.KeyFolder, adapter.InboxFile) = (KeyFolder, InboxFile);
            adapter.SearchPauseMilliseconds = 1;
            options?.Invoke(adapter);
        });
        builder.Services.AddAdapter<TRecords>();
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            _host = host;
        }
        finally
        {
            if (_host is null)
            {
                host.Dispose();
            }
        }
    }

    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.StopAsync();
            host.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Hub.DisposeAsync();
        await Bus.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
