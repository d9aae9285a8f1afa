namespace MashBroker.Rules;

/// <summary>Who decides at the end. Roles in the hub's own words.</summary>
/// <param name="By">One of these decides.</param>
/// <param name="JointlyWith">These take part in the decision; empty where one decides alone.</param>
/// <param name="RecommendedBy">These say first what they would do; empty where nobody has to.</param>
public sealed record DecisionMakers(
    IReadOnlyList<string> By,
    IReadOnlyList<string> JointlyWith,
    IReadOnlyList<string> RecommendedBy
);
