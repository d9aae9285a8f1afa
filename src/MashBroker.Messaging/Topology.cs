using MashBroker.Contracts;
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

    public static async Task DeclareAsync(IChannel channel, BrokerOptions options, CancellationToken cancellation)
    {
        var hub = options.Hub!;
        await channel.ExchangeDeclareAsync(Dead(hub), ExchangeType.Fanout, true, cancellationToken: cancellation);
        await channel.QueueDeclareAsync(Dead(hub), true, false, false, DeadArguments, cancellationToken: cancellation);
        await channel.QueueBindAsync(Dead(hub), Dead(hub), "", cancellationToken: cancellation);

        await channel.ExchangeDeclareAsync(
            RequestsExchange(hub),
            ExchangeType.Direct,
            true,
            cancellationToken: cancellation
        );
        // A topic exchange, because RabbitMQ checks the routing key of these only: each agency may write under its own name alone.
        await channel.ExchangeDeclareAsync(
            ReturnsExchange(hub),
            ExchangeType.Topic,
            true,
            cancellationToken: cancellation
        );

        foreach (var rating in Ratings)
        {
            var returns = Lane.Returns(hub, rating);
            await DeclareLaneAsync(channel, returns, $"*.{Lane.Word(rating)}", options, cancellation);
            foreach (var agency in options.Agencies)
            {
                var lane = Lane.ToAgency(hub, agency, rating);
                await DeclareLaneAsync(channel, lane, lane.RoutingKey, options, cancellation);
            }
        }
    }

    public static readonly IReadOnlyList<Rating> Ratings = [Rating.Red, Rating.Amber, Rating.Green];

    private static async Task DeclareLaneAsync(
        IChannel channel,
        Lane lane,
        string routingKey,
        BrokerOptions options,
        CancellationToken cancellation
    )
    {
        var arguments = new Dictionary<string, object?>
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = options.DeliveryLimit,
            ["x-dead-letter-exchange"] = Dead(lane.Hub),
            // Without these two a message can be lost on its way to the dead letters.
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        };
        await channel.QueueDeclareAsync(lane.Name, true, false, false, arguments, cancellationToken: cancellation);
        await channel.QueueBindAsync(lane.Name, lane.Exchange, routingKey, cancellationToken: cancellation);
    }

    private static readonly Dictionary<string, object?> DeadArguments = new()
    {
        ["x-queue-type"] = "quorum",
        // RabbitMQ 4 drops a message after 20 looks at it unless told otherwise.
        ["x-delivery-limit"] = int.MaxValue,
    };
}
