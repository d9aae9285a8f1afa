namespace MashBroker.Rules;

/// <summary>Who visits a family, and whether the hub's own staff do.</summary>
/// <param name="ByHub">The hub's own social workers visit.</param>
/// <param name="WhenAny">Expected in any of these; empty: as decided.</param>
public sealed record VisitRule(bool ByHub, string Who, IReadOnlyList<Circumstances> WhenAny);
