using System.CommandLine;
using System.CommandLine.Parsing;
using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using Spectre.Console;

namespace MashBroker.Cli.Commands.Pki;

/// <summary>How the commands of the authority find it and open its root.</summary>
internal sealed class PkiOptions
{
    public static readonly TimeSpan UsualListLife = TimeSpan.FromDays(7);

    private readonly Option<int> _overlap = Days(
        "--overlap-days",
        "Days after which others seal to a renewed key, so that its owner can install it first; 0 when the old one is to be revoked now.",
        7,
        least: 0,
        most: 60
    );

    private readonly Option<DirectoryInfo> _authority = new("--authority")
    {
        Description = "Folder of the authority; keep it off the machines that run the hub. [MASH_PKI]",
        DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable("MASH_PKI") ?? "mash-pki"),
    };

    private readonly Option<string?> _passphraseFile = new("--passphrase-file")
    {
        Description = "File that holds the root's passphrase alone; asked for otherwise. [MASH_PKI_PASSPHRASE_FILE]",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MASH_PKI_PASSPHRASE_FILE"),
    };

    private readonly Option<string?> _pkcs12 = new("--pkcs12")
    {
        Description = "The root's key and certificate as PKCS#12, when they are kept outside. [MASH_PKI_PKCS12]",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MASH_PKI_PKCS12"),
    };

    private readonly Option<string> _keys = ProcessOptions.Keys();

    private readonly Option<int> _listDays = Days(
        "--list-days",
        "Days until the revocation list must be replaced by a newer one; after that everything is refused.",
        (int)UsualListLife.TotalDays,
        least: 1,
        most: 90
    );

    public static Option<int> Days(string name, string description, int fallback, int least, int most)
    {
        var days = new Option<int>(name) { Description = description, DefaultValueFactory = _ => fallback };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var given && (given < least || given > most))
            {
                result.AddError($"{name}: {given} is not from {least} to {most} days.");
            }
        });
        return days;
    }

    public void AddFolder(Command command) => command.Options.Add(_authority);

    public void AddRoot(Command command)
    {
        AddFolder(command);
        command.Options.Add(_passphraseFile);
        command.Options.Add(_pkcs12);
    }

    public void AddKeys(Command command) => command.Options.Add(_keys);

    public void AddOverlap(Command command) => command.Options.Add(_overlap);

    public void AddListDays(Command command) => command.Options.Add(_listDays);

    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(_authority).FullName;

    public string KeyFolder(ParseResult parsed) => Path.GetFullPath(parsed.GetRequiredValue(_keys));

    public TimeSpan Overlap(ParseResult parsed) => TimeSpan.FromDays(parsed.GetValue(_overlap));

    public TimeSpan ListLife(ParseResult parsed) => TimeSpan.FromDays(parsed.GetValue(_listDays));

    public CertificateAuthority Init(ParseResult parsed, string hub, DateTimeOffset now)
    {
        var passphrase = Passphrase(parsed, twice: parsed.GetValue(_pkcs12) is null);
        return CertificateAuthority.Init(
            Folder(parsed),
            hub,
            passphrase,
            parsed.GetValue(_pkcs12),
            now,
            ListLife(parsed)
        );
    }

    public CertificateAuthority Open(ParseResult parsed) =>
        CertificateAuthority.Open(Folder(parsed), Passphrase(parsed, twice: false), parsed.GetValue(_pkcs12));

    /// <summary>The hub's processes read the list in their key folder: a new one is put there at once, when the folder is on this machine.</summary>
    /// <returns>What is left to do, in a sentence.</returns>
    public string PutList(ParseResult parsed, string pem)
    {
        var keys = KeyFolder(parsed);
        if (!Directory.Exists(keys))
        {
            return $"Copy {Path.Combine(Folder(parsed), TrustRegister.RevocationListFile)} into the hub's key folder now; '{keys}' is not on this machine.";
        }

        TrustRegister.PutList(keys, pem);
        return $"{keys} has it: the hub takes it within seconds, its agencies with their next heartbeat.";
    }

    private string Passphrase(ParseResult parsed, bool twice)
    {
        if (parsed.GetValue(_passphraseFile) is { Length: > 0 } file)
        {
            return RootPassphrase.Read(file);
        }

        if (Console.IsInputRedirected)
        {
            throw new CommandException(
                ExitCode.NotAccepted,
                "--passphrase-file: names no file, and nobody can be asked here. Name the file that holds the root's passphrase alone."
            );
        }

        var passphrase = AnsiConsole.Prompt(new TextPrompt<string>("Passphrase of the root:").Secret());
        if (twice && AnsiConsole.Prompt(new TextPrompt<string>("Again:").Secret()) != passphrase)
        {
            throw new CommandException(ExitCode.NotAccepted, "The passphrases differ. Try again; nothing was written.");
        }

        return RootPassphrase.Check(passphrase, "What was typed");
    }
}
