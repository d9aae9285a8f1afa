using MashBroker.Adapters;
using MashBroker.Testing.Adapters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Testing.Hub;

/// <summary>A real adapter beside a hub's bench: its own keys, inbox and clock, the same bus.</summary>
public sealed class AdapterBeside : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("mash-beside-").FullName;
    private readonly AwaitedLines _log = new();
    private IHost? _host;

    private AdapterBeside() { }

    /// <summary>Begins with the bench's time and runs on.</summary>
    public AdvancingClock Clock { get; } = new();

    public IReadOnlyList<string> LogText => _log.Lines;

    public static async Task<AdapterBeside> StartAsync(HubBench bench, string agency)
    {
        var adapter = new AdapterBeside();
        adapter.Clock.Advance(bench.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow());
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(adapter._log);
        builder.Services.AddSingleton(bench.Bus);
        builder.Services.AddSingleton<TimeProvider>(adapter.Clock);
        builder.Services.AddSingleton(new FakeAgencyRecords());
        builder.Services.Configure<AdapterOptions>(options =>
        {
            (options.Hub, options.Agency) = (bench.Profile.Code, agency);
            (options.KeyFolder, options.InboxFile) = (
                bench.KeysOf(agency),
                Path.Combine(adapter._folder, "inbox", $"{agency}.db")
            );
        });
        builder.Services.AddAdapter<FakeAgencyRecords>();
        adapter._host = builder.Build();
        await adapter._host.StartAsync();
        return adapter;
    }

    /// <summary>Waits until as many lines say this.</summary>
    public Task LoggedAsync(string words, int count = 1) => _log.SaidAsync(words, count).WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            await host.StopAsync();
            host.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
