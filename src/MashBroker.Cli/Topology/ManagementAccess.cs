using System.CommandLine;
using MashBroker.Cli.Commands;
using MashBroker.Messaging.Administration;

namespace MashBroker.Cli.Topology;

/// <summary>Where the broker's management is, and who we are there. Its password never stands on a command line, which every user of the machine can read.</summary>
internal sealed class ManagementAccess
{
    private const string Variable = "MASH_MANAGEMENT_CREDENTIALS";
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly Option<Uri> _address = AddressOption.Make(
        "--management",
        "MASH_MANAGEMENT",
        "Address of the broker's management",
        "http://127.0.0.1:15672",
        ["http", "https"]
    );

    private readonly Option<FileInfo?> _credentials = new("--credentials")
    {
        Description =
            $"File with user:password of an administrator of the broker, on one line, readable by its owner alone; otherwise the variable {Variable} holds that line.",
    };

    private readonly Option<FileInfo?> _authority = new("--management-ca")
    {
        Description = "PEM file with the root of the management's certificate; otherwise the machine's own roots.",
    };

    public void AddTo(Command command)
    {
        command.Add(_address);
        command.Add(_credentials);
        command.Add(_authority);
    }

    /// <exception cref="CommandException">There are no credentials, or they are not safe where they are.</exception>
    public BrokerManagement Open(ParseResult parsed)
    {
        var address = parsed.GetRequiredValue(_address);
        if (address.UserInfo.Length > 0)
        {
            throw NotAccepted(
                "--management holds a user or a password. Write them to a file and name it with --credentials."
            );
        }

        var line = Line(parsed.GetValue(_credentials)).Split(':', 2);
        return line is [{ Length: > 0 } user, { Length: > 0 } password]
            ? new BrokerManagement(address, user, password, parsed.GetValue(_authority)?.FullName)
            : throw NotAccepted("The management's credentials are not one line with user:password.");
    }

    private static string Line(FileInfo? file)
    {
        if (file is null)
        {
            return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } line
                ? line.Trim()
                : throw NotAccepted(
                    $"No credentials for the broker's management. Name a file with --credentials, or set {Variable}."
                );
        }

        if (!file.Exists)
        {
            throw new CommandException(
                ExitCode.NotFound,
                $"There is no file '{file}'. Check the path of --credentials."
            );
        }

        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file.FullName) & Others) == UnixFileMode.None
            ? File.ReadAllText(file.FullName).Trim()
            : throw NotAccepted(
                $"'{file}' can be read by others. Run chmod 600 on it, and change the password if somebody may have."
            );
    }

    private static CommandException NotAccepted(string fault) => new(ExitCode.NotAccepted, fault);
}
