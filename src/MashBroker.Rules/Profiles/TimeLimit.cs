namespace MashBroker.Rules;

/// <summary>So much time, counted in one of three ways.</summary>
/// <param name="Within">Zero where <see cref="WorkingDays"/> are stated; otherwise more than zero.</param>
public sealed record TimeLimit(TimeSpan Within, ClockRuns Runs = ClockRuns.Elapsed)
{
    /// <summary>1 or more: up to the closing of the hub on the last of so many working days that begin after the start; absent where hours are counted. ops/decisions/0070.</summary>
    public int? WorkingDays { get; init; }

    public static TimeLimit OfWorkingDays(int days) => new(TimeSpan.Zero) { WorkingDays = days };
}

/// <summary>Whether a clock stops when the hub closes. Red never does.</summary>
public enum ClockRuns
{
    /// <summary>Around the clock.</summary>
    Elapsed = 0,

    /// <summary>While the hub is open only.</summary>
    HubHours,
}
