using System.Text.Json;

namespace MashBroker.Messaging.Administration;

/// <summary>What stands at the broker, as its management tells it: the virtual host's own things, and everybody's users.</summary>
internal sealed record BrokerState
{
    public required bool VirtualHostExists { get; init; }

    public IReadOnlyList<ExchangeThere> Exchanges { get; init; } = [];

    public IReadOnlyList<QueueThere> Queues { get; init; } = [];

    public IReadOnlyList<BindingThere> Bindings { get; init; } = [];

    public IReadOnlyList<PolicyThere> Policies { get; init; } = [];

    /// <summary>They apply on top of any policy, whatever its priority.</summary>
    public IReadOnlyList<PolicyThere> OperatorPolicies { get; init; } = [];

    public required IReadOnlyList<UserThere> Users { get; init; }

    /// <summary>On every virtual host.</summary>
    public required IReadOnlyList<PermissionThere> Permissions { get; init; }

    public required IReadOnlyList<TopicPermissionThere> TopicPermissions { get; init; }

    public required IReadOnlyList<ListenerThere> Listeners { get; init; }

    /// <summary>Names of the mechanisms of logging in that are on: PLAIN, AMQPLAIN, EXTERNAL.</summary>
    public required IReadOnlyList<string> Mechanisms { get; init; }
}

internal sealed record ExchangeThere(
    string Name,
    string Type,
    bool Durable,
    bool AutoDelete,
    IReadOnlyDictionary<string, JsonElement> Arguments
);

internal sealed record QueueThere(
    string Name,
    bool Durable,
    bool AutoDelete,
    bool Exclusive,
    IReadOnlyDictionary<string, JsonElement> Arguments
);

internal sealed record BindingThere(string Source, string Destination, string DestinationType, string RoutingKey);

/// <param name="ApplyTo">queues, exchanges or all.</param>
internal sealed record PolicyThere(
    string Name,
    string Pattern,
    [property: System.Text.Json.Serialization.JsonPropertyName("apply-to")] string ApplyTo,
    int Priority,
    IReadOnlyDictionary<string, JsonElement> Definition
);

/// <param name="Tags">A list, or before RabbitMQ 3.9 words with commas.</param>
internal sealed record UserThere(string Name, string PasswordHash, string HashingAlgorithm, JsonElement Tags)
{
    public IReadOnlyList<string> TagWords =>
        Tags.ValueKind is JsonValueKind.Array
            ? [.. Tags.EnumerateArray().Select(tag => tag.GetString()!)]
            : (Tags.GetString() ?? "").Split(
                ',',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
}

internal sealed record PermissionThere(string User, string Vhost, string Configure, string Write, string Read);

internal sealed record TopicPermissionThere(string User, string Vhost, string Exchange, string Write, string Read);

/// <param name="SocketOpts">For TLS its options too: verify, fail_if_no_peer_cert.</param>
internal sealed record ListenerThere(string Protocol, string IpAddress, int Port, JsonElement SocketOpts);
