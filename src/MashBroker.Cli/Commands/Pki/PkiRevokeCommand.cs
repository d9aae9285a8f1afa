using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Sealing.Authority;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>Takes trust away: revokes and signs the list in one step, so that nothing is revoked that nobody is told of.</summary>
internal static class PkiRevokeCommand
{
    public static Command Make()
    {
        var options = new PkiOptions();
        var party = new Option<string?>("--party")
        {
            Description = "Revoke every certificate of this agency that is good: keys lost, agency leaves.",
        };
        var serial = new Option<string[]>("--serial")
        {
            Description = "Revoke these certificates alone, e.g. the old ones after a renewal.",
            AllowMultipleArgumentsPerToken = true,
        };
        var reason = new Option<X509RevocationReason>("--reason")
        {
            Description = "Why: KeyCompromise, Superseded, CessationOfOperation, ...",
            DefaultValueFactory = _ => X509RevocationReason.Unspecified,
        };
        var command = new Command("revoke", "Revokes certificates and signs the new revocation list.")
        {
            party,
            serial,
            reason,
            Options.Json,
        };
        options.AddRoot(command);
        options.AddKeys(command);
        options.AddListDays(command);
        command.SetAction(parsed =>
        {
            var (code, serials) = (parsed.GetValue(party), parsed.GetValue(serial) ?? []);
            if ((code is null) == (serials.Length == 0))
            {
                throw new CommandException(ExitCode.NotAccepted, "Name what to revoke: --party or --serial, not both.");
            }

            var now = TimeProvider.System.GetUtcNow();
            using var authority = options.Open(parsed);
            var revoked = authority.Revoke(
                each =>
                    code is null ? serials.Contains(each.Serial, StringComparer.OrdinalIgnoreCase) : each.Party == code,
                parsed.GetValue(reason),
                now
            );
            var left = options.PutList(parsed, authority.SignList(now, options.ListLife(parsed)));
            if (parsed.GetValue(Options.Json))
            {
                Output.Json(revoked);
                return;
            }

            foreach (var each in revoked)
            {
                Output.Line($"revoked: {each.Party}, {each.Use}, {each.Serial}");
            }

            Output.Line(left);
        });
        return command;
    }
}
