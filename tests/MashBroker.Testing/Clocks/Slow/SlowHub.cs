using System.Globalization;
using System.Text.Json.Nodes;

namespace MashBroker.Testing.Clocks.Slow;

/// <summary>
/// A hub's clock rules, read a second time from the same files. Shares nothing with the product: no line of code, no library of
/// time, not even what it makes of the JSON. What a file leaves out is written out again here.
/// </summary>
public sealed class SlowHub
{
    private static readonly string[] Days =
    [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];

    private const int FirstYear = 2020;

    private static readonly (DateTime Begins, DateTime Ends)[] Summers =
    [
        .. Enumerable.Range(FirstYear, 20).Select(year => (LastSunday(year, 3), LastSunday(year, 10))),
    ];

    private readonly (int Opens, int Closes)?[] _week = new (int, int)?[7];
    private readonly HashSet<(int Year, int Month, int Day)> _closed = [];
    private readonly Dictionary<long, bool[]> _days = [];
    private long _lastDay = -1;
    private bool[] _lastMinutes = [];

    /// <param name="profile">The profile as JSON.</param>
    /// <param name="holidays">The list of bank holidays as JSON.</param>
    public SlowHub(JsonNode profile, JsonNode holidays)
    {
        for (var day = 0; day < Days.Length; day++)
        {
            var hours =
                profile["hours"] is { } week ? (string?)week[Days[day]]
                : day is >= 1 and <= 5 ? "09:00-17:00"
                : null;
            _week[day] = hours is null ? null : (Minutes(hours[..5]), Minutes(hours[6..]));
        }

        foreach (var date in holidays["dates"]!.AsArray().Concat(profile["alsoClosedOn"]?.AsArray() ?? []))
        {
            var parts = ((string)date!).Split('-');
            _closed.Add((Number(parts[0]), Number(parts[1]), Number(parts[2])));
        }

        Team = (string?)profile["outOfHours"]?["name"];
        var (returns, decision) = (profile["returns"], profile["decision"]);
        Returns =
        [
            SlowLimit.Of(returns?["red"], 2),
            SlowLimit.Of(returns?["amber"], 6),
            SlowLimit.Of(returns?["green"], 24),
        ];
        Decisions =
        [
            SlowLimit.Of(decision?["red"], 24),
            SlowLimit.Of(decision?["amber"], 24),
            SlowLimit.Of(decision?["green"], 48),
        ];
        StartsAtAllocation = (string?)decision?["startsAt"] == "allocated";
        if (profile["strategyDiscussion"] is { } strategy)
        {
            Strategy = new SlowStrategy(
                strategy["limit"] is { } limit ? SlowLimit.Of(limit, 0) : null,
                strategy["aim"] is { } aim ? SlowLimit.Of(aim, 0) : null,
                (string?)strategy["nextWorkingDay"],
                (string?)strategy["lead"],
                (string?)strategy["outOfHoursLead"]
            );
        }

        CaseHold = profile["caseHold"] is { } hold ? SlowLimit.Of(hold["limit"], 0) : null;
        Percents = profile["preWarningPercents"] is JsonArray percents
            ? [.. percents.Select(each => (int)each!)]
            : [50, 75, 90];
    }

    public string? Team { get; }

    /// <summary>Of Red, Amber, Green.</summary>
    public IReadOnlyList<SlowLimit> Returns { get; }

    /// <inheritdoc cref="Returns"/>
    public IReadOnlyList<SlowLimit> Decisions { get; }

    public bool StartsAtAllocation { get; }

    public SlowStrategy? Strategy { get; }

    public SlowLimit? CaseHold { get; }

    public IReadOnlyList<int> Percents { get; }

    /// <summary>Whether somebody is there in the minute in which an instant lies. Hours begin and end with whole minutes.</summary>
    public bool IsOpen(DateTime at)
    {
        var day = at.Ticks / TimeSpan.TicksPerDay;
        if (day != _lastDay)
        {
            (_lastDay, _lastMinutes) = (day, MinutesOf(day));
        }

        return _lastMinutes[(int)(at.Ticks % TimeSpan.TicksPerDay / TimeSpan.TicksPerMinute)];
    }

    // Looked at once, minute by minute, and remembered: a million enquiries walk over the same days.
    private bool[] MinutesOf(long day)
    {
        if (!_days.TryGetValue(day, out var minutes))
        {
            minutes = new bool[24 * 60];
            for (var minute = 0; minute < minutes.Length; minute++)
            {
                minutes[minute] = Look(new DateTime(day * TimeSpan.TicksPerDay).AddMinutes(minute));
            }

            _days[day] = minutes;
        }

        return minutes;
    }

    private bool Look(DateTime at)
    {
        var local = at.AddHours(IsSummer(at) ? 1 : 0);
        var minute = local.Hour * 60 + local.Minute;
        return _week[(int)local.DayOfWeek] is var (opens, closes)
            && opens <= minute
            && minute < closes
            && !_closed.Contains((local.Year, local.Month, local.Day));
    }

    /// <summary>British summer time: from one o'clock UTC on the last Sunday of March to the same of October.</summary>
    public static bool IsSummer(DateTime at)
    {
        var (begins, ends) = Summers[at.Year - FirstYear];
        return begins <= at && at < ends;
    }

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31, 1, 0, 0);
        while (day.DayOfWeek != DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static int Minutes(string time) => Number(time[..2]) * 60 + Number(time[3..]);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>What a hub says of its strategy discussions.</summary>
public sealed record SlowStrategy(
    SlowLimit? Limit,
    SlowLimit? Aim,
    string? Waits,
    string? Lead,
    string? OutOfHoursLead
);

/// <summary>Hours of the clock, hours that the hub is open, or working days.</summary>
public sealed record SlowLimit(int Hours, bool WhileOpen, int WorkingDays)
{
    internal static SlowLimit Of(JsonNode? limit, int hours) =>
        limit is null
            ? new SlowLimit(hours, false, 0)
            : new SlowLimit(
                (int?)limit["hours"] ?? 0,
                (string?)limit["runs"] == "hub-hours",
                (int?)limit["workingDays"] ?? 0
            );
}
