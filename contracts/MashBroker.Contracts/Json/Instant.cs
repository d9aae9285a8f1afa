using System.Globalization;

namespace MashBroker.Contracts.Json;

/// <summary>An instant in JSON: read with any stated offset, always written in UTC to the millisecond.</summary>
internal static class Instant
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly string[] Accepted =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    // As a person writes it: nobody knows the second at which a meeting began.
    private static readonly string[] Typed = [.. Accepted, "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mmzzz"];

    // An instant without an offset is refused: whose clock was meant cannot be told afterwards.
    public static bool TryParse(string? text, out DateTimeOffset value) => TryParse(text, Accepted, out value);

    /// <summary>As what people fill in may have it: seconds may be left out.</summary>
    public static bool TryParseTyped(string? text, out DateTimeOffset value) => TryParse(text, Typed, out value);

    private static bool TryParse(string? text, string[] forms, out DateTimeOffset value)
    {
        const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, AsUtc, out value);
    }

    public static string Write(DateTimeOffset value) =>
        value.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture);
}
