using System.CommandLine;
using MashBroker.Cli.Hosting;
using MashBroker.Hub;

namespace MashBroker.Cli.Commands;

/// <summary>The hub worker: triages, publishes, sends. Below it, what concerns the rules it works by.</summary>
internal static class HubCommand
{
    public static Command Make()
    {
        var hub = HubProcess.Make(
            "hub",
            "Runs the hub worker alone: triages contacts, publishes enquiries, sends requests. Creates the lanes at the broker.",
            "http://127.0.0.1:5081",
            createsTopology: true,
            services => services.AddHub()
        );
        hub.Add(HubRulesCommands.Check());
        hub.Add(HubRulesCommands.Show());
        return hub;
    }
}
