using System.CommandLine;

namespace MashBroker.Cli.Commands;

/// <summary>Options that several commands share. Each can stand in the environment too, so that a container needs no command line.</summary>
internal static class Options
{
    public static Option<Uri> At { get; } = MakeAt();

    public static Option<bool> Json { get; } =
        new("--json") { Description = "JSON on standard output, for scripts.", Recursive = true };

    public static Option<string> By { get; } =
        new("--by") { Description = "Name of the person who decides.", Required = true };

    public static Option<string> Role { get; } =
        new("--role") { Description = "That person's role; it stands in the record.", Required = true };

    public static Option<string?> Reason { get; } =
        new("--reason") { Description = "Why, in a sentence; needed when the rating differs from the suggested one." };

    /// <summary>Stands in the hub's record of who was shown what; the user of this machine stands there too.</summary>
    public static Option<string?> Purpose { get; } =
        new("--purpose")
        {
            Description = "What it is looked at for, for the hub's record; else the command's own words.",
        };

    public static Option<string?> DepartsFromCriteria() =>
        new("--departs-from-criteria")
        {
            Description = "Why no enquiry is made although the contact meets the hub's criteria; needed then.",
        };

    public static Option<string?> OwnRating() =>
        new("--rating")
        {
            Description = "red, amber or green, by your own judgement; needed where red or amber is suggested.",
        };

    public static Option<string?> OwnRatingReason() =>
        new("--rating-reason") { Description = "Why, where it differs from the suggested one." };

    public static Option<string?> DepartsFromRole() =>
        new("--departs-from-role") { Description = "Why somebody does it to whom the hub's rules do not leave it." };

    public static Option<FileInfo> Root() =>
        new("--root")
        {
            Description = "The hub's root certificate (PEM) [MASH_ROOT].",
            DefaultValueFactory = _ => new FileInfo(
                Environment.GetEnvironmentVariable("MASH_ROOT") is { Length: > 0 } file
                    ? file
                    : "mash-data/pki/hub/root.crt"
            ),
        };

    private static Option<Uri> MakeAt()
    {
        var at = AddressOption.Make(
            "--at",
            "MASH_AT",
            "Address of the hub's API",
            "http://127.0.0.1:5080",
            ["http", "https"]
        );
        at.Recursive = true;
        return at;
    }
}
