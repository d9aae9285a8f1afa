using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

/// <summary>
/// A British postcode. The space is required: without it nobody can tell a short postcode from a longer one that lost a
/// digit (<c>YO1 1GA</c>, <c>YO11 .GA</c>).
/// </summary>
public sealed partial record Postcode
{
    private readonly string _text;

    private Postcode(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out Postcode? postcode)
    {
        var match = text is { Length: <= 20 } ? Shape().Match(text) : Match.Empty;
        postcode = match.Success
            ? new Postcode($"{match.Groups["outward"].Value} {match.Groups["inward"].Value}".ToUpperInvariant())
            : null;
        return postcode is not null;
    }

    public override string ToString() => _text;

    // ZZ99 is nowhere: health records write it for no fixed abode, other countries and not known.
    // Spelt in both cases rather than IgnoreCase, which takes the Kelvin sign for a K.
    [GeneratedRegex(
        @"\A *((?<outward>[Zz]{2}99) +(?<inward>[0-9][A-Za-z]{2})|(?<outward>[A-PR-UWYZa-pr-uwyz]([0-9][0-9A-HJKPSTUWa-hjkpstuw]?|[A-HK-Ya-hk-y][0-9][0-9ABEHMNPRVWXYabehmnprvwxy]?))"
            + @" +(?<inward>[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})) *\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
