using System.Collections.Frozen;

namespace MashBroker.Rules;

/// <summary>When somebody is at the hub, in its own local time.</summary>
public sealed record HubHours
{
    /// <summary>A weekday that is not listed is closed.</summary>
    public required IReadOnlyDictionary<DayOfWeek, OpenHours> Week { get; init; }

    /// <summary>Bank holidays, and days the hub closes besides.</summary>
    public required FrozenSet<DateOnly> ClosedOn { get; init; }

    /// <summary>First year whose bank holidays are known.</summary>
    public int HolidaysKnownFrom { get; init; }

    /// <summary>Last year whose bank holidays are known. Days after it count as working days, so a deadline errs early.</summary>
    public required int HolidaysKnownTo { get; init; }
}

/// <summary>From midnight; <see cref="Closes"/> may be 24 hours. Open from the first instant up to, not at, the last.</summary>
public readonly record struct OpenHours(TimeSpan Opens, TimeSpan Closes);

public sealed record OutOfHoursTeam(string Name, string? Telephone = null);
