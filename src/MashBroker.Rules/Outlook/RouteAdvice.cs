namespace MashBroker.Rules;

/// <summary>A route of the hub that applies to a contact.</summary>
/// <param name="Then">What is done, the exception already looked at.</param>
/// <param name="AllocateAtOnce">A social worker is given the case now.</param>
public sealed record RouteAdvice(RouteKind Kind, string Then, bool AllocateAtOnce);
