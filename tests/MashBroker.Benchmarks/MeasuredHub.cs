using MashBroker.Cli.Api;
using MashBroker.Cli.Demo;
using MashBroker.Cli.Embedded;
using MashBroker.Cli.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Benchmarks;

/// <summary>The hub and the six agencies of `mash run`, in this process, in a folder of their own.</summary>
internal sealed class MeasuredHub : IAsyncDisposable
{
    private readonly ILoggerFactory _logging;
    private readonly EmbeddedHub _hub;
    private readonly string _folder;

    private MeasuredHub(string folder, ILoggerFactory logging, EmbeddedHub hub, SampleContact family)
    {
        (_folder, _logging, _hub) = (folder, logging, hub);
        Family = family;
        Api = new HubClient(hub.Address);
        Ledger = new LedgerView(folder);
    }

    public HubClient Api { get; }

    public LedgerView Ledger { get; }

    public SampleContact Family { get; }

    public static async Task<MeasuredHub> StartAsync(Uri? broker)
    {
        var folder = Directory.CreateTempSubdirectory("mash-benchmark-").FullName;
        var family = OneEnquiry.Family();
        // The samples have dates of their own; a contact of the future or of long ago would not be an everyday one.
        var clock = new MovableClock(family.ReceivedAt.AddMinutes(1));
        var logging = HubLog.ToFile(Path.Combine(folder, "log", "mash.log"));
        var settings = new EmbeddedSettings(folder, new Uri("http://127.0.0.1:0"), broker);
        return new MeasuredHub(
            folder,
            logging,
            await EmbeddedHub.StartAsync(settings, clock, logging, default),
            family
        );
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Ledger.Dispose();
        await _hub.DisposeAsync();
        _logging.Dispose();
        if (Environment.GetEnvironmentVariable("MASH_BENCHMARK_KEEP") is null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
