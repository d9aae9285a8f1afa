using System.CommandLine;
using MashBroker.Cli.Embedded;
using MashBroker.Cli.Hosting;
using MashBroker.Rules;

namespace MashBroker.Cli.Commands;

/// <summary>The evaluation: everything in one process, until Ctrl-C.</summary>
internal static class RunCommand
{
    public static Command Make()
    {
        var hub = ProcessOptions.Hub();
        var folder = new Option<DirectoryInfo?>("--data")
        {
            Description =
                "Where ledger, keys and inboxes are kept; made on first start. Else mash-data, or mash-data-HUB for another hub than the sample.",
        };
        var listen = ProcessOptions.Listen("http://127.0.0.1:5080");
        var broker = ProcessOptions.Broker();
        var command = new Command(
            "run",
            "Runs a whole hub and the sample agencies in one process, on invented families."
        )
        {
            hub,
            folder,
            listen,
            broker,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var profile = ProcessOptions.LoadProfile(parsed.GetRequiredValue(hub));
                var data = (parsed.GetValue(folder) ?? new DirectoryInfo(FolderOf(profile))).FullName;
                using var held = DataFolder.Take(data);
                using var logging = HubLog.ToFile(Path.Combine(data, "log", "mash.log"));
                var settings = new EmbeddedSettings(
                    data,
                    parsed.GetRequiredValue(listen),
                    parsed.GetValue(broker),
                    Profile: profile
                );
                await using var running = await EmbeddedHub.StartAsync(
                    settings,
                    TimeProvider.System,
                    logging,
                    cancellation
                );
                Output.Line($"MashBroker is ready. Board: {running.Address}");
                Output.Line(
                    $"{profile.Name}. {running.Agencies.Count} sample agencies answer; every family in their records is invented. Data: {data}"
                );
                Output.Line(
                    "Next, in another terminal: mash contact submit ops/samples/contacts/03-physical-harm.json --received-now. Ctrl-C stops."
                );
                await running.WaitForShutdownAsync(cancellation);
            }
        );
        return command;
    }

    // Keys and ledger are one hub's.
    private static string FolderOf(HubProfile profile) =>
        profile.Code == HubProfiles.Sample ? "mash-data" : $"mash-data-{profile.Code}";
}
