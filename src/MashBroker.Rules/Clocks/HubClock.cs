using System.Collections.Frozen;
using MashBroker.Contracts;
using NodaTime;
using NodaTime.TimeZones;

namespace MashBroker.Rules;

/// <summary>
/// Deadlines of a hub, computed from instants and its profile alone: asking twice gives the same answer, whenever asked.
/// Keep one per profile; it is immutable.
/// </summary>
public sealed class HubClock
{
    // A time that the clock skips is the moment it jumps; one that it shows twice is the first of the two.
    private static readonly ZoneLocalMappingResolver ByTheWallClock = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    private readonly HubProfile _profile;
    private readonly DateTimeZone _zone;
    private readonly OpenHours?[] _week;
    private readonly FrozenSet<DateOnly> _closedOn;

    public HubClock(HubProfile profile)
    {
        _profile = profile;
        _zone = DateTimeZoneProviders.Tzdb[profile.Zone];
        _week =
        [
            .. Enum.GetValues<DayOfWeek>()
                .Select(day => profile.Hours.Week.TryGetValue(day, out var open) ? open : (OpenHours?)null),
        ];
        _closedOn = profile.Hours.ClosedOn;
    }

    /// <summary>When the returns of an enquiry are due.</summary>
    public DueTime ReturnDue(Rating rating, DateTimeOffset publishedAt) =>
        DueAfter(_profile.Returns.For(rating), publishedAt);

    /// <summary>
    /// When the hub has to have decided. Where the clock starts at allocation, a case that is not allocated counts from the
    /// contact, so that leaving it unallocated wins no time.
    /// </summary>
    public DueTime DecisionDue(Rating rating, DateTimeOffset contactReceivedAt, DateTimeOffset? allocatedAt = null) =>
        DueAfter(
            _profile.Decision.Limits.For(rating),
            _profile.Decision.Starts == DecisionStart.Allocated ? allocatedAt ?? contactReceivedAt : contactReceivedAt
        );

    /// <summary>
    /// When an open request is due after a re-rating: counted anew from the original publication, but never later than it
    /// was, unless a manager has said why it may be.
    /// </summary>
    public DueTime ReturnDueAfterRerating(
        Rating rating,
        DateTimeOffset publishedAt,
        DateTimeOffset dueBefore,
        string? laterBecause = null
    )
    {
        var due = ReturnDue(rating, publishedAt);
        return due.At > dueBefore && string.IsNullOrWhiteSpace(laterBecause)
            ? Describe(Instant.FromDateTimeOffset(dueBefore))
            : due;
    }

    /// <summary>When the hub is warned of agencies still silent: shares of the return's own time, counted as that is.</summary>
    public IReadOnlyList<PreWarning> PreWarnings(Rating rating, DateTimeOffset publishedAt)
    {
        var limit = _profile.Returns.For(rating);
        return
        [
            .. _profile.PreWarningPercents.Select(percent => new PreWarning(
                percent,
                DueAfter(limit with { Within = limit.Within * percent / 100 }, publishedAt).At
            )),
        ];
    }

    /// <summary>
    /// Whole minutes between the last return and the decision. Not clamped: nought or less means that nothing is left for
    /// deciding, and that is to be seen before an enquiry is published.
    /// </summary>
    public static int MinutesToDecide(DateTimeOffset returnDue, DateTimeOffset decisionDue) =>
        (int)Math.Floor((decisionDue - returnDue).TotalMinutes);

    /// <summary>A return exactly at its deadline is in time; the hub's receipt time rules.</summary>
    public static bool IsLate(DateTimeOffset receivedAt, DateTimeOffset dueAt) => receivedAt > dueAt;

    /// <summary>Open from the first instant of its hours up to, not at, the last.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        return OpenOn(instant.InZone(_zone).Date) is var (opens, closes) && opens <= instant && instant < closes;
    }

    private DueTime DueAfter(TimeLimit limit, DateTimeOffset start)
    {
        var from = Instant.FromDateTimeOffset(start);
        var within = Duration.FromTimeSpan(limit.Within);
        return Describe(limit.Runs == ClockRuns.HubHours ? AfterHubHours(from, within) : from + within);
    }

    private DueTime Describe(Instant due)
    {
        var at = due.ToDateTimeOffset();
        var open = IsOpen(at);
        return new DueTime(at, !open, open ? null : _profile.OutOfHours);
    }

    /// <summary>The first instant by which the hub has been open for so long; a closing time, not the opening after it.</summary>
    private Instant AfterHubHours(Instant from, Duration left)
    {
        // Ends, because a profile without an open weekday is refused and the days closed besides are a finite list.
        for (var date = from.InZone(_zone).Date; ; date = date.PlusDays(1))
        {
            if (OpenOn(date) is not var (opens, closes) || closes <= from)
            {
                continue;
            }

            var start = Instant.Max(opens, from);
            if (closes - start >= left)
            {
                return start + left;
            }

            left -= closes - start;
        }
    }

    private (Instant Opens, Instant Closes)? OpenOn(LocalDate date)
    {
        var weekday = (int)date.DayOfWeek % 7;
        return _week[weekday] is { } hours && !_closedOn.Contains(date.ToDateOnly())
            ? (At(date, hours.Opens), At(date, hours.Closes))
            : null;
    }

    private Instant At(LocalDate date, TimeSpan sinceMidnight)
    {
        var ticks = sinceMidnight.Ticks;
        var local =
            ticks == TimeSpan.TicksPerDay
                ? date.PlusDays(1).AtMidnight()
                : date + LocalTime.FromTicksSinceMidnight(ticks);

        return local.InZone(_zone, ByTheWallClock).ToInstant();
    }
}
