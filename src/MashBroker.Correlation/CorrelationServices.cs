using MashBroker.Correlation.Audit;
using MashBroker.Correlation.Decisions;
using MashBroker.Correlation.Flags;
using MashBroker.Correlation.Packs;
using MashBroker.Correlation.Returns;
using MashBroker.Correlation.Trust;
using MashBroker.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MashBroker.Correlation;

/// <summary>The correlation service, listed by hand.</summary>
public static class CorrelationServices
{
    /// <summary>
    /// Adds what takes returns in, watches the clock and assembles packs. Needs in the container: the opened ledger with its
    /// signal (<see cref="LedgerServices.AddLedger"/>), a <c>HubProfile</c>, a <c>MashBus</c> that the host starts, the hub's
    /// <c>Sealer</c>, <c>Opener</c> and <c>TrustRegister</c>, a <see cref="TimeProvider"/> and logging.
    /// </summary>
    public static IServiceCollection AddCorrelation(
        this IServiceCollection services,
        Action<CorrelationOptions>? configure = null
    )
    {
        services
            .AddOptions<CorrelationOptions>()
            .BindConfiguration("Correlation")
            .Configure(options => configure?.Invoke(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<CorrelationOptions>>().Value)
            .AddSingleton<HubLetters>()
            .AddSingleton<PackBell>()
            .AddSingleton<DecisionFreeze>()
            .AddSingleton<ReturnIntake>()
            .AddSingleton<ReturnConsumer>()
            .AddHostedService<ReturnLanes>()
            .AddHostedService<FlagSweep>()
            .AddHostedService<PackKeeper>()
            .AddHostedService<AuditHeadSigner>()
            .AddHostedService<RevocationRecord>()
            .AddHostedService<CertificateSweep>()
            .AddHostedService<HolidaySweep>();
    }
}
