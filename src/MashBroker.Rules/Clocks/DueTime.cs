namespace MashBroker.Rules;

/// <summary>A deadline, UTC, inclusive.</summary>
/// <param name="OutOfHours">Nobody is at the hub when it passes.</param>
/// <param name="Tell">Who is told then in the hub's place; absent in hours, or where the hub has no such team.</param>
public sealed record DueTime(DateTimeOffset At, bool OutOfHours, OutOfHoursTeam? Tell);

/// <param name="Percent">Share of the return's time that has passed.</param>
public sealed record PreWarning(int Percent, DateTimeOffset At);
