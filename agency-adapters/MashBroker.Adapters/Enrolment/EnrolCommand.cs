using MashBroker.Sealing;
using MashBroker.Sealing.Authority;
using MashBroker.Sealing.Enrolment;

namespace MashBroker.Adapters;

/// <summary>
/// <c>enrol</c>, the one other thing an adapter's program does: makes this agency's keys where they will be used and asks the hub
/// for certificates. Settings as for the service: Adapter:Hub, Adapter:Agency, Adapter:KeyFolder.
/// </summary>
internal static class EnrolCommand
{
    public const string Verb = "enrol";

    private const string Usage =
        "Usage: enrol                                      makes keys and the requests for their certificates\n"
        + "       enrol --renew                              the same beside the keys in use\n"
        + "       enrol --complete FOLDER [--root WORDS]     installs what the hub sent; WORDS: the root's fingerprint as the hub read it";

    /// <summary>
    /// What of a command line is settings: a flag without a value, such as <c>--renew</c>, would swallow the setting after it.
    /// </summary>
    public static string[] SettingsIn(string[] arguments) =>
        arguments is [Verb, .. var rest] ? [.. Split(rest).Settings] : arguments;

    public static async Task<int> RunAsync(AdapterOptions options, string[] arguments)
    {
        try
        {
            var asked = Asked.Read(Split(arguments).Own);
            Check(options);
            var party = new Party(options.Hub, options.Agency);
            if (asked.Complete is { } sent)
            {
                PartyEnrolment.Complete(options.KeyFolder, party, sent, asked.Root);
                // What the service will load: better to hear of a fault now than at its start.
                using var keys = PartyKeys.Load(options.KeyFolder);
                TrustRegister.Load(options.KeyFolder);
                await Console.Out.WriteLineAsync(
                    $"{options.KeyFolder}: keys and certificates of {party} are in place. Start the adapter, or restart it after a renewal."
                );
                return 0;
            }

            var started = PartyEnrolment.Start(options.KeyFolder, party, asked.Renew);
            await Console.Out.WriteLineAsync(await File.ReadAllTextAsync(started.Page));
            await Console.Out.WriteLineAsync($"The same page: {started.Page}");
            await Console.Out.WriteLineAsync($"To be sent to the hub: {started.Requests}");
            return 0;
        }
        catch (Exception fault)
            when (fault is AuthorityException or KeyFolderException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return AdapterApp.CannotStart;
        }
    }

    private static void Check(AdapterOptions options)
    {
        List<string> faults = [];
        foreach (
            var (setting, value) in new[]
            {
                (nameof(options.Hub), options.Hub),
                (nameof(options.Agency), options.Agency),
                (nameof(options.KeyFolder), options.KeyFolder),
            }
        )
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                faults.Add(
                    $"{AdapterOptions.Section}:{setting}: is not set. Set it in appsettings.json, in the environment "
                        + $"({AdapterOptions.Section}__{setting}) or on the command line."
                );
            }
        }

        if (faults.Count > 0)
        {
            throw new AuthorityException(string.Join(Environment.NewLine, faults));
        }
    }

    // Settings have a colon in their name: --Adapter:Hub sefton, or with an equals sign.
    private static (List<string> Own, List<string> Settings) Split(string[] arguments)
    {
        var (own, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < arguments.Length; i++)
        {
            var isSetting = arguments[i].StartsWith("--", StringComparison.Ordinal) && arguments[i].Contains(':');
            (isSetting ? settings : own).Add(arguments[i]);
            if (isSetting && !arguments[i].Contains('=') && i + 1 < arguments.Length)
            {
                settings.Add(arguments[++i]);
            }
        }

        return (own, settings);
    }

    private sealed record Asked(bool Renew, string? Complete, string? Root)
    {
        public static Asked Read(List<string> arguments)
        {
            var asked = new Asked(false, null, null);
            for (var i = 0; i < arguments.Count; i++)
            {
                var following = i + 1 < arguments.Count ? arguments[i + 1] : null;
                switch (arguments[i])
                {
                    case "--renew":
                        asked = asked with { Renew = true };
                        break;
                    case "--complete" when following is not null:
                        asked = asked with { Complete = following };
                        i++;
                        break;
                    case "--root" when following is not null:
                        asked = asked with { Root = following };
                        i++;
                        break;
                    case var other:
                        throw new AuthorityException(
                            $"enrol: '{other}' is not known, or its value is missing.\n{Usage}"
                        );
                }
            }

            return asked is { Renew: true, Complete: not null }
                ? throw new AuthorityException($"enrol: --renew begins and --complete ends; not both at once.\n{Usage}")
                : asked;
        }
    }
}
