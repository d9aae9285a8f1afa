using MashBroker.Hub.Dispatch;
using MashBroker.Hub.Publishing;
using MashBroker.Hub.Retention;
using MashBroker.Hub.Triage;
using MashBroker.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Hub;

/// <summary>The hub worker, listed by hand.</summary>
public static class HubServices
{
    /// <summary>
    /// Adds what triages contacts, publishes enquiries and sends letters. Needs in the container: the opened ledger with its
    /// signal (<see cref="LedgerServices.AddLedger"/>), a <c>HubProfile</c>, a <c>MashBus</c> that the host starts, the hub's
    /// <c>Sealer</c> and <c>TrustRegister</c>, a <see cref="TimeProvider"/> and logging.
    /// </summary>
    public static IServiceCollection AddHub(this IServiceCollection services, Action<HubOptions>? configure = null)
    {
        services
            .AddOptions<HubOptions>()
            .BindConfiguration("Hub")
            .Configure(options => configure?.Invoke(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<HubOptions>, HubOptionsCheck>()
            .AddSingleton<ConnectedAgencies>()
            .AddHostedService<TriageWorker>()
            .AddHostedService<PublishingWorker>()
            .AddHostedService<Dispatcher>()
            .AddHostedService<RetentionWorker>();
    }
}
