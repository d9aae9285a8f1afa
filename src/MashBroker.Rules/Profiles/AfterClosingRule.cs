namespace MashBroker.Rules;

/// <summary>New information on a closed case is a new referral, linked to the old one.</summary>
/// <param name="NewReferralThrough">Where and how it is made.</param>
public sealed record AfterClosingRule(string NewReferralThrough);
