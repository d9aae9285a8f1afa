using System.CommandLine;
using MashBroker.Rules;
using MashBroker.Sealing.Authority;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>Makes a hub's authority.</summary>
internal static class PkiInitCommand
{
    public static Command Make()
    {
        var options = new PkiOptions();
        var hub = new Option<string>("--hub")
        {
            Description = "Code of the hub, e.g. sefton; stands in every certificate.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MASH_HUB") ?? HubProfiles.Sample,
        };
        var command = new Command(
            "init",
            "Makes the root, its key encrypted by a passphrase, and the hub's own keys and certificates; with --pkcs12 takes a root that is kept outside."
        )
        {
            hub,
            Options.Json,
        };
        options.AddRoot(command);
        options.AddKeys(command);
        options.AddListDays(command);
        command.SetAction(parsed =>
        {
            var keys = options.KeyFolder(parsed);
            if (File.Exists(Path.Combine(keys, "signing.key")))
            {
                throw new CommandException(
                    ExitCode.NotAccepted,
                    $"--keys: '{keys}' holds keys already. Name a new folder; nothing was written."
                );
            }

            var now = TimeProvider.System.GetUtcNow();
            using var authority = options.Init(parsed, parsed.GetRequiredValue(hub), now);
            HubKeys.Make(authority, keys, IssueTerms.Usual, now);
            Tell(parsed, options, authority);
        });
        return command;
    }

    private static void Tell(ParseResult parsed, PkiOptions options, CertificateAuthority authority)
    {
        var (folder, keys) = (options.Folder(parsed), options.KeyFolder(parsed));
        if (parsed.GetValue(Options.Json))
        {
            Output.Json(
                new
                {
                    Authority = folder,
                    Keys = keys,
                    authority.Hub,
                    RootFingerprint = authority.RootFingerprint.ToString(),
                }
            );
            return;
        }

        Output.Line($"{folder}: the authority of the hub {authority.Hub}. Back it up, passphrase apart.");
        Output.Line($"{keys}: the hub's own keys and certificates.");
        Output.Line($"Fingerprint of the root, to read to agencies: {authority.RootFingerprint}");
    }
}
