using System.CommandLine;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>Signs the revocation list anew before its date.</summary>
internal static class PkiListSigningCommand
{
    public static Command Make()
    {
        var options = new PkiOptions();
        var command = new Command(
            "crl",
            "Signs the revocation list anew. Do it before its date, e.g. weekly: past it, everything is refused."
        );
        options.AddRoot(command);
        options.AddKeys(command);
        options.AddListDays(command);
        command.SetAction(parsed =>
        {
            using var authority = options.Open(parsed);
            var now = TimeProvider.System.GetUtcNow();
            var left = options.PutList(parsed, authority.SignList(now, options.ListLife(parsed)));
            Output.Line($"Signed; good until {Output.When(now + options.ListLife(parsed))}. {left}");
        });
        return command;
    }
}
