using MashBroker.Rules;

namespace MashBroker.Testing.Rules;

/// <summary>
/// The same deadlines by stepping through every minute, with British summer time written out by hand: nothing here is shared
/// with the clock it is held against. Right to the minute.
/// </summary>
public sealed class SlowClock(HubProfile profile)
{
    public DateTimeOffset AfterHubHours(DateTimeOffset start, TimeSpan within)
    {
        var at = start;
        for (var minutes = (int)within.TotalMinutes; minutes > 0; at = at.AddMinutes(1))
        {
            if (IsOpen(at))
            {
                minutes--;
            }
        }

        return at;
    }

    public bool IsOpen(DateTimeOffset at)
    {
        var local = at.UtcDateTime + (IsSummerTime(at) ? TimeSpan.FromHours(1) : TimeSpan.Zero);
        return profile.Hours.Week.TryGetValue(local.DayOfWeek, out var hours)
            && !profile.Hours.ClosedOn.Contains(DateOnly.FromDateTime(local))
            && hours.Opens <= local.TimeOfDay
            && local.TimeOfDay < hours.Closes;
    }

    private static bool IsSummerTime(DateTimeOffset at) =>
        at >= LastSundayAtOne(at.Year, 3) && at < LastSundayAtOne(at.Year, 10);

    private static DateTimeOffset LastSundayAtOne(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
