using MashBroker.Ledger;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Cli.Hosting;

/// <summary>What every part of a hub stands on: its rules, its clock, its ledger. Opened once per process.</summary>
internal sealed class HubRecord : IDisposable
{
    private readonly Ledger.Ledger _ledger;
    private readonly LedgerSignal _signal;

    private HubRecord(HubProfile profile, TimeProvider clock, Ledger.Ledger ledger, LedgerSignal signal)
    {
        (Profile, Clock) = (profile, clock);
        (_ledger, _signal) = (ledger, signal);
    }

    public HubProfile Profile { get; }

    public TimeProvider Clock { get; }

    /// <exception cref="LedgerException">The ledger is not usable; the text says what to do.</exception>
    /// <exception cref="VaultException">The keys of its content are not usable, likewise.</exception>
    /// <exception cref="KeyFolderException">The hub key is not usable, likewise.</exception>
    public static async Task<HubRecord> OpenAsync(
        HubProfile profile,
        LedgerOptions options,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var signal = new LedgerSignal();
        return new HubRecord(
            profile,
            clock,
            await MashBroker.Ledger.Ledger.OpenAsync(options, clock, signal, cancellation),
            signal
        );
    }

    /// <param name="alone">All parts of the hub are in this process.</param>
    public void AddTo(IServiceCollection services, bool alone = false) =>
        services.AddSingleton(Profile).AddSingleton(Clock).AddLedger(_ledger, _signal, alone);

    public void Dispose() => _ledger.Dispose();
}
