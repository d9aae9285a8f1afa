namespace MashBroker.Testing.Clocks.Slow;

/// <summary>Deadlines by walking forward minute by minute, the first and the last in part. Instants are UTC.</summary>
public sealed class SlowDeadlines(SlowHub hub)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <param name="Out">Nobody is there when it passes.</param>
    public sealed record Due(DateTime At, bool Out, string? Tell);

    public Due After(SlowLimit limit, DateTime start)
    {
        if (limit.WorkingDays > 0)
        {
            return new Due(EndOfWorkingDay(start, limit.WorkingDays), false, null);
        }

        return Describe(Walk(start, TimeSpan.FromHours(limit.Hours), limit.WhileOpen));
    }

    public Due Describe(DateTime at) => hub.IsOpen(at) ? new Due(at, false, null) : new Due(at, true, hub.Team);

    /// <summary>A re-rating: from the same start, but not later than it was, unless somebody says why.</summary>
    public Due Again(SlowLimit limit, DateTime start, DateTime before, string? because)
    {
        var due = After(limit, start);
        return due.At <= before || (because is not null && because.Trim() != "") ? due : Describe(before);
    }

    /// <summary>The shares of a limit's time at which the hub is warned.</summary>
    public List<(int Percent, DateTime At)> Warnings(SlowLimit limit, DateTime start)
    {
        var whole = TimeSpan.FromHours(limit.Hours);
        if (limit.WorkingDays > 0)
        {
            whole = OpenBetween(start, EndOfWorkingDay(start, limit.WorkingDays));
        }

        var warnings = new List<(int, DateTime)>();
        foreach (var percent in hub.Percents)
        {
            var share = new TimeSpan(whole.Ticks * percent / 100);
            warnings.Add((percent, Walk(start, share, limit.WhileOpen || limit.WorkingDays > 0)));
        }

        return warnings;
    }

    /// <summary>When a strategy discussion has to be held, what is aimed at, and who leads it.</summary>
    public (Due Due, Due? Aim, string? Lead) Strategy(bool atRisk, DateTime called, DateTime decision)
    {
        var rule = hub.Strategy!;
        if (!atRisk && (rule.Waits == "at-any-time" || (rule.Waits == "out-of-hours" && !hub.IsOpen(called))))
        {
            return (new Due(EndOfWorkingDay(called, 1), false, null), null, rule.Lead);
        }

        return (
            rule.Limit is null ? Describe(decision < called ? called : decision) : After(rule.Limit, called),
            rule.Aim is null ? null : After(rule.Aim, called),
            hub.IsOpen(called) || rule.OutOfHoursLead is null ? rule.Lead : rule.OutOfHoursLead
        );
    }

    /// <summary>The first instant from here on at which the hub is open.</summary>
    public DateTime NextOpening(DateTime from)
    {
        while (!hub.IsOpen(from))
        {
            from = NextMinute(from);
        }

        return from;
    }

    /// <summary>When a time is used up: each minute takes from it, or only those in which the hub is open.</summary>
    private DateTime Walk(DateTime at, TimeSpan left, bool whileOpen)
    {
        while (true)
        {
            var next = NextMinute(at);
            if (!whileOpen || hub.IsOpen(at))
            {
                if (left <= next - at)
                {
                    return at + left;
                }

                left -= next - at;
            }

            at = next;
        }
    }

    // A working day is a date of the hub's with an open minute. One that had opened by the start is none of the limit's.
    private DateTime EndOfWorkingDay(DateTime start, int days)
    {
        var at = new DateTime(start.Ticks - start.Ticks % Minute.Ticks);
        while (!IsMidnight(at))
        {
            at -= Minute;
        }

        var opened = 0;
        DateTime? closes = null;
        for (var hasOpened = false; ; at += Minute)
        {
            if (IsMidnight(at))
            {
                hasOpened = false;
                if (closes is { } end)
                {
                    return end;
                }
            }

            if (!hub.IsOpen(at))
            {
                continue;
            }

            if (!hasOpened && at > start)
            {
                opened++;
            }

            hasOpened = true;
            closes = opened == days ? at + Minute : null;
        }
    }

    private TimeSpan OpenBetween(DateTime from, DateTime until)
    {
        var open = TimeSpan.Zero;
        while (from < until)
        {
            var next = NextMinute(from);
            open += hub.IsOpen(from) ? next - from : TimeSpan.Zero;
            from = next;
        }

        return open;
    }

    // By the wall clock; only a whole hour can be one.
    private static bool IsMidnight(DateTime at) =>
        at.Ticks % TimeSpan.TicksPerHour == 0
        && (at.Ticks + (SlowHub.IsSummer(at) ? TimeSpan.TicksPerHour : 0)) % TimeSpan.TicksPerDay == 0;

    private static DateTime NextMinute(DateTime at) => new(at.Ticks - at.Ticks % Minute.Ticks + Minute.Ticks);
}
