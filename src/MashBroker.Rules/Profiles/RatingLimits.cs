using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>A time limit for each rating.</summary>
public sealed record RatingLimits(TimeLimit Red, TimeLimit Amber, TimeLimit Green)
{
    public TimeLimit For(Rating rating) =>
        rating switch
        {
            Rating.Red => Red,
            Rating.Amber => Amber,
            Rating.Green => Green,
            _ => throw new ArgumentOutOfRangeException(nameof(rating), "Not rated: there is no deadline without one."),
        };
}

/// <summary>So much time, counted in one of two ways.</summary>
public sealed record TimeLimit(TimeSpan Within, ClockRuns Runs = ClockRuns.Elapsed);

/// <summary>Whether a clock stops when the hub closes. Red never does.</summary>
public enum ClockRuns
{
    /// <summary>Around the clock.</summary>
    Elapsed = 0,

    /// <summary>While the hub is open only.</summary>
    HubHours,
}

/// <summary>How long the hub has to decide, from when.</summary>
public sealed record DecisionClock(DecisionStart Starts, RatingLimits Limits);

/// <summary>What starts the decision's clock. The return's always starts at publication.</summary>
public enum DecisionStart
{
    ContactReceived = 0,

    /// <summary>The case is allocated to somebody; until then it counts from the contact.</summary>
    Allocated,
}
