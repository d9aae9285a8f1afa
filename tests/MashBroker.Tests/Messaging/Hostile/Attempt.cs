using RabbitMQ.Client;

namespace MashBroker.Tests.Messaging.Hostile;

/// <summary>One thing that an agency must not be able to do, and how the broker says so.</summary>
/// <param name="Name">What the police of sefton try.</param>
/// <param name="Code">Reply code: 403 access refused, 406 for a user id that is not who is logged in.</param>
/// <param name="Says">What the broker's refusal names.</param>
public sealed record Attempt(string Name, Func<IChannel, Task> TryAsync, string Says, ushort Code = Attempt.Refused)
{
    public const ushort Refused = 403;
    public const ushort NotWhoYouAre = 406;

    private const string Hub = "sefton";
    private const string Own = "mash.sefton.police.red";
    private const string Others = "mash.sefton.health.red";
    private const string HubLane = "mash.sefton.returns.red";
    private const string Requests = "mash.sefton.requests";
    private const string Returns = "mash.sefton.returns";
    private const string Dead = "mash.sefton.dead";

    public static IReadOnlyList<Attempt> All { get; } =
    [.. Reading(), .. Writing(), .. Pretending(), .. Destroying(), .. Making()];

    public override string ToString() => Name;

    private static IEnumerable<Attempt> Reading()
    {
        foreach (var queue in new[] { Others, HubLane, Dead })
        {
            yield return new($"Takes a message from {queue}", c => c.BasicGetAsync(queue, autoAck: true), queue);
            yield return new($"Listens at {queue}", c => c.BasicConsumeAsync(queue, true, new NoConsumer(c)), queue);
        }
    }

    private static IEnumerable<Attempt> Writing()
    {
        foreach (var key in new[] { "health.red", "#", "*.red", "police.blue", "police.red.health", "hub.red" })
        {
            yield return new($"Sends a return as {key}", c => PublishAsync(c, Returns, key), $"'{key}'");
        }

        foreach (var key in new[] { "health.red", "police.red" })
        {
            yield return new($"Sends a request to {key}", c => PublishAsync(c, Requests, key), Requests);
        }

        yield return new("Sends to the dead letters", c => PublishAsync(c, Dead, ""), Dead);
        foreach (var lane in new[] { HubLane, Others, Own })
        {
            yield return new($"Sends past the exchanges to {lane}", c => PublishAsync(c, "", lane), "amq.default");
        }

        foreach (var exchange in new[] { "amq.direct", "amq.topic", "amq.fanout", "amq.headers" })
        {
            yield return new($"Sends to {exchange}", c => PublishAsync(c, exchange, "health.red"), exchange);
        }
    }

    private static IEnumerable<Attempt> Pretending()
    {
        foreach (var user in new[] { $"mash.{Hub}.health", $"mash.{Hub}", "guest" })
        {
            yield return new(
                $"Says on its own return that it is {user}",
                c => PublishAsync(c, Returns, "police.red", user),
                user,
                NotWhoYouAre
            );
        }
    }

    private static IEnumerable<Attempt> Destroying()
    {
        foreach (var queue in new[] { Own, Others, HubLane, Dead })
        {
            yield return new($"Deletes {queue}", c => c.QueueDeleteAsync(queue), queue);
        }

        foreach (var queue in new[] { Others, HubLane, Dead })
        {
            yield return new($"Empties {queue}", c => c.QueuePurgeAsync(queue), queue);
        }

        foreach (var exchange in new[] { Requests, Returns, Dead })
        {
            yield return new($"Deletes the exchange {exchange}", c => c.ExchangeDeleteAsync(exchange), exchange);
        }

        yield return new("Unbinds its own lane", c => c.QueueUnbindAsync(Own, Requests, "police.red"), Own);
        yield return new("Unbinds another's lane", c => c.QueueUnbindAsync(Others, Requests, "health.red"), Others);
    }

    private static IEnumerable<Attempt> Making()
    {
        yield return new("Declares a queue", c => c.QueueDeclareAsync("own", true, false, false), "own");
        yield return new("Declares a queue without a name", c => c.QueueDeclareAsync(), "amq.gen");
        yield return new("Declares its own lane anew", c => c.QueueDeclareAsync(Own, false, false, false), Own);
        yield return new(
            "Declares an exchange",
            c => c.ExchangeDeclareAsync("own", ExchangeType.Fanout, durable: true),
            "own"
        );
        yield return new(
            "Binds its lane to another's requests",
            c => c.QueueBindAsync(Own, Requests, "health.red"),
            Own
        );
        yield return new("Binds its lane to everybody's returns", c => c.QueueBindAsync(Own, Returns, "#"), Own);
        yield return new(
            "Binds an exchange to everybody's returns",
            c => c.ExchangeBindAsync("amq.fanout", Returns, "#"),
            "amq.fanout"
        );
    }

    private static Task PublishAsync(IChannel channel, string exchange, string key, string? user = null) =>
        channel
            .BasicPublishAsync(
                exchange,
                key,
                mandatory: true,
                user is null ? new BasicProperties() : new BasicProperties { UserId = user },
                new byte[] { 1 }
            )
            .AsTask();

    private sealed class NoConsumer(IChannel channel) : AsyncDefaultBasicConsumer(channel);
}
