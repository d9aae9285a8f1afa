using System.CommandLine;
using System.CommandLine.Parsing;

namespace MashBroker.Cli.Commands;

/// <summary>
/// An address on the command line, else in the environment. Read by hand: the library makes no <see cref="Uri"/>. An address
/// that is none is not repeated in the fault, for it may hold a password.
/// </summary>
internal static class AddressOption
{
    public static Option<Uri> Make(string name, string variable, string description, string fallback, string[] schemes)
    {
        var option = new Option<Uri>(name) { Description = $"{description} [{variable}]." };
        option.CustomParser = given => Read(given, name, given.Tokens[0].Value, schemes)!;
        option.DefaultValueFactory = given => Read(given, variable, FromEnvironment(variable) ?? fallback, schemes)!;
        return option;
    }

    /// <summary>One that may be absent.</summary>
    public static Option<Uri?> MakeOptional(string name, string variable, string description, string[] schemes)
    {
        var option = new Option<Uri?>(name) { Description = $"{description} [{variable}]." };
        option.CustomParser = given => Read(given, name, given.Tokens[0].Value, schemes);
        option.DefaultValueFactory = given =>
            FromEnvironment(variable) is { } address ? Read(given, variable, address, schemes) : null;
        return option;
    }

    private static string? FromEnvironment(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } address ? address : null;

    private static Uri? Read(ArgumentResult given, string source, string text, string[] schemes)
    {
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && schemes.Contains(address.Scheme)
            && address.Host.Length > 0
        )
        {
            return address;
        }

        given.AddError(
            $"{source} is no address. Give one that begins with {string.Join(" or ", schemes.Select(scheme => $"{scheme}://"))}"
        );
        return null;
    }
}
