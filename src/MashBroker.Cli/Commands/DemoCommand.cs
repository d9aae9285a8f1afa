using System.CommandLine;
using MashBroker.Cli.Demo;
using MashBroker.Cli.Embedded;
using MashBroker.Cli.Hosting;

namespace MashBroker.Cli.Commands;

/// <summary>The main job, watched once from end to end.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var folder = new Option<DirectoryInfo?>("--data")
        {
            Description =
                "Keep what the demo leaves (ledger, log, inboxes) in this new folder; otherwise it is deleted.",
        };
        var broker = ProcessOptions.Broker();
        var command = new Command(
            "demo",
            "Sends the sample contacts through a hub and six agencies, and shows what comes back."
        )
        {
            folder,
            broker,
            Options.Json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(parsed.GetValue(folder), parsed.GetValue(broker), parsed.GetValue(Options.Json), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo? keep, Uri? broker, bool json, CancellationToken cancellation)
    {
        if (keep is { Exists: true } && keep.EnumerateFileSystemInfos().Any())
        {
            throw new CommandException(
                ExitCode.NotAccepted,
                $"--data: '{keep}' is not empty. Name a new folder; nothing was written."
            );
        }

        var data = keep?.FullName ?? Directory.CreateTempSubdirectory("mash-demo-").FullName;
        try
        {
            var result = await PlayAsync(data, broker, json ? Console.Error.WriteLine : Output.Line, cancellation);
            Print(result, json);
            string[] notShown = [.. result.NotShown()];
            return notShown.Length == 0
                ? ExitCode.Done
                : throw new CommandException(
                    ExitCode.DemoFailed,
                    $"The demo did not show: {string.Join(", ", notShown)}."
                );
        }
        finally
        {
            if (keep is null)
            {
                Directory.Delete(data, recursive: true);
            }
        }
    }

    private static async Task<DemoResult> PlayAsync(
        string data,
        Uri? broker,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        var contacts = SampleContact.All();
        var clock = new MovableClock(contacts[0].ReceivedAt.AddMinutes(-5));
        using var logging = HubLog.ToFile(Path.Combine(data, "log", "mash.log"));
        var settings = new EmbeddedSettings(data, new Uri("http://127.0.0.1:0"), broker);
        await using var hub = await EmbeddedHub.StartAsync(settings, clock, logging, cancellation);
        using var script = new DemoScript(hub, clock, tell);
        return await script.PlayAsync(contacts, cancellation);
    }

    private static void Print(DemoResult result, bool json)
    {
        if (json)
        {
            Output.Json(result);
            return;
        }

        Output.Table(
            ["Counted", ""],
            [
                ["contacts", $"{result.Contacts}"],
                ["enquiries", $"{result.Enquiries}"],
                ["requests", $"{result.Requests}"],
                ["receipts", $"{result.Receipts}"],
                ["returns (parts)", $"{result.Returns}"],
                ["  held", $"{result.Answers.Held}"],
                ["  nothing known", $"{result.Answers.NothingKnown}"],
                ["  needs more details", $"{result.Answers.NeedMoreDetails}"],
                ["  refused", $"{result.Refused}"],
                ["  could not look at first", $"{result.Answers.CouldNotLook}"],
                ["  could not look to the end", $"{result.Answers.CannotLook}"],
                ["  in several parts", $"{result.Answers.InParts}"],
                ["late", $"{result.Late}"],
                ["missing", $"{result.Missing}"],
                ["packs", $"{result.Packs}"],
                ["seconds", $"{result.Seconds}"],
            ]
        );
    }
}
