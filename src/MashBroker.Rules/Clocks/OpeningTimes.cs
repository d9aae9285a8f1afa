using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace MashBroker.Rules;

/// <summary>When somebody is at a hub, on the line of instants.</summary>
internal sealed class OpeningTimes
{
    // A time that the clock skips is the moment it jumps; one that it shows twice is the first of the two.
    private static readonly ZoneLocalMappingResolver ByTheWallClock = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    private readonly OpenHours?[] _week;
    private readonly FrozenSet<DateOnly> _closedOn;

    public OpeningTimes(HubProfile profile)
    {
        Zone = DateTimeZoneProviders.Tzdb[profile.Zone];
        _week =
        [
            .. Enum.GetValues<DayOfWeek>()
                .Select(day => profile.Hours.Week.TryGetValue(day, out var open) ? open : (OpenHours?)null),
        ];
        _closedOn = profile.Hours.ClosedOn;
    }

    public DateTimeZone Zone { get; }

    public bool Hold(Instant at) => On(at.InZone(Zone).Date) is var (opens, closes) && opens <= at && at < closes;

    /// <summary>The first instant from here on at which the hub is open: this one, when it is.</summary>
    public Instant NextFrom(Instant from)
    {
        var (opens, _) = DaysFrom(from).First();
        return Instant.Max(opens, from);
    }

    /// <summary>The first instant by which the hub has been open for so long; a closing time, not the opening after it.</summary>
    public Instant After(Instant from, Duration left)
    {
        using var days = DaysFrom(from).GetEnumerator();
        while (true)
        {
            days.MoveNext();
            var (start, closes) = (Instant.Max(days.Current.Opens, from), days.Current.Closes);
            if (closes - start >= left)
            {
                return start + left;
            }

            left -= closes - start;
        }
    }

    /// <summary>How long the hub is open between two instants.</summary>
    public Duration Between(Instant from, Instant until)
    {
        var open = Duration.Zero;
        foreach (var (opens, closes) in DaysFrom(from).TakeWhile(day => day.Opens < until))
        {
            open += Instant.Min(closes, until) - Instant.Max(opens, from);
        }

        return open;
    }

    /// <summary>The end of a working day, of those that begin after an instant: 1 is the first.</summary>
    public Instant EndOfWorkingDay(Instant from, int number) =>
        DaysFrom(from).Where(day => day.Opens > from).ElementAt(number - 1).Closes;

    // Without end, because a profile without an open weekday is refused and the days closed besides are a finite list.
    private IEnumerable<(Instant Opens, Instant Closes)> DaysFrom(Instant from)
    {
        for (var date = from.InZone(Zone).Date; ; date = date.PlusDays(1))
        {
            if (On(date) is var (opens, closes) && closes > from)
            {
                yield return (opens, closes);
            }
        }
    }

    private (Instant Opens, Instant Closes)? On(LocalDate date)
    {
        var weekday = (int)date.DayOfWeek % 7;
        if (_week[weekday] is not { } hours || _closedOn.Contains(date.ToDateOnly()))
        {
            return null;
        }

        var (opens, closes) = (At(date, hours.Opens), At(date, hours.Closes));
        // Hours that the change of the clock leaves out altogether make no working day.
        return opens < closes ? (opens, closes) : null;
    }

    private Instant At(LocalDate date, TimeSpan sinceMidnight)
    {
        var ticks = sinceMidnight.Ticks;
        var local =
            ticks == TimeSpan.TicksPerDay
                ? date.PlusDays(1).AtMidnight()
                : date + LocalTime.FromTicksSinceMidnight(ticks);

        return local.InZone(Zone, ByTheWallClock).ToInstant();
    }
}
