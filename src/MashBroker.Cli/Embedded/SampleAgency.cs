using MashBroker.Adapters;
using MashBroker.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Cli.Embedded;

/// <summary>
/// One agency of the evaluation: the same adapter that the agency would deploy, with its own keys, inbox and container, on
/// sample records. It can be stopped and started like a service of its own.
/// </summary>
internal sealed class SampleAgency : IAsyncDisposable
{
    private readonly SampleAgencyPlan _plan;
    private readonly EmbeddedParts _parts;
    private SampleRecordsServer? _server;
    private IHost? _host;

    private SampleAgency(SampleAgencyPlan plan, EmbeddedParts parts) => (_plan, _parts) = (plan, parts);

    public string Code => _plan.Code;

    public static async Task<SampleAgency> StartAsync(
        SampleAgencyPlan plan,
        EmbeddedParts parts,
        CancellationToken cancellation
    )
    {
        var agency = new SampleAgency(plan, parts);
        await agency.BringRecordsBackAsync(cancellation);
        await agency.StartAsync(cancellation);
        return agency;
    }

    /// <summary>Starts the adapter; what waits in its lanes is answered.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Adapter:Hub"] = _parts.Hub,
                ["Adapter:Agency"] = Code,
                ["Adapter:KeyFolder"] = Path.Combine(_parts.KeyFolder, Code),
                ["Adapter:InboxFile"] = Path.Combine(_parts.Folder, "adapters", $"{Code}.db"),
                ["Adapter:HeartbeatSeconds"] = "5",
                ["Adapter:RequireBrokerUser"] = _parts.OwnUsers ? "true" : "false",
            }
        );
        builder.Configuration.AddInMemoryCollection(_plan.Settings);
        builder.Configuration.AddInMemoryCollection(_server?.Settings);
        builder.Services.Replace(ServiceDescriptor.Singleton(_parts.Logging));
        builder.Services.AddSingleton(_parts.Clock).AddSingleton(_parts.Bus);
        builder.Services.AddOptions<AdapterOptions>().BindConfiguration(AdapterOptions.Section);
        _plan.Add(builder.Services);
        _host = builder.Build();
        await _host.StartAsync(cancellation);
    }

    /// <summary>Stops the adapter, as if its machine were off: requests wait in its lanes.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_host is not null)
        {
            await _host.StopAsync(cancellation);
            _host.Dispose();
            _host = null;
        }
    }

    /// <summary>Switches the agency's records system off; the adapter runs on and cannot look.</summary>
    public async Task TakeRecordsDownAsync() =>
        await (_server ?? throw new InvalidOperationException($"The records of {Code} are a file.")).StopAsync();

    public async Task BringRecordsBackAsync(CancellationToken cancellation) =>
        _server = _plan.StartServer is null ? null : await _plan.StartServer(_server, cancellation);

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        if (_server is not null)
        {
            await _server.StopAsync();
        }
    }
}

/// <summary>What all agencies of one evaluation share.</summary>
/// <param name="OwnUsers">The transport tells the parties apart; over RabbitMQ this whole process is one user.</param>
internal sealed record EmbeddedParts(
    string Hub,
    string Folder,
    string KeyFolder,
    MashBus Bus,
    TimeProvider Clock,
    ILoggerFactory Logging,
    bool OwnUsers
);

/// <summary>How one sample agency is made.</summary>
/// <param name="Settings">As its administrator would give them.</param>
/// <param name="Add">Registers the kit around the agency's records.</param>
/// <param name="StartServer">Starts the records system where that is a server, again at the address of the earlier one.</param>
internal sealed record SampleAgencyPlan(
    string Code,
    IReadOnlyDictionary<string, string?> Settings,
    Action<IServiceCollection> Add,
    Func<SampleRecordsServer?, CancellationToken, Task<SampleRecordsServer>>? StartServer = null
);

/// <summary>A sample records system that runs, and how its adapter reaches it.</summary>
internal sealed record SampleRecordsServer(
    Uri Address,
    string AccessToken,
    IReadOnlyDictionary<string, string?> Settings,
    Func<Task> StopAsync
);
