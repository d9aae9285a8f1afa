using System.CommandLine;
using MashBroker.Cli.Commands;
using MashBroker.Messaging.Administration;

namespace MashBroker.Cli.Topology;

/// <summary>What the plan for a broker is made of: the hub's profile, the virtual host, and how its parties log in.</summary>
internal sealed class PlanOptions
{
    public Option<string> Hub { get; } = ProcessOptions.Hub();

    public Option<string> VirtualHost { get; } =
        new("--vhost") { Description = "Virtual host.", DefaultValueFactory = _ => "mash" };

    public Option<DirectoryInfo?> Passwords { get; } =
        new("--passwords")
        {
            Description =
                "Folder with <party>/password for the hub ('hub') and each agency: parties log in with these.",
        };

    public Option<bool> Certificates { get; } =
        new("--certificates")
        {
            Description = "Parties log in with TLS certificates whose common name is their user; no password will do.",
        };

    public void AddTo(Command command)
    {
        command.Add(Hub);
        command.Add(VirtualHost);
        command.Add(Passwords);
        command.Add(Certificates);
    }

    public IReadOnlyList<string> PartiesOf(ParseResult parsed) => ["hub", .. AgenciesOf(parsed)];

    /// <exception cref="CommandException">Both ways of logging in are named, or passwords are missing.</exception>
    public BrokerPlan Plan(ParseResult parsed)
    {
        var (passwords, certificates) = (parsed.GetValue(Passwords), parsed.GetValue(Certificates));
        if (passwords is not null && certificates)
        {
            throw new CommandException(
                ExitCode.NotAccepted,
                "--passwords and --certificates: a party logs in with one of them; leave the other out."
            );
        }

        var profile = ProcessOptions.LoadProfile(parsed.GetRequiredValue(Hub));
        var known = passwords is null ? [] : new PasswordFolder(passwords.FullName).Read(PartiesOf(parsed));
        return BrokerPlan.For(
            profile.Code,
            [.. profile.Agencies.Select(agency => agency.Code)],
            parsed.GetRequiredValue(VirtualHost),
            party =>
                certificates ? BrokerCredential.Certificate
                : known.TryGetValue(party, out var password) ? BrokerCredential.Password(password)
                : BrokerCredential.Unknown
        );
    }

    private string[] AgenciesOf(ParseResult parsed) =>
        [.. ProcessOptions.LoadProfile(parsed.GetRequiredValue(Hub)).Agencies.Select(agency => agency.Code)];
}
