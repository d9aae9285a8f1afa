namespace MashBroker.Rules;

/// <summary>Where referrals come in, before the hub sees them.</summary>
/// <param name="Form">The form that a referrer fills in, as the hub names it.</param>
public sealed record Reception(string Name, string? Form = null, string? Telephone = null);
