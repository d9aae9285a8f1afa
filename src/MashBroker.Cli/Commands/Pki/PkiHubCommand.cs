using System.CommandLine;
using MashBroker.Sealing.Authority;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>Renews the hub's own keys.</summary>
internal static class PkiHubCommand
{
    public static Command Make()
    {
        var options = new PkiOptions();
        var command = new Command(
            "renew-hub",
            "Makes new keys and certificates of the hub itself. The old agreement key goes on opening what is under way."
        );
        options.AddRoot(command);
        options.AddKeys(command);
        options.AddOverlap(command);
        command.SetAction(parsed =>
        {
            using var authority = options.Open(parsed);
            var keys = options.KeyFolder(parsed);
            HubKeys.Make(
                authority,
                keys,
                IssueTerms.Usual with
                {
                    Overlap = options.Overlap(parsed),
                },
                TimeProvider.System.GetUtcNow()
            );
            Output.Line($"{keys}: new keys and certificates. In this order:");
            Output.Line(
                $"1. Send the files of {Path.Combine(keys, HubKeys.Published, "register")} to every agency, for 'register/' of its key folder."
            );
            Output.Line("2. When all have them, restart the hub's processes: from then on they sign with the new key.");
        });
        return command;
    }
}
