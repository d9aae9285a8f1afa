using System.CommandLine;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;

namespace MashBroker.Cli.Commands;

/// <summary>The record of acts. Showing asks the hub; verification reads the ledger's file or a copy of it, and needs no running hub.</summary>
internal static class AuditCommands
{
    private const string LedgerName = "ledger.db";

    public static Command Make() =>
        new("audit", "The record of acts: who did what, and whether it is whole.")
        {
            Options.Json,
            AuditShowCommand.Make(),
            Verify(),
        };

    private static Command Verify()
    {
        var ledger = ProcessOptions.Ledger();
        ledger.Description = $"The ledger's file or a copy, or the folder that holds {LedgerName} [MASH_LEDGER].";
        var heads = new Option<FileInfo[]>("--head")
        {
            Description =
                "File of signed heads that an agency keeps ('audit-heads' of its adapter); repeat. Without one, rows cut off at the end together "
                + "with the hub's own note of it are not missed.",
            AllowMultipleArgumentsPerToken = true,
        };
        var root = Options.Root();
        var command = new Command(
            "verify",
            "Follows the chain from its first row to its last and names the first that is not what it was. Ends with 6 then."
        )
        {
            ledger,
            heads,
            root,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var file = LedgerFile(parsed.GetRequiredValue(ledger));
                var outside = (parsed.GetValue(heads) ?? []).SelectMany(Read).ToList();
                var rootFile = parsed.GetRequiredValue(root);
                using var certificate = Files.ReadRoot(rootFile);
                var verdict = AuditVerification.Run(file, outside, certificate, cancellation);
                return Task.FromResult(Tell(verdict, outside.Count, parsed.GetValue(Options.Json)));
            }
        );
        return command;
    }

    private static int Tell(AuditVerdict verdict, int outside, bool json)
    {
        if (json)
        {
            Output.Json(
                new
                {
                    Whole = verdict.Fault is null,
                    verdict.Rows,
                    verdict.HeadsMet,
                    HeadsGiven = outside,
                    FirstBadRow = verdict.Fault?.Sequence,
                    Fault = verdict.Fault?.Kind,
                    verdict.Fault?.Text,
                }
            );
        }

        if (verdict.Fault is { } fault)
        {
            throw new CommandException(
                ExitCode.NotGenuine,
                $"The record of acts is not whole. First bad row: {fault.Sequence} ({fault.Kind}). {fault.Text}"
            );
        }

        if (!json)
        {
            Output.Line($"{verdict.Rows} rows are what they were; {verdict.HeadsMet} signed heads agree with them.");
            if (outside == 0)
            {
                Output.Line(
                    "No head from outside the hub was given: whether rows are missing at the end is the hub's own word."
                );
            }
        }

        return ExitCode.Done;
    }

    private static string LedgerFile(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, LedgerName) : path;
        return File.Exists(file)
            ? file
            : throw new CommandException(ExitCode.NotFound, $"There is no ledger '{file}'. Name it with --ledger.");
    }

    private static KeptAuditHead[] Read(FileInfo file)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptAuditHead[]>(Files.Read(file), MashJson.Options) ?? [];
        }
        catch (JsonException fault)
        {
            throw new CommandException(
                ExitCode.NotAccepted,
                $"'{file.FullName}' is no file of signed heads. Have an adapter write one with 'audit-heads'.",
                fault
            );
        }
    }
}
