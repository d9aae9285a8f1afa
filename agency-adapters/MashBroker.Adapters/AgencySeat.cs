using System.Reflection;
using MashBroker.Sealing;
using MashBroker.Sealing.Trust;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters;

/// <summary>This agency as a party of one hub: its keys, and whom it knows.</summary>
internal sealed partial class AgencySeat : IDisposable
{
    private readonly PartyKeys _keys;
    private readonly RegisterWatch _watch;

    public AgencySeat(IOptions<AdapterOptions> options, TimeProvider clock, ILogger<AgencySeat> logger)
    {
        (Hub, Agency) = (options.Value.Hub, options.Value.Agency);
        var folder = options.Value.KeyFolder;
        _keys = PartyKeys.Load(folder);
        if (_keys.Owner != new Party(Hub, Agency))
        {
            var owner = _keys.Owner;
            _keys.Dispose();
            throw new KeyFolderException(
                $"The keys in {AdapterOptions.Section}:KeyFolder are those of {owner}, the settings say {Agency}@{Hub}. "
                    + $"Correct {AdapterOptions.Section}:Hub and {AdapterOptions.Section}:Agency, or give their own folder."
            );
        }

        // Beside the inbox: the key folder is its administrator's and often cannot be written by a service.
        Register = TrustRegister.Load(folder, $"{options.Value.InboxFile}.{TrustRegister.RevocationListFile}");
        Opener = new Opener(_keys, Register, clock);
        Sealer = new Sealer(_keys, Register, clock);
        _watch = new RegisterWatch(Register, clock, change => Tell(logger, change));
    }

    public string Hub { get; }

    public string Agency { get; }

    public TrustRegister Register { get; }

    public Opener Opener { get; }

    public Sealer Sealer { get; }

    public static string Version { get; } =
        typeof(AgencySeat).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";

    public void Dispose()
    {
        _watch.Dispose();
        _keys.Dispose();
    }

    private void Tell(ILogger logger, RegisterChange change)
    {
        if (change.Fault is { } fault)
        {
            Log.NotTaken(logger, Agency, fault);
        }

        if (change.PartiesRead || change.List is ListOffer.Taken)
        {
            Log.Taken(logger, Agency, change.PartiesRead, change.List);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Agency}: the key folder has changed, and not all of it is taken: {Fault}")]
        public static partial void NotTaken(ILogger logger, string agency, string fault);

        [LoggerMessage(
            LogLevel.Information,
            "{Agency}: the key folder has changed: register read {Parties}, list {List}"
        )]
        public static partial void Taken(ILogger logger, string agency, bool parties, ListOffer? list);
    }
}
