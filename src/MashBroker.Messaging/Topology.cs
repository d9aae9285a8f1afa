using System.Text.RegularExpressions;
using MashBroker.Contracts;
using MashBroker.Messaging.Administration;
using RabbitMQ.Client;

namespace MashBroker.Messaging;

/// <summary>
/// Everything that exists at the broker for one hub. Only the hub declares it; nothing else in this project declares anything.
/// </summary>
internal static class Topology
{
    public static string RequestsExchange(string hub) => $"mash.{hub}.requests";

    public static string ReturnsExchange(string hub) => $"mash.{hub}.returns";

    /// <summary>Exchange, and queue, where messages are parked for a person to look at.</summary>
    public static string Dead(string hub) => $"mash.{hub}.dead";

    /// <summary>Routing key by which a lane of returns takes what every agency sends.</summary>
    public static string ReturnsKey(Rating rating) => $"*.{Lane.Word(rating)}";

    public static readonly IReadOnlyList<Rating> Ratings = [Rating.Red, Rating.Amber, Rating.Green];

    public static IReadOnlyList<PlannedExchange> Exchanges(string hub) =>
        [
            new(Dead(hub), ExchangeType.Fanout),
            new(RequestsExchange(hub), ExchangeType.Direct),
            // A topic exchange, because RabbitMQ checks the routing key of these only: each agency may write under its own name alone.
            new(ReturnsExchange(hub), ExchangeType.Topic),
        ];

    public static Dictionary<string, object?> LaneArguments(string hub, int deliveryLimit) =>
        new()
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = deliveryLimit,
            ["x-dead-letter-exchange"] = Dead(hub),
            // Without these two a message can be lost on its way to the dead letters.
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        };

    public static readonly IReadOnlyDictionary<string, object?> DeadArguments = new Dictionary<string, object?>
    {
        ["x-queue-type"] = "quorum",
        // RabbitMQ 4 drops a message after 20 looks at it unless told otherwise.
        ["x-delivery-limit"] = int.MaxValue,
    };

    /// <summary>
    /// They say once more what the queues' arguments say. What they are for is their priority: see
    /// <see cref="BrokerPlan.PolicyPriority"/>.
    /// </summary>
    public static IReadOnlyList<PlannedPolicy> Policies(string hub)
    {
        var prefix = $@"^mash\.{Regex.Escape(Lane.Code(hub))}\.";
        return
        [
            new(
                $"mash.{hub}.lanes",
                $@"{prefix}.*\.(red|amber|green)$",
                new Dictionary<string, object?>
                {
                    ["dead-letter-exchange"] = Dead(hub),
                    ["dead-letter-strategy"] = "at-least-once",
                    ["overflow"] = "reject-publish",
                }
            ),
            new(
                $"mash.{hub}.dead",
                $"{prefix}dead$",
                new Dictionary<string, object?> { ["overflow"] = "reject-publish" }
            ),
        ];
    }

    public static async Task DeclareAsync(IChannel channel, BrokerOptions options, CancellationToken cancellation)
    {
        var hub = options.Hub!;
        foreach (var (name, type) in Exchanges(hub))
        {
            await channel.ExchangeDeclareAsync(name, type, true, cancellationToken: cancellation);
        }

        await DeclareAsync(channel, Dead(hub), DeadArguments, Dead(hub), "", cancellation);
        var lane = LaneArguments(hub, options.DeliveryLimit);
        foreach (var rating in Ratings)
        {
            var returns = Lane.Returns(hub, rating);
            await DeclareAsync(channel, returns.Name, lane, returns.Exchange, ReturnsKey(rating), cancellation);
            foreach (var agency in options.Agencies)
            {
                var to = Lane.ToAgency(hub, agency, rating);
                await DeclareAsync(channel, to.Name, lane, to.Exchange, to.RoutingKey, cancellation);
            }
        }
    }

    private static async Task DeclareAsync(
        IChannel channel,
        string queue,
        IReadOnlyDictionary<string, object?> arguments,
        string exchange,
        string routingKey,
        CancellationToken cancellation
    )
    {
        var given = arguments.ToDictionary();
        await channel.QueueDeclareAsync(queue, true, false, false, given, cancellationToken: cancellation);
        await channel.QueueBindAsync(queue, exchange, routingKey, cancellationToken: cancellation);
    }
}
