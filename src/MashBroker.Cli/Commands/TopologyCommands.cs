using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MashBroker.Messaging;
using MashBroker.Rules;

namespace MashBroker.Cli.Commands;

/// <summary>What must exist at the broker before anybody connects.</summary>
internal static class TopologyCommands
{
    private const int PasswordBytes = 24;
    private const int SaltBytes = 4; // RabbitMQ's password hash format.

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Make() => new("topology", "Users and rights at the broker.") { Definitions() };

    private static Command Definitions()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Folder to write; must not hold anything yet.",
        };
        var hub = ProcessOptions.Hub();
        var host = new Option<string>("--vhost") { Description = "Virtual host.", DefaultValueFactory = _ => "mash" };
        var command = new Command(
            "definitions",
            "Writes definitions.json for RabbitMQ (a user for the hub and for each agency, each with its own rights and nothing "
                + "more) and a file with a fresh password for each."
        )
        {
            folder,
            hub,
            host,
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

            var profile = ProcessOptions.LoadProfile(parsed.GetRequiredValue(hub));
            var parties = profile
                .Agencies.Select(agency => (agency.Code, BrokerPermissions.ForAgency(profile.Code, agency.Code)))
                .Prepend(("hub", BrokerPermissions.ForHub(profile.Code)))
                .ToList();
            Write(target, parsed.GetRequiredValue(host), parties);
            Output.Line(
                $"{target.FullName}: definitions.json and {parties.Count} passwords. Give each party its own file only."
            );
        });
        return command;
    }

    private static void Write(
        DirectoryInfo target,
        string vhost,
        List<(string Party, BrokerPermissions Rights)> parties
    )
    {
        var users = new List<object>();
        foreach (var (party, rights) in parties)
        {
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
            // A folder each, so that a container can be given its own and nobody else's.
            var folder = Directory.CreateDirectory(Path.Combine(target.FullName, "passwords", party)).FullName;
            WritePrivate(Path.Combine(folder, "password"), password);
            users.Add(
                new
                {
                    name = rights.User,
                    password_hash = Hash(password),
                    hashing_algorithm = "rabbit_password_hashing_sha256",
                    tags = Array.Empty<string>(),
                }
            );
        }

        var definitions = new
        {
            vhosts = new[] { new { name = vhost } },
            users,
            permissions = parties.Select(party => new
            {
                user = party.Rights.User,
                vhost,
                configure = party.Rights.Configure,
                write = party.Rights.Write,
                read = party.Rights.Read,
            }),
            topic_permissions = parties.Select(party => new
            {
                user = party.Rights.User,
                vhost,
                exchange = party.Rights.TopicExchange,
                write = party.Rights.TopicWrite,
                read = party.Rights.TopicRead,
            }),
        };
        // The broker runs as another user and must read this. It holds salted hashes of random passwords only.
        File.WriteAllText(
            Path.Combine(target.FullName, "definitions.json"),
            JsonSerializer.Serialize(definitions, Indented)
        );
    }

    private static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }

    private static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(text));
    }
}
