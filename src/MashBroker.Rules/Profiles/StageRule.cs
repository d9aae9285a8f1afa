namespace MashBroker.Rules;

/// <summary>One step of a disagreement between professionals, or of a complaint of parents.</summary>
/// <param name="Code">e.g. <c>review</c>.</param>
/// <param name="Who">Who looks at it.</param>
/// <param name="Limit">From the day the step was taken.</param>
public sealed record StageRule(string Code, string Who, TimeLimit Limit);
