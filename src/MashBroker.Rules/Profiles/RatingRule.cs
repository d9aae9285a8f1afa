using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>In these circumstances this rating, for this reason.</summary>
public sealed record RatingRule(Rating Rating, Circumstances When, string Reason);
