using System.CommandLine;
using MashBroker.Cli.Topology;
using MashBroker.Messaging.Administration;

namespace MashBroker.Cli.Commands;

/// <summary>What must stand at the broker: exchanges, lanes, users and rights.</summary>
internal static class TopologyCommands
{
    public static Command Make() =>
        new("topology", "Lanes, users and rights at the broker: make them, check them, write them down.")
        {
            Apply(),
            Check(),
            Definitions(),
        };

    private static Command Apply()
    {
        var (plan, access, expected) = (new PlanOptions(), new ManagementAccess(), new ExpectedOptions());
        var noHost = new Option<bool>("--no-vhost") { Description = "Do not make the virtual host if it is missing." };
        var make = new Option<bool>("--make-passwords")
        {
            Description = "Make a fresh password for each party that has none in the folder of --passwords.",
        };
        var command = new Command(
            "apply",
            "Makes what is missing at the broker and puts right what can be changed, then checks. Running it again changes nothing."
        )
        {
            noHost,
            make,
            Options.Json,
        };
        plan.AddTo(command);
        access.AddTo(command);
        expected.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var passwords = parsed.GetValue(plan.Passwords);
                if (passwords is null && !parsed.GetValue(plan.Certificates))
                {
                    throw new CommandException(
                        ExitCode.NotAccepted,
                        "How do the parties log in? Name --passwords FOLDER, or say --certificates."
                    );
                }

                var made =
                    parsed.GetValue(make) && passwords is not null
                        ? new PasswordFolder(passwords.FullName).MakeMissing(plan.PartiesOf(parsed))
                        : 0;
                using var management = access.Open(parsed);
                var administration = new BrokerAdministration(management, plan.Plan(parsed));
                try
                {
                    IReadOnlyList<string> done =
                    [
                        .. made > 0 ? new[] { $"made {made} passwords; give each party its own file only" } : [],
                        .. await administration.ApplyAsync(!parsed.GetValue(noHost), cancellation),
                    ];
                    var left = await administration.CheckAsync(expected.Of(parsed, management), cancellation);
                    return Tell(done, left, parsed.GetValue(Options.Json));
                }
                catch (BrokerManagementException fault)
                {
                    throw new CommandException(ExitCode.Unavailable, fault.Message, fault);
                }
            }
        );
        return command;
    }

    private static Command Check()
    {
        var (plan, access, expected) = (new PlanOptions(), new ManagementAccess(), new ExpectedOptions());
        var command = new Command(
            "check",
            $"Compares the broker with the hub's profile and names every difference with its remedy. Changes nothing. Exit code {ExitCode.Different} where there is one."
        )
        {
            Options.Json,
        };
        plan.AddTo(command);
        access.AddTo(command);
        expected.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var management = access.Open(parsed);
                var administration = new BrokerAdministration(management, plan.Plan(parsed));
                try
                {
                    var found = await administration.CheckAsync(expected.Of(parsed, management), cancellation);
                    return Tell([], found, parsed.GetValue(Options.Json));
                }
                catch (BrokerManagementException fault)
                {
                    throw new CommandException(ExitCode.Unavailable, fault.Message, fault);
                }
            }
        );
        return command;
    }

    private static Command Definitions()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Folder to write; must not hold anything yet.",
        };
        var plan = new PlanOptions();
        var command = new Command(
            "definitions",
            "Writes definitions.json for RabbitMQ (lanes, and a user for the hub and for each agency, each with its own rights and "
                + "nothing more) and a file with a fresh password for each."
        )
        {
            folder,
            plan.Hub,
            plan.VirtualHost,
            plan.Certificates,
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

            Output.Line(WriteDefinitions(target.FullName, plan, parsed));
        });
        return command;
    }

    private static string WriteDefinitions(string target, PlanOptions options, ParseResult parsed)
    {
        var (parties, told) = (options.PartiesOf(parsed), "no passwords: every party logs in with its certificate.");
        var passwords = new Dictionary<string, string>();
        Directory.CreateDirectory(target);
        if (!parsed.GetValue(options.Certificates))
        {
            var folder = new PasswordFolder(Path.Combine(target, "passwords"));
            var made = folder.MakeMissing(parties);
            passwords = folder.Read(parties);
            told = $"{made} passwords. Give each party its own file only.";
        }

        var profile = ProcessOptions.LoadProfile(parsed.GetRequiredValue(options.Hub));
        var plan = BrokerPlan.For(
            profile.Code,
            [.. parties.Skip(1)],
            parsed.GetRequiredValue(options.VirtualHost),
            party =>
                passwords.TryGetValue(party, out var password)
                    ? BrokerCredential.Password(password)
                    : BrokerCredential.Certificate
        );
        // The broker runs as another user and must read this. It holds salted hashes of random passwords only.
        File.WriteAllText(Path.Combine(target, "definitions.json"), BrokerDefinitions.Write(plan));
        return $"{target}: definitions.json and {told}";
    }

    private static int Tell(IReadOnlyList<string> done, IReadOnlyList<BrokerDifference> found, bool json)
    {
        if (json)
        {
            Output.Json(new { Done = done, Differences = found });
        }
        else
        {
            foreach (var line in done)
            {
                Output.Line(line);
            }

            foreach (var each in found)
            {
                Output.Line($"{each.Where} {each.Fault}");
                Output.Line($"    {each.Remedy}");
            }

            Output.Line(found.Count == 0 ? "The broker is as planned." : $"{found.Count} differences.");
        }

        return found.Count == 0 ? ExitCode.Done : ExitCode.Different;
    }
}
