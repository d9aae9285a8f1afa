namespace MashBroker.Rules;

/// <summary>Who decides whether a contact becomes a multi-agency enquiry.</summary>
/// <param name="Decides">What they decide, in the hub's words.</param>
public sealed record TriageDuty(string Who, string Decides);
