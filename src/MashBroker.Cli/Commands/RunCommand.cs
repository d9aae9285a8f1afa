using System.CommandLine;
using MashBroker.Cli.Embedded;
using MashBroker.Cli.Hosting;

namespace MashBroker.Cli.Commands;

/// <summary>The evaluation: everything in one process, until Ctrl-C.</summary>
internal static class RunCommand
{
    public static Command Make()
    {
        var folder = new Option<DirectoryInfo>("--data")
        {
            Description = "Where ledger, keys and inboxes are kept; made on first start.",
            DefaultValueFactory = _ => new DirectoryInfo("mash-data"),
        };
        var listen = ProcessOptions.Listen("http://127.0.0.1:5080");
        var broker = ProcessOptions.Broker();
        var command = new Command(
            "run",
            "Runs a whole hub and six sample agencies in one process, on invented families."
        )
        {
            folder,
            listen,
            broker,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var data = parsed.GetRequiredValue(folder).FullName;
                using var held = DataFolder.Take(data);
                using var logging = HubLog.ToFile(Path.Combine(data, "log", "mash.log"));
                var settings = new EmbeddedSettings(data, parsed.GetRequiredValue(listen), parsed.GetValue(broker));
                await using var hub = await EmbeddedHub.StartAsync(
                    settings,
                    TimeProvider.System,
                    logging,
                    cancellation
                );
                Output.Line($"MashBroker is ready. Board: {hub.Address}");
                Output.Line($"Six sample agencies answer; every family in their records is invented. Data: {data}");
                Output.Line(
                    "Next, in another terminal: mash contact submit ops/samples/contacts/03-physical-harm.json --received-now. Ctrl-C stops."
                );
                await hub.WaitForShutdownAsync(cancellation);
            }
        );
        return command;
    }
}
