namespace MashBroker.Rules;

/// <summary>The profiles of <c>ops/hubs</c>, carried inside the product so that every process has them without a file.</summary>
public static class HubProfiles
{
    /// <summary>The hub that ships for evaluation: Sefton's rules with six agencies.</summary>
    public const string Sample = "sample";

    private const string Prefix = "hubs/";

    private const string Suffix = ".json";

    /// <summary>Codes of the hubs carried.</summary>
    public static IReadOnlyList<string> Codes { get; } = Carried.Names(Prefix, Suffix);

    /// <exception cref="ArgumentException">No such hub is carried.</exception>
    public static HubProfile Load(string code) =>
        Codes.Contains(code)
            ? HubProfile.Read(Carried.Text($"{Prefix}{code}{Suffix}")).Required()
            : throw new ArgumentException(
                $"No hub '{code}' is carried. Name one of {string.Join(", ", Codes)}, or the file of a profile.",
                nameof(code)
            );
}
