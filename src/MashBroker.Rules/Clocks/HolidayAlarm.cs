using System.Globalization;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>Bank holidays are a list with an end. Whoever runs the hub hears of it while there is time to lengthen it.</summary>
public static class HolidayAlarm
{
    /// <summary>
    /// In the last year of the list. The years after next are published by then, and a limit in working days that begins in
    /// December runs into them.
    /// </summary>
    /// <returns>What is wrong and what to do, in one sentence without personal data; null while the list reaches far enough.</returns>
    public static string? At(HubProfile profile, DateTimeOffset now)
    {
        var year = Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb[profile.Zone]).Year;
        var (first, last) = (profile.Hours.HolidaysKnownFrom, profile.Hours.HolidaysKnownTo);
        if (year < last && year >= first)
        {
            return null;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"Bank holidays are known {Covered(profile)} only: in other years they count as working days, and deadlines in hub hours or working days come early. Add the years published since to ops/hubs/holidays."
        );
    }

    /// <summary>The years whose bank holidays are known: <c>from 2024 to 2030</c>.</summary>
    public static string Covered(HubProfile profile) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"from {profile.Hours.HolidaysKnownFrom} to {profile.Hours.HolidaysKnownTo}"
        );
}
