using MashBroker.Contracts;

namespace MashBroker.Messaging;

/// <summary>
/// One queue: three for each agency and three for returns, by rating, so that a Red never waits behind Green.
/// </summary>
public sealed record Lane
{
    private Lane(string hub, string? agency, Rating rating, string? sender) =>
        (Hub, Agency, Rating, Sender) = (Code(hub), agency is null ? null : Code(agency), Rated(rating), sender);

    public string Hub { get; }

    /// <summary>Agency that reads this lane; null for the hub's own lanes for returns.</summary>
    public string? Agency { get; }

    public Rating Rating { get; }

    /// <summary>Agency that sends by this lane of returns; null where the lane is read, or leads to an agency.</summary>
    public string? Sender { get; }

    /// <summary>e.g. <c>mash.sefton.police.red</c>, <c>mash.sefton.returns.amber</c>. No personal data by construction.</summary>
    public string Name => $"mash.{Hub}.{Agency ?? "returns"}.{RatingWord}";

    internal string Exchange => Agency is null ? Topology.ReturnsExchange(Hub) : Topology.RequestsExchange(Hub);

    internal string RoutingKey => $"{Agency ?? Sender}.{RatingWord}";

    private string RatingWord => Word(Rating);

    public static Lane ToAgency(string hub, string agency, Rating rating) => new(hub, agency, rating, null);

    /// <param name="sender">Agency that will send by it: its broker user may write under no other name. Not needed to read.</param>
    public static Lane Returns(string hub, Rating rating, string? sender = null) =>
        new(hub, null, rating, sender is null ? null : Code(sender));

    public override string ToString() => Name;

    internal static string Word(Rating rating) => rating.ToString().ToLowerInvariant();

    // A dot or a wildcard in a code would be another lane's name, or everybody's.
    internal static string Code(string code) =>
        code.Length is > 0 and <= 64 && code.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            ? code
            : throw new ArgumentException(
                $"'{code}' cannot be the code of a hub or an agency: 1 to 64 of a-z, 0-9 and hyphen.",
                nameof(code)
            );

    private static Rating Rated(Rating rating) =>
        rating is Rating.None || !Enum.IsDefined(rating)
            ? throw new ArgumentException("A lane is for Red, Amber or Green.", nameof(rating))
            : rating;
}
