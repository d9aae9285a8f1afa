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

/// <summary>How long the hub has to decide, from when.</summary>
public sealed record DecisionClock(DecisionStart Starts, RatingLimits Limits);

/// <summary>What starts the decision's clock. The return's always starts at publication.</summary>
public enum DecisionStart
{
    ContactReceived = 0,

    /// <summary>The case is allocated to somebody; until then it counts from the contact.</summary>
    Allocated,
}
