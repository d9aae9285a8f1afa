namespace MashBroker.Rules;

/// <summary>By when a strategy discussion has to be held, and who leads it.</summary>
public sealed record StrategyDue
{
    public required DueTime Due { get; init; }

    /// <summary>What the hub aims at, where it gives a range; absent where it gives none or the discussion may wait.</summary>
    public DueTime? Aim { get; init; }

    /// <summary>It is not urgent for this child, and the hub's rule lets it wait for the next working day.</summary>
    public bool Waits { get; init; }

    /// <summary>Whoever leads it if it is held as soon as it may be; absent where the hub does not say.</summary>
    public string? Lead { get; init; }
}
