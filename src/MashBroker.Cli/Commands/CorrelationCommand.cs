using System.CommandLine;
using MashBroker.Cli.Hosting;
using MashBroker.Correlation;

namespace MashBroker.Cli.Commands;

/// <summary>The correlation service: takes returns in, watches the clock, assembles packs.</summary>
internal static class CorrelationCommand
{
    public static Command Make() =>
        HubProcess.Make(
            "correlation",
            "Runs the correlation service alone: takes returns in, watches the clock, assembles packs.",
            "http://127.0.0.1:5082",
            createsTopology: false,
            services => services.AddCorrelation()
        );
}
