namespace MashBroker.Rules;

/// <summary>A reason for which this hub lets somebody know what it holds; without one of them it stays where it is.</summary>
/// <param name="Code">Recorded with the decision to share.</param>
public sealed record NeedToKnowGround(string Code, string Name);
