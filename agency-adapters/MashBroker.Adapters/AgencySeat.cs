using System.Reflection;
using MashBroker.Sealing;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters;

/// <summary>This agency as a party of one hub: its keys, and whom it knows.</summary>
internal sealed class AgencySeat : IDisposable
{
    private readonly PartyKeys _keys;

    public AgencySeat(IOptions<AdapterOptions> options, TimeProvider clock)
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

        var register = TrustRegister.Load(folder);
        Opener = new Opener(_keys, register, clock);
        Sealer = new Sealer(_keys, register, clock);
    }

    public string Hub { get; }

    public string Agency { get; }

    public Opener Opener { get; }

    public Sealer Sealer { get; }

    public static string Version { get; } =
        typeof(AgencySeat).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";

    public void Dispose() => _keys.Dispose();
}
