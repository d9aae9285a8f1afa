using System.CommandLine;
using MashBroker.Ledger;
using MashBroker.Rules;

namespace MashBroker.Cli.Commands;

/// <summary>Options of the parts of a hub that run as processes of their own. Each can stand in the environment.</summary>
internal static class ProcessOptions
{
    public static Option<string> Hub() =>
        FromEnvironment(
            "--hub",
            "MASH_HUB",
            "Code of a profile that is carried (sample, hampshire, havering, milton-keynes, northamptonshire, sefton), or a profile's file.",
            HubProfiles.Sample
        );

    public static Option<string> Ledger() =>
        FromEnvironment("--ledger", "MASH_LEDGER", "The hub's SQLite file, on a local disk.", "mash-data/ledger.db");

    public static Option<string> HubKey() =>
        FromEnvironment(
            "--hub-key",
            "MASH_HUB_KEY",
            "The hub key's file, without which nothing in the ledger can be read. The keys it wraps are in keys.db beside the ledger.",
            "mash-data/pki/vault/hub.key"
        );

    public static LedgerOptions Ledger(string file, string hubKey) => new() { File = file, HubKeyFile = hubKey };

    public static Option<string> Keys() =>
        FromEnvironment(
            "--keys",
            "MASH_KEYS",
            "Folder with the hub's keys, the root and the agencies' certificates.",
            "mash-data/pki/hub"
        );

    public static Option<string?> ReferrerCertificate() =>
        Optional(
            "--referrer-certificate",
            "MASH_REFERRER_CERTIFICATE",
            "PEM file of the certificate to which the identity of members of the public who refer is sealed"
        );

    public static Option<Uri?> Broker() =>
        AddressOption.MakeOptional("--broker", "MASH_BROKER", "amqp://user@host:5672/vhost", ["amqp", "amqps"]);

    public static Option<string?> BrokerPassword() =>
        new("--broker-password-file")
        {
            Description = "File that holds the password alone [MASH_BROKER_PASSWORD_FILE].",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MASH_BROKER_PASSWORD_FILE"),
        };

    public static Option<string?> BrokerCa() =>
        Optional(
            "--broker-ca",
            "MASH_BROKER_CA_FILE",
            "PEM file with the root of the broker's certificate, for amqps://"
        );

    public static Option<string?> BrokerCertificate() =>
        Optional(
            "--broker-certificate",
            "MASH_BROKER_CERTIFICATE_FILE",
            "PEM file of the hub's TLS certificate, which is its login then"
        );

    public static Option<string?> BrokerKey() =>
        Optional("--broker-key", "MASH_BROKER_KEY_FILE", "PEM file of its private key, readable by its owner alone");

    public static Option<string?> BrokerServerName() =>
        Optional(
            "--broker-server-name",
            "MASH_BROKER_SERVER_NAME",
            "Name that the broker's certificate bears, where that is not the address's host"
        );

    public static Option<Uri> Listen(string fallback) =>
        AddressOption.Make("--listen", "MASH_LISTEN", "Address to answer HTTP at", fallback, ["http", "https"]);

    /// <param name="hub">A carried profile's code, or a file.</param>
    /// <exception cref="CommandException">Neither; or the file has faults, all of which are named.</exception>
    public static HubProfile LoadProfile(string hub)
    {
        if (HubProfiles.Codes.Contains(hub))
        {
            return HubProfiles.Load(hub);
        }

        if (!File.Exists(hub))
        {
            throw new CommandException(
                ExitCode.NotFound,
                $"There is no profile '{hub}'. Check the path, or name one of {string.Join(", ", HubProfiles.Codes)}."
            );
        }

        return LoadFile(hub);
    }

    /// <exception cref="CommandException">It has faults, all of which are named.</exception>
    private static HubProfile LoadFile(string file)
    {
        var reading = HubProfile.Read(File.ReadAllText(file));
        return reading.Profile
            ?? throw new CommandException(
                ExitCode.NotAccepted,
                string.Join(
                    Environment.NewLine,
                    reading
                        .Faults.Select(fault => $"  {fault.Path}: {fault.Fault} {fault.Remedy}")
                        .Prepend($"The profile '{file}' cannot be used:")
                )
            );
    }

    private static Option<string?> Optional(string name, string variable, string description) =>
        new(name)
        {
            Description = $"{description} [{variable}].",
            DefaultValueFactory = _ =>
                Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null,
        };

    private static Option<string> FromEnvironment(string name, string variable, string description, string fallback) =>
        new(name)
        {
            Description = $"{description} [{variable}]",
            DefaultValueFactory = _ =>
                Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : fallback,
        };
}
