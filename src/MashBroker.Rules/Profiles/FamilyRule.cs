namespace MashBroker.Rules;

/// <summary>Who tells parents and carers what happened, and what they are told.</summary>
/// <param name="Limit">From the decision.</param>
public sealed record FamilyRule(IReadOnlyList<string> ToldBy, string What, TimeLimit Limit);
