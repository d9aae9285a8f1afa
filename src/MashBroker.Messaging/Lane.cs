using MashBroker.Contracts;

namespace MashBroker.Messaging;

/// <summary>
/// One queue: three for each agency and three for returns, by rating, so that a Red never waits behind Green.
/// </summary>
public sealed record Lane
{
    private Lane(string hub, string? agency, Rating rating) => (Hub, Agency, Rating) = (hub, agency, rating);

    public string Hub { get; }

    /// <summary>Agency that reads this lane; null for the hub's own lanes for returns.</summary>
    public string? Agency { get; }

    public Rating Rating { get; }

    /// <summary>e.g. <c>mash.sefton.police.red</c>, <c>mash.sefton.returns.amber</c>. No personal data by construction.</summary>
    public string Name => $"mash.{Hub}.{Agency ?? "returns"}.{Rating.ToString().ToLowerInvariant()}";

    public static Lane ToAgency(string hub, string agency, Rating rating) => new(hub, agency, rating);

    public static Lane Returns(string hub, Rating rating) => new(hub, null, rating);

    public override string ToString() => Name;
}
