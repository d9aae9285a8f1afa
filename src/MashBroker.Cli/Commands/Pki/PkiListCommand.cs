using System.CommandLine;
using System.Globalization;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Keys;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>What was issued, how long it lasts, and what stops when it ends.</summary>
internal static class PkiListCommand
{
    public static Command Make()
    {
        var options = new PkiOptions();
        var all = new Option<bool>("--all") { Description = "Also those that have ended or were revoked." };
        var command = new Command(
            "list",
            "Lists certificates with the days they have left, and who breaks when they end."
        )
        {
            all,
            Options.Json,
        };
        options.AddFolder(command);
        command.SetAction(parsed =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var lines = CertificateAuthority
                .Look(options.Folder(parsed))
                .Where(each => parsed.GetValue(all) || each.IsGoodAt(now))
                .OrderBy(each => each.NotAfter)
                .ToList();
            if (parsed.GetValue(Options.Json))
            {
                Output.Json(lines.Select(each => Line(each, now)));
                return;
            }

            Output.Table(
                ["Party", "For", "Until", "Days", "Serial", "State", "When it ends"],
                lines
                    .Select(each => Line(each, now))
                    .Select(each =>
                        (IReadOnlyList<string>)
                            [
                                each.Party,
                                each.Use.ToString(),
                                each.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                                each.DaysLeft.ToString(CultureInfo.InvariantCulture),
                                each.Serial,
                                each.State,
                                each.WhoBreaks,
                            ]
                    )
            );
        });
        return command;
    }

    private static ListedCertificate Line(IssuedCertificate each, DateTimeOffset now) =>
        new(
            each.Party,
            each.Use,
            each.NotBefore,
            each.NotAfter,
            each.DaysLeft(now),
            each.Serial,
            State(each, now),
            WhoBreaks.When(each.Party, each.Use)
        );

    private static string State(IssuedCertificate each, DateTimeOffset now) =>
        each switch
        {
            { RevokedAt: not null } => $"revoked ({each.Reason})",
            _ when each.NotAfter <= now => "ended",
            _ when each.NotBefore > now => "not yet valid",
            _ => "good",
        };
}

internal sealed record ListedCertificate(
    string Party,
    CertificateUse Use,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    int DaysLeft,
    string Serial,
    string State,
    string WhoBreaks
);
