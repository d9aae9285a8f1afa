using System.CommandLine;
using MashBroker.Cli.Api;

namespace MashBroker.Cli.Commands;

/// <summary>The evidence of one enquiry: given out by the hub, verified by anybody who has the root.</summary>
internal static class EvidenceCommands
{
    public static Command Make() =>
        new("evidence", "Evidence of one enquiry: who was asked what when, who answered, late or not.")
        {
            Options.At,
            Options.Json,
            Export(),
            Verify(),
        };

    private static Command Export()
    {
        var reference = new Argument<string>("reference") { Description = "Reference of the enquiry." };
        var without = new Option<bool>("--without-content")
        {
            Description = "Leave out what letters say of people; their salted digests prove them all the same.",
        };
        var file = new Option<FileInfo>("--out", "-o") { Description = "File to write (.zip).", Required = true };
        var command = new Command("export", "Writes everything signed about an enquiry into one file.")
        {
            reference,
            without,
            file,
            Options.Purpose,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = new HubClient(parsed.GetRequiredValue(Options.At), parsed.GetValue(Options.Purpose));
                var withContent = !parsed.GetValue(without);
                var name = Uri.EscapeDataString(parsed.GetRequiredValue(reference));
                var evidence = await hub.GetBytesAsync(
                    $"api/enquiries/{name}/evidence?content={(withContent ? "true" : "false")}",
                    cancellation
                );
                var target = parsed.GetRequiredValue(file);
                await Files.WritePrivateAsync(target, evidence, cancellation);
                if (parsed.GetValue(Options.Json))
                {
                    Output.Json(
                        new
                        {
                            File = target.FullName,
                            Bytes = evidence.Length,
                            WithContent = withContent,
                        }
                    );
                    return;
                }

                Output.Line(
                    $"{target.FullName} written. Verify it: mash evidence verify {target.Name} --root root.crt"
                        + (withContent ? ". It names people: keep it as you keep the case file." : "")
                );
            }
        );
        return command;
    }

    private static Command Verify()
    {
        var file = new Argument<FileInfo>("file") { Description = "File that 'mash evidence export' wrote." };
        var root = Options.Root();
        var command = new Command(
            "verify",
            "Verifies evidence offline, with nothing but the root's certificate. Ends with 6 when it does not hold."
        )
        {
            file,
            root,
        };
        command.SetAction(parsed =>
            EvidenceOutput.Verify(
                Files.Read(parsed.GetRequiredValue(file)),
                parsed.GetRequiredValue(root),
                parsed.GetValue(Options.Json),
                withActs: true
            )
        );
        return command;
    }
}
