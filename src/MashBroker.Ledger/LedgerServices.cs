using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Ledger;

/// <summary>The ledger as a host uses it: opened before the host starts, because nothing may run without it.</summary>
public static class LedgerServices
{
    /// <param name="alone">
    /// No other process writes this ledger while this one runs: nobody watches the file then, our own changes raise the signal.
    /// </param>
    public static IServiceCollection AddLedger(
        this IServiceCollection services,
        Ledger ledger,
        LedgerSignal signal,
        bool alone = false
    )
    {
        services.AddSingleton(ledger).AddSingleton(signal).AddSingleton<LedgerGroup>();
        return alone ? services : services.AddHostedService<LedgerWatch>();
    }
}
