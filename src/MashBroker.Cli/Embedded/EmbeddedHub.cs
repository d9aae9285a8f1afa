using MashBroker.Cli.Hosting;
using MashBroker.Correlation;
using MashBroker.Hub;
using MashBroker.Ledger;
using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Cli.Embedded;

/// <summary>
/// A whole hub and its six sample agencies in one process. Every byte that passes between them is sealed and takes the same
/// path as in production; only the transport may be memory.
/// </summary>
internal sealed class EmbeddedHub : IAsyncDisposable
{
    private readonly HubSeat _seat;
    private readonly HubRecord _record;
    private readonly WebApplication _app;
    private readonly List<SampleAgency> _agencies;
    private readonly RoleSeal? _role;

    private EmbeddedHub(
        HubSeat seat,
        HubRecord record,
        WebApplication app,
        List<SampleAgency> agencies,
        RoleSeal? role
    ) => (_seat, _record, _app, _agencies, _role) = (seat, record, app, agencies, role);

    /// <summary>Where the API and the board answer.</summary>
    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<SampleAgency> Agencies => _agencies;

    public HubProfile Profile => _app.Services.GetRequiredService<HubProfile>();

    public static async Task<EmbeddedHub> StartAsync(
        EmbeddedSettings settings,
        TimeProvider clock,
        ILoggerFactory logging,
        CancellationToken cancellation
    )
    {
        new WebOptions { Address = settings.Listen }.Check();
        var profile = settings.Profile ?? HubProfiles.Load(HubProfiles.Sample);
        SampleAgencyPlan[] plans =
        [
            .. SampleAgencies
                .In(settings.Folder, settings.Samples ?? SampleAgencies.Carried)
                .Where(plan => profile.Agencies.Any(agency => agency.Code == plan.Code)),
        ];
        string[] agencies = [.. plans.Select(plan => plan.Code)];
        var keys = Path.Combine(settings.Folder, "pki");
        if (!Directory.Exists(keys))
        {
            SamplePki.Make(keys, profile.Code, agencies, clock.GetUtcNow());
        }

        var bus = Bus(settings, profile.Code, agencies, logging);
        await bus.StartAsync(cancellation);
        await bus.ReadyAsync(cancellation);
        var seat = HubSeat.Take(profile, Path.Combine(keys, Party.HubName), bus, clock, logging);
        var record = await HubRecord.OpenAsync(
            profile,
            new LedgerOptions
            {
                File = Path.Combine(settings.Folder, "ledger.db"),
                HubKeyFile = Path.Combine(keys, "vault", "hub.key"),
                MakeHubKey = true,
            },
            clock,
            cancellation
        );
        // A folder made by an earlier version has no such role.
        var certificate = Path.Combine(keys, SamplePki.ReferrerRoleFolder, "agreement.crt");
        var role = File.Exists(certificate) ? RoleSeal.Load(certificate) : null;
        // Over RabbitMQ the whole process is one broker user: what is signed tells the parties apart, the broker cannot.
        var ownUsers = settings.Broker is null;
        var app = HubApp.Build(
            settings.Listen,
            logging,
            services =>
            {
                record.AddTo(services, alone: true);
                seat.AddTo(services);
                services.AddHub();
                services.AddCorrelation(options => options.RequireBrokerUser = ownUsers);
                services.AddMashWeb(role);
            }
        );
        app.MapMashWeb();
        await HubApp.StartAsync(app, settings.Listen, cancellation);
        var parts = new EmbeddedParts(profile.Code, settings.Folder, keys, bus, clock, logging, ownUsers);
        var started = new List<SampleAgency>();
        foreach (var plan in plans)
        {
            started.Add(await SampleAgency.StartAsync(plan, parts, cancellation));
        }

        return new EmbeddedHub(seat, record, app, started, role);
    }

    public Task WaitForShutdownAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var agency in _agencies)
        {
            await agency.DisposeAsync();
        }

        await _app.StopAsync();
        await _app.DisposeAsync();
        await _seat.DisposeAsync();
        _record.Dispose();
        _role?.Dispose();
    }

    private static MashBus Bus(EmbeddedSettings settings, string hub, string[] agencies, ILoggerFactory logging) =>
        settings.Broker is { } address
            ? MashBus.RabbitMq(
                new BrokerOptions
                {
                    Address = address,
                    CreatesTopology = true,
                    Hub = hub,
                    Agencies = agencies,
                },
                logging
            )
            : MashBus.InMemory(logging);
}

/// <param name="Folder">Where everything is kept: ledger, keys, adapters' inboxes.</param>
/// <param name="Listen">Address of the API and the board; port 0 takes any free one.</param>
/// <param name="Broker">RabbitMQ instead of memory.</param>
/// <param name="Samples">Other sample records than those that come with the product.</param>
/// <param name="Profile">Another hub than the sample one; those of the sample agencies that it asks answer.</param>
internal sealed record EmbeddedSettings(
    string Folder,
    Uri Listen,
    Uri? Broker,
    string? Samples = null,
    HubProfile? Profile = null
);
