using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Ledger;

/// <summary>The ledger as a host uses it: opened before the host starts, because nothing may run without it.</summary>
public static class LedgerServices
{
    public static IServiceCollection AddLedger(this IServiceCollection services, Ledger ledger, LedgerSignal signal) =>
        services.AddSingleton(ledger).AddSingleton(signal).AddSingleton<LedgerGroup>().AddHostedService<LedgerWatch>();
}
