using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using MashBroker.Cli.Commands;
using MashBroker.Cli.Commands.Deciding;
using MashBroker.Cli.Commands.Pki;
using MashBroker.Ledger;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Vault;
using Microsoft.Extensions.Options;

namespace MashBroker.Cli;

/// <summary>The command line of a hub, listed by hand in the order a new user meets it.</summary>
public static class MashCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            CoreDumps.SwitchOff();
            // Faults are told below, in words: a stack trace helps nobody at a prompt.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            return await Root().Parse(args).InvokeAsync(configuration);
        }
        catch (CommandException fault)
        {
            return Tell(fault, fault.ExitCode);
        }
        catch (AuthorityException fault)
        {
            return Tell(fault, ExitCode.NotAccepted);
        }
        catch (Exception fault)
            when (fault
                    is LedgerException
                        or KeyFolderException
                        or VaultException
                        or ValidationException
                        or OptionsValidationException
                        or ArgumentException
                        or IOException
            )
        {
            return Tell(fault, ExitCode.Unavailable);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    internal static RootCommand Root() =>
        new("MashBroker: asks every agency what it knows of a child, and says plainly who has not answered.")
        {
            RunCommand.Make(),
            DemoCommand.Make(),
            ContactCommands.Make(),
            ConsultationCommands.Make(),
            EnquiryCommands.Make(),
            PackCommands.Make(),
            ReportCommands.Make(),
            EvidenceCommands.Make(),
            CaseCommands.Make(),
            DecisionCommands.Make(),
            StrategyCommands.Make(),
            AgreementCommands.Make(),
            RetentionCommands.Make(),
            AuditCommands.Make(),
            HubCommand.Make(),
            CorrelationCommand.Make(),
            WebCommand.Make(),
            PkiCommands.Make(),
            VaultCommands.Make(),
            TopologyCommands.Make(),
        };

    private static int Tell(Exception fault, int exitCode)
    {
        Console.Error.WriteLine(fault.Message);
        return exitCode;
    }
}
