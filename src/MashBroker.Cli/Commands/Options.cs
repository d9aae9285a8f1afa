using System.CommandLine;
using System.CommandLine.Parsing;

namespace MashBroker.Cli.Commands;

/// <summary>Options that several commands share. Each can stand in the environment too, so that a container needs no command line.</summary>
internal static class Options
{
    public static Option<Uri> At { get; } =
        new("--at")
        {
            Description = "Address of the hub's API [MASH_AT].",
            Recursive = true,
            CustomParser = Address,
            DefaultValueFactory = result => AddressFrom("MASH_AT", result) ?? new Uri("http://127.0.0.1:5080"),
        };

    public static Option<bool> Json { get; } =
        new("--json") { Description = "JSON on standard output, for scripts.", Recursive = true };

    public static Option<string> By { get; } =
        new("--by") { Description = "Name of the person who decides.", Required = true };

    public static Option<string> Role { get; } =
        new("--role") { Description = "That person's role.", DefaultValueFactory = _ => "manager" };

    public static Option<string?> Reason { get; } =
        new("--reason") { Description = "Why, in a sentence; needed when the rating differs from the suggested one." };

    /// <summary>Reads an address as written on the command line; the parser by itself reads none.</summary>
    public static Uri? Address(ArgumentResult result) => Address(result.Tokens[0].Value, result);

    /// <summary>The address in an environment variable; null without one.</summary>
    public static Uri? AddressFrom(string variable, ArgumentResult result) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? Address(text, result) : null;

    private static Uri? Address(string text, ArgumentResult result)
    {
        // "user:password@host" is a whole address too, of a scheme called "user".
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0)
        {
            return address;
        }

        // Not quoted: an address may hold a password.
        var option = (result.Parent as OptionResult)?.Option.Name;
        result.AddError(
            $"{option}: is no address. Write it whole, e.g. http://127.0.0.1:5080 or amqp://user@host:5672/vhost."
        );
        return null;
    }
}
