using System.Globalization;

namespace MashBroker.Adapters.Health;

/// <summary>FHIR dates may be a year, a month, a day or an instant; only what is really there is told.</summary>
internal static class FhirTime
{
    public static DateOnly? Day(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>An instant in the local time of the readers; a bare date stays a date.</summary>
    public static (DateOnly? On, TimeOnly? At) Local(string? time, TimeZoneInfo zone)
    {
        if (Day(time) is { } day)
        {
            return (day, null);
        }

        if (
            time?.Contains('T', StringComparison.Ordinal) == true
            && DateTimeOffset.TryParse(
                time,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
        )
        {
            var local = TimeZoneInfo.ConvertTime(instant, zone);
            return (DateOnly.FromDateTime(local.DateTime), new TimeOnly(local.Hour, local.Minute));
        }

        return (null, null);
    }
}
