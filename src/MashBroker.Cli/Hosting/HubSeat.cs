using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Cli.Hosting;

/// <summary>The hub as a party: its keys, whom it knows, its connection. Only the parts that send or receive have it.</summary>
internal sealed class HubSeat : IAsyncDisposable
{
    private readonly PartyKeys _keys;
    private readonly TrustRegister _register;
    private readonly TimeProvider _clock;

    private HubSeat(PartyKeys keys, TrustRegister register, MashBus bus, TimeProvider clock) =>
        (_keys, _register, Bus, _clock) = (keys, register, bus, clock);

    public MashBus Bus { get; }

    /// <param name="bus">Disposed with the seat.</param>
    /// <exception cref="KeyFolderException">The keys are not those of this profile's hub, or not usable.</exception>
    public static HubSeat Take(HubProfile profile, string keyFolder, MashBus bus, TimeProvider clock)
    {
        var keys = PartyKeys.Load(keyFolder);
        if (keys.Owner == new Party(profile.Code, Party.HubName))
        {
            return new HubSeat(keys, TrustRegister.Load(keyFolder), bus, clock);
        }

        var owner = keys.Owner;
        keys.Dispose();
        throw new KeyFolderException(
            $"The keys in '{keyFolder}' are those of {owner}; this is {Party.HubName}@{profile.Code}. Name the hub's own folder."
        );
    }

    public void AddTo(IServiceCollection services) =>
        services
            .AddSingleton(Bus)
            .AddSingleton(_register)
            .AddSingleton(new Sealer(_keys, _register, _clock))
            .AddSingleton(new Opener(_keys, _register, _clock));

    public async ValueTask DisposeAsync()
    {
        await Bus.DisposeAsync();
        _keys.Dispose();
    }
}
