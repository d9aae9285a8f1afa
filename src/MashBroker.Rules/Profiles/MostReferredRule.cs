namespace MashBroker.Rules;

/// <summary>The hub helps to find the families that come back most.</summary>
/// <param name="Name">As the hub calls them, e.g. Top 100 Families.</param>
/// <param name="Families">How many, 1 to 1,000.</param>
public sealed record MostReferredRule(string Name, int Families);
