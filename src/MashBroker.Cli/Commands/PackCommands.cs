using System.CommandLine;
using System.Text;
using MashBroker.Cli.Api;

namespace MashBroker.Cli.Commands;

/// <summary>The one information pack of an enquiry. Each reading is put on record by the hub.</summary>
internal static class PackCommands
{
    public static Command Make() =>
        new("pack", "Packs: what all agencies said, gaps first.") { Options.At, Options.Json, Show(), Export() };

    private static Command Show()
    {
        var reference = Reference();
        var version = Version();
        var command = new Command("show", "Prints the pack as JSON.") { reference, version, Options.Purpose };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var path = Path(parsed.GetRequiredValue(reference), parsed.GetValue(version));
                Output.Line(Encoding.UTF8.GetString(await hub.GetBytesAsync($"api/{path}", cancellation)));
            }
        );
        return command;
    }

    private static Command Export()
    {
        var reference = Reference();
        var version = Version();
        var file = new Option<FileInfo>("--to")
        {
            Description = "File to write: .html for people, .json for machines.",
            Required = true,
        };
        var command = new Command("export", "Writes the pack into a file of its own.")
        {
            reference,
            version,
            file,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var target = parsed.GetRequiredValue(file);
                var prefix = target.Extension switch
                {
                    ".html" => "",
                    ".json" => "api/",
                    _ => throw new CommandException(ExitCode.NotAccepted, "--to must end with .html or .json."),
                };
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var path = Path(parsed.GetRequiredValue(reference), parsed.GetValue(version));
                var pack = await hub.GetBytesAsync($"{prefix}{path}", cancellation);
                await File.WriteAllBytesAsync(target.FullName, pack, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(new { File = target.FullName, Bytes = pack.Length });
                    return;
                }

                Output.Line($"{target.FullName} written. It names people: keep it as you keep the case file.");
            }
        );
        return command;
    }

    private static Argument<string> Reference() => new("reference") { Description = "Reference of the enquiry." };

    private static Option<int?> Version() =>
        new("--version") { Description = "An earlier version; the newest otherwise." };

    private static string Path(string reference, int? version) =>
        $"packs/{Uri.EscapeDataString(reference)}{(version is null ? "" : $"?version={version}")}";
}
