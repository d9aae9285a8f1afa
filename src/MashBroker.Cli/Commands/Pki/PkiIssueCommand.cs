using System.CommandLine;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>Issues certificates to an agency that asked for them, or to the broker.</summary>
internal static class PkiIssueCommand
{
    public static Command Make()
    {
        var options = new PkiOptions();
        var requests = new Argument<string?>("requests")
        {
            Description = "File that the agency's 'enrol' wrote, e.g. police.csr.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var party = new Option<string?>("--party") { Description = "Code of the agency that asks, e.g. police." };
        var fingerprint = new Option<string?>("--fingerprint")
        {
            Description = "What the agency read out over the telephone.",
        };
        var server = new Option<string[]>("--server")
        {
            Description = "Instead: a key pair for the broker under this name or address; repeat for more.",
            AllowMultipleArgumentsPerToken = true,
        };
        var to = new Option<DirectoryInfo>("--to") { Description = "Folder to write.", Required = true };
        var days = PkiOptions.Days("--days", "Days the certificates are good for.", 365, least: 1, most: 1096);
        var command = new Command(
            "issue",
            "Issues the certificates that an agency asked for, and registers them at the hub; or those of the broker."
        )
        {
            requests,
            party,
            fingerprint,
            server,
            to,
            days,
        };
        options.AddRoot(command);
        options.AddKeys(command);
        options.AddOverlap(command);
        command.SetAction(parsed =>
        {
            var terms = new IssueTerms(TimeSpan.FromDays(parsed.GetValue(days)), options.Overlap(parsed));
            var target = parsed.GetRequiredValue(to).FullName;
            var names = parsed.GetValue(server) ?? [];
            var file = parsed.GetValue(requests);
            if ((file is null) == (names.Length == 0))
            {
                throw new CommandException(
                    ExitCode.NotAccepted,
                    "Name the agency's file of requests, or the broker with --server."
                );
            }

            if (file is null)
            {
                IssueServer(options, parsed, names, terms, target);
            }
            else
            {
                Issue(options, parsed, file, parsed.GetValue(party), parsed.GetValue(fingerprint), terms, target);
            }
        });
        return command;
    }

    private static void IssueServer(
        PkiOptions options,
        ParseResult parsed,
        string[] names,
        IssueTerms terms,
        string target
    )
    {
        using var authority = options.Open(parsed);
        using var pair = authority.IssueServer(names, terms, TimeProvider.System.GetUtcNow());
        pair.Write(target);
        authority.WriteFor(target);
        Output.Line(
            $"{target}: tls.key, tls.crt and root.crt for the broker {string.Join(", ", names)}. The key is for the broker's user alone."
        );
    }

    private static void Issue(
        PkiOptions options,
        ParseResult parsed,
        string file,
        string? party,
        string? spoken,
        IssueTerms terms,
        string target
    )
    {
        if (party is null)
        {
            throw new CommandException(ExitCode.NotAccepted, "--party: say whose requests these are, e.g. police.");
        }

        var requests = CertificateRequests.ReadFile(file);
        if (spoken is null || !requests.Fingerprint.Matches(spoken))
        {
            throw new CommandException(
                ExitCode.NotAccepted,
                $"{file}: its fingerprint is {requests.Fingerprint}. Ring {party} at a number you know, have them read theirs out, "
                    + "and give what they read as --fingerprint. Issue nothing if they differ: somebody changed the file."
            );
        }

        var keys = options.KeyFolder(parsed);
        var published = Path.Combine(keys, HubKeys.Published);
        if (party != Party.HubName && !Directory.Exists(published))
        {
            throw new CommandException(
                ExitCode.NotAccepted,
                $"--keys: '{published}' is not there. Name the hub's key folder: {party} needs the hub's certificates, and is registered there."
            );
        }

        using var authority = options.Open(parsed);
        using var issued = authority.Issue(
            requests,
            new Party(authority.Hub, party),
            terms,
            TimeProvider.System.GetUtcNow()
        );
        issued.Write(target);
        authority.WriteFor(target);
        if (party != Party.HubName)
        {
            Copy(Path.Combine(published, "register"), Path.Combine(target, "register"));
            issued.Register(keys);
        }

        Output.Line($"{target}: {issued.Certificates.Count} certificates of {party}. Send the folder to them.");
        Output.Line($"Read them the root's fingerprint over the telephone: {authority.RootFingerprint}");
        Output.Line($"{keys}: {party} is registered; a hub that runs takes it within seconds.");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }
}
