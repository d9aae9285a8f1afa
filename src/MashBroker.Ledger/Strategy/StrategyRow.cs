namespace MashBroker.Ledger.Strategy;

/// <summary>One strategy discussion of a case. Who is named in it stands in the case file.</summary>
public sealed record StrategyRow
{
    /// <summary>Stands in its invitations for as long as it does.</summary>
    public required string Id { get; init; }

    public required string ContactReference { get; init; }

    /// <summary>1 for the first of the case.</summary>
    public required int Number { get; init; }

    public required StrategyState State { get; init; }

    public required DateTimeOffset CalledAt { get; init; }

    /// <summary>The latest moment for it, UTC, inclusive.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>0 for its first invitation; one more with each that changed it.</summary>
    public required int Sequence { get; init; }

    /// <summary>Null until it is held, and where the hub's rule asks for nobody.</summary>
    public bool? Quorate { get; init; }

    public DateTimeOffset? HeldAt { get; init; }
}

public enum StrategyState
{
    None = 0,
    Called,
    Held,
    Cancelled,
}
