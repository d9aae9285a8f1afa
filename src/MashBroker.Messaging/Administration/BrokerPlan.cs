using MashBroker.Contracts;

namespace MashBroker.Messaging.Administration;

/// <summary>
/// Everything that must stand at the broker for one hub, and nothing else: what <see cref="Topology"/> declares, and the users
/// and rights that only an administrator can make. Applied, checked against and written as definitions from here alone.
/// </summary>
public sealed class BrokerPlan
{
    /// <summary>RabbitMQ applies one policy per queue, that of the highest priority: ours keeps anybody else's off our lanes.</summary>
    public const int PolicyPriority = 1_000_000;

    private BrokerPlan(string hub, string virtualHost, IReadOnlyList<PlannedUser> users) =>
        (Hub, VirtualHost, Users) = (hub, virtualHost, users);

    public string Hub { get; }

    public string VirtualHost { get; }

    public IReadOnlyList<PlannedUser> Users { get; }

    public required IReadOnlyList<PlannedExchange> Exchanges { get; init; }

    public required IReadOnlyList<PlannedLane> Queues { get; init; }

    public required IReadOnlyList<PlannedBinding> Bindings { get; init; }

    public required IReadOnlyList<PlannedPolicy> Policies { get; init; }

    /// <summary>Beginning of every name that belongs to this hub.</summary>
    public string Prefix => $"mash.{Hub}.";

    /// <param name="agencies">Codes of the agencies that get lanes and a user.</param>
    /// <param name="credential">What a party logs in with; given <c>hub</c> or the agency's code.</param>
    /// <exception cref="ArgumentException">A code cannot be part of a name at the broker.</exception>
    public static BrokerPlan For(
        string hub,
        IReadOnlyCollection<string> agencies,
        string virtualHost,
        Func<string, BrokerCredential> credential
    )
    {
        var users = agencies
            .Select(agency => new PlannedUser(agency, BrokerPermissions.ForAgency(hub, agency), credential(agency)))
            .Prepend(new PlannedUser("hub", BrokerPermissions.ForHub(hub), credential("hub")))
            .ToList();
        var lanes = Topology
            .Ratings.SelectMany(rating =>
                agencies
                    .Select(agency => Lane.ToAgency(hub, agency, rating))
                    .Select(lane => (Lane: lane, Key: lane.RoutingKey))
                    .Prepend((Lane: Lane.Returns(hub, rating), Key: Topology.ReturnsKey(rating)))
            )
            .ToList();
        var dead = Topology.Dead(hub);
        return new BrokerPlan(hub, virtualHost, users)
        {
            Exchanges = Topology.Exchanges(hub),
            Queues =
            [
                .. lanes.Select(each => new PlannedLane(
                    each.Lane.Name,
                    Topology.LaneArguments(hub, new BrokerOptions().DeliveryLimit)
                )),
                new PlannedLane(dead, Topology.DeadArguments),
            ],
            Bindings =
            [
                .. lanes.Select(each => new PlannedBinding(each.Lane.Exchange, each.Lane.Name, each.Key)),
                new PlannedBinding(dead, dead, ""),
            ],
            Policies = Topology.Policies(hub),
        };
    }
}

/// <param name="Party"><c>hub</c>, or the agency's code.</param>
public sealed record PlannedUser(string Party, BrokerPermissions Rights, BrokerCredential Credential)
{
    public string Name => Rights.User;
}

public sealed record PlannedExchange(string Name, string Type);

/// <summary>A durable queue: a lane, or the dead letters.</summary>
public sealed record PlannedLane(string Name, IReadOnlyDictionary<string, object?> Arguments);

public sealed record PlannedBinding(string Exchange, string Queue, string RoutingKey);

/// <param name="Pattern">Regular expression over queue names.</param>
public sealed record PlannedPolicy(string Name, string Pattern, IReadOnlyDictionary<string, object?> Definition);
