namespace MashBroker.Rules;

/// <summary>How long a social worker of the hub may hold a case.</summary>
/// <param name="Limit">From allocation.</param>
/// <param name="Then">Who holds it afterwards.</param>
public sealed record CaseHoldRule(TimeLimit Limit, string Then);
