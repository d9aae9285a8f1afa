using System.CommandLine;
using MashBroker.Vault;

namespace MashBroker.Cli.Commands;

/// <summary>The hub key, which wraps the key of each family. These commands open the keys' file and no content.</summary>
internal static class VaultCommands
{
    public static Command Make() =>
        new("vault", "The hub key: made once, rotated while the hub runs.") { Init(), Rotate(), Retire() };

    private static Command Init() =>
        On(
            "init",
            "Makes the hub key of a new hub. Keep a copy apart from the backups: without it nothing can be read.",
            files =>
            {
                if (File.Exists(files.WrappingKey))
                {
                    throw new CommandException(
                        ExitCode.NotAccepted,
                        $"'{files.WrappingKey}' is there already. Rotate it with 'mash vault rotate'; nothing was written."
                    );
                }

                ContentVault.Open(files, TimeProvider.System, makeWrappingKey: true).Dispose();
                Output.Line(
                    $"{files.WrappingKey}: the hub key. Copy it to a safe place that holds no backup of the ledger."
                );
            }
        );

    private static Command Rotate() =>
        On(
            "rotate",
            "Adds a new generation of the hub key and wraps every key with it. Content is not written again; processes run on.",
            files =>
            {
                var (generation, keys) = KeyRotation.Rotate(files);
                Output.Line(
                    $"Generation {generation} wraps {keys} keys. Copy '{files.WrappingKey}' to its safe place again."
                );
            }
        );

    private static Command Retire() =>
        On(
            "retire",
            "Removes the generations that wrap nothing any more. Backups of keys.db from before the rotation open no more.",
            files =>
            {
                var gone = KeyRotation.Retire(files);
                Output.Line($"{gone} old generation{(gone == 1 ? " is" : "s are")} gone from '{files.WrappingKey}'.");
            }
        );

    private static Command On(string name, string description, Action<VaultFiles> act)
    {
        var ledger = ProcessOptions.Ledger();
        var hubKey = ProcessOptions.HubKey();
        var command = new Command(name, description) { ledger, hubKey };
        command.SetAction(parsed =>
        {
            var files = ProcessOptions
                .Ledger(parsed.GetRequiredValue(ledger), parsed.GetRequiredValue(hubKey))
                .VaultFiles;
            try
            {
                act(files);
            }
            catch (UnauthorizedAccessException fault)
            {
                throw new CommandException(
                    ExitCode.Unavailable,
                    $"'{files.WrappingKey}' or '{files.Keys}' cannot be written. Run this as the user who owns them.",
                    fault
                );
            }
        });
        return command;
    }
}
