using System.CommandLine;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>Certificates: a hub's own authority, and a throw-away one for a trial.</summary>
internal static class PkiCommands
{
    public static Command Make() =>
        new("pki", "Certificates of the hub and its agencies. Step by step: ops/runbooks/certificates.md.")
        {
            PkiInitCommand.Make(),
            PkiIssueCommand.Make(),
            PkiHubCommand.Make(),
            PkiListCommand.Make(),
            PkiRevokeCommand.Make(),
            PkiListSigningCommand.Make(),
            Sample(),
        };

    private static Command Sample()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder to write; must not hold keys yet." };
        var hub = new Option<string>("--hub")
        {
            Description = "Code of the hub.",
            DefaultValueFactory = _ => HubProfiles.Sample,
        };
        var agencies = new Option<string[]>("--agency")
        {
            Description = "Code of an agency; repeat. All of the hub's profile otherwise.",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "sample",
            "Makes a throw-away root and certificates for a trial. Not for real children's data."
        )
        {
            folder,
            hub,
            agencies,
        };
        command.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(folder);
            if (target.Exists && target.EnumerateFileSystemInfos().Any())
            {
                throw new CommandException(
                    ExitCode.NotAccepted,
                    $"'{target}' is not empty. Name a new folder; nothing was written."
                );
            }

            var code = parsed.GetRequiredValue(hub);
            var named = parsed.GetValue(agencies) is { Length: > 0 } given
                ? given
                : [.. ProcessOptions.LoadProfile(code).Agencies.Select(agency => agency.Code)];
            SamplePki.Make(target.FullName, code, named, TimeProvider.System.GetUtcNow());
            WrappingKeys.Make(Path.Combine(target.FullName, "vault", "hub.key"));
            Output.Line(
                $"{target.FullName}: throw-away keys of the hub and {named.Length} agencies, for a trial only."
            );
        });
        return command;
    }
}
