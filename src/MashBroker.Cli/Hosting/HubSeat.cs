using MashBroker.Messaging;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Sealing.Trust;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MashBroker.Cli.Hosting;

/// <summary>The hub as a party: its keys, whom it knows, its connection. Only the parts that send or receive have it.</summary>
internal sealed partial class HubSeat : IAsyncDisposable
{
    private readonly PartyKeys _keys;
    private readonly TrustRegister _register;
    private readonly TimeProvider _clock;

    private readonly RegisterWatch _watch;

    private HubSeat(PartyKeys keys, TrustRegister register, MashBus bus, TimeProvider clock, ILoggerFactory logging)
    {
        (_keys, _register, Bus, _clock) = (keys, register, bus, clock);
        var logger = logging.CreateLogger<HubSeat>();
        _watch = new RegisterWatch(register, clock, change => Tell(logger, change));
    }

    public MashBus Bus { get; }

    /// <param name="bus">Disposed with the seat.</param>
    /// <exception cref="KeyFolderException">The keys are not those of this profile's hub, or not usable.</exception>
    public static HubSeat Take(
        HubProfile profile,
        string keyFolder,
        MashBus bus,
        TimeProvider clock,
        ILoggerFactory logging
    )
    {
        var keys = PartyKeys.Load(keyFolder);
        if (keys.Owner == new Party(profile.Code, Party.HubName))
        {
            return new HubSeat(keys, TrustRegister.Load(keyFolder), bus, clock, logging);
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
        _watch.Dispose();
        await Bus.DisposeAsync();
        _keys.Dispose();
    }

    private static void Tell(ILogger logger, RegisterChange change)
    {
        if (change.Fault is { } fault)
        {
            Log.NotTaken(logger, fault);
        }

        if (change.PartiesRead || change.List is ListOffer.Taken)
        {
            Log.Taken(logger, change.PartiesRead, change.List);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The key folder has changed, and not all of it is taken: {Fault}")]
        public static partial void NotTaken(ILogger logger, string fault);

        [LoggerMessage(LogLevel.Information, "The key folder has changed: register read {Parties}, list {List}")]
        public static partial void Taken(ILogger logger, bool parties, ListOffer? list);
    }
}
