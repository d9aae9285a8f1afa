namespace MashBroker.Rules;

/// <summary>When the agencies meet about a child, within what time, who leads and who must be there.</summary>
public sealed record StrategyRule
{
    /// <summary>As the hub calls it, e.g. Strategy Meeting.</summary>
    public required string Name { get; init; }

    /// <summary>Called for in any of these.</summary>
    public required IReadOnlyList<Circumstances> WhenAny { get; init; }

    /// <summary>What the hub aims at, where it gives a range; never later than <see cref="Limit"/>.</summary>
    public TimeLimit? Aim { get; init; }

    /// <summary>From the moment it is called for; absent: before the decision is due, at once where that has passed.</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>When the discussion about a child whom <see cref="UrgentWhenAny"/> leaves out may wait for the next working day.</summary>
    public StrategyWait NextWorkingDay { get; init; }

    /// <summary>In any of these it never waits for the next working day.</summary>
    public IReadOnlyList<Circumstances> UrgentWhenAny { get; init; } = HubDefaults.StrategyUrgentWhenAny;

    /// <summary>Who leads it; absent where the hub does not say.</summary>
    public string? Lead { get; init; }

    /// <summary>Who leads it while the hub is closed; absent: the same.</summary>
    public string? OutOfHoursLead { get; init; }

    /// <summary>Who must attend in person; a return does not stand in for these.</summary>
    public required IReadOnlyList<QuorumAgency> Quorum { get; init; }

    /// <summary>Codes of agencies that are invited besides; a later rule of the hub may add to them.</summary>
    public required IReadOnlyList<string> Invited { get; init; }

    /// <summary>A written return stands in for the attendance of an agency outside the quorum.</summary>
    public bool ReturnStandsIn { get; init; }
}

/// <param name="Agency">Code of one of the hub's agencies.</param>
/// <param name="StandsFor">Codes of agencies that its attendance represents as well.</param>
public sealed record QuorumAgency(string Agency, IReadOnlyList<string> StandsFor);

/// <summary>Whether a discussion about a child for whom it is not urgent may wait. ops/decisions/0068.</summary>
public enum StrategyWait
{
    /// <summary>Never: the limit holds for every child.</summary>
    None = 0,

    /// <summary>Only where it is called for while the hub is closed.</summary>
    OutOfHours,

    /// <summary>Whenever it is called for.</summary>
    AtAnyTime,
}
