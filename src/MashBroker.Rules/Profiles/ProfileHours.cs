using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace MashBroker.Rules;

/// <summary>The part of a profile that says when somebody is at the hub.</summary>
internal static class ProfileHours
{
    private static readonly DayOfWeek[] Days = Enum.GetValues<DayOfWeek>();

    public static HubHours Read(ProfileObject hub)
    {
        var week = hub.Object("hours", ReadWeek) ?? HubDefaults.Week;
        if (week.Count == 0)
        {
            hub.Fault("hours", "leaves every day closed.", "Give at least one weekday its hours.");
        }

        var name = hub.OptionalText("bankHolidays") ?? HubDefaults.BankHolidays;
        var holidays = BankHolidays.Find(name);
        if (holidays is null)
        {
            hub.Fault(
                "bankHolidays",
                "names no list of bank holidays.",
                $"Write one of {string.Join(", ", BankHolidays.Names)}."
            );
        }

        return new HubHours
        {
            Week = week,
            ClosedOn = (holidays?.Dates ?? []).Concat(ReadDates(hub, "alsoClosedOn")).ToFrozenSet(),
            HolidaysKnownFrom = holidays?.FirstYear ?? 0,
            HolidaysKnownTo = holidays?.LastYear ?? 0,
        };
    }

    private static Dictionary<DayOfWeek, OpenHours> ReadWeek(ProfileObject week)
    {
        var open = new Dictionary<DayOfWeek, OpenHours>();
        foreach (var day in Days)
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(day.ToString());
            if (week.OptionalText(name) is not { Length: > 0 } hours)
            {
                continue;
            }

            if (ParseHours(hours) is { } parsed)
            {
                open[day] = parsed;
            }
            else
            {
                week.Fault(name, "is not opening hours.", "Write them as 09:00-17:30, the end after the start.");
            }
        }

        return open;
    }

    private static OpenHours? ParseHours(string text) =>
        text.Split('-') is [var from, var to]
        && ParseTimeOfDay(from) is { } opens
        && ParseTimeOfDay(to) is { } closes
        && opens < closes
            ? new OpenHours(opens, closes)
            : null;

    private static TimeSpan? ParseTimeOfDay(string text)
    {
        if (text == "24:00")
        {
            return TimeSpan.FromHours(24);
        }

        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan()
            : null;
    }

    private static List<DateOnly> ReadDates(ProfileObject hub, string name)
    {
        var dates = new List<DateOnly>();
        foreach (var (index, text) in hub.Texts(name).Index())
        {
            if (
                DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
            )
            {
                dates.Add(date);
            }
            else
            {
                hub.Fault($"{name}[{index}]", "is not a date.", "Write it as 2026-12-24.");
            }
        }

        return dates;
    }
}
