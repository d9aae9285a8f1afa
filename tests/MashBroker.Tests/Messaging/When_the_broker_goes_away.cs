using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging;

[TestFixture]
[Category("RabbitMq")]
public sealed class When_the_broker_goes_away
{
    private static readonly Lane Reds = Lane.ToAgency("sefton", "police", Rating.Red);

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_was_confirmed_survives_and_readers_attach_again_by_themselves(bool killed)
    {
        using var broker = await RabbitMqForTests.StartOwnAsync();
        await using var hub = await StartHubAsync(broker);
        await using var police = await StartPoliceAsync(broker);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await hub.ReadyAsync(patience.Token);
        // One is read before, so that the reader is attached for certain when the broker goes.
        var consumer = new CollectingConsumer();
        await using var reading = await police.ConsumeAsync(Reds, consumer, default);
        await hub.SendAsync(Reds, new byte[] { 1 }, MessageId.New(), default);
        await consumer.NextAsync();
        var ambers = Lane.ToAgency("sefton", "police", Rating.Amber);
        await hub.SendAsync(ambers, new byte[] { 2 }, MessageId.New(), default);

        await (killed ? broker.KillAsync() : broker.StopAsync());
        Assert.That(
            () => hub.SendAsync(Reds, new byte[] { 3 }, MessageId.New(), default),
            Throws.InstanceOf<LaneUnavailableException>()
        );
        await broker.StartAgainAsync();

        var waited = new CollectingConsumer();
        await using var readingAmbers = await police.ConsumeAsync(ambers, waited, default);
        Assert.That((await waited.NextAsync()).Body.ToArray(), Is.EqualTo(new byte[] { 2 }));
        await SendUntilConfirmedAsync(hub, Reds, 4);
        while ((await consumer.NextAsync()).Body.Span[0] != 4)
        {
            // The third, which was not confirmed, may have arrived all the same.
        }
    }

    [Test]
    public async Task A_process_that_starts_before_its_broker_waits_and_attaches()
    {
        using var broker = await RabbitMqForTests.StartOwnAsync();
        await broker.StopAsync();
        await using var hub = await StartHubAsync(broker);
        await using var police = await StartPoliceAsync(broker);
        var consumer = new CollectingConsumer();
        await using var reading = await police.ConsumeAsync(Reds, consumer, default);

        await broker.StartAgainAsync();

        await SendUntilConfirmedAsync(hub, Reds, 9);
        Assert.That((await consumer.NextAsync()).Body.ToArray(), Is.EqualTo(new byte[] { 9 }));
    }

    [Test]
    public async Task A_bus_whose_broker_never_came_stops()
    {
        await using var bus = MashBus.RabbitMq(
            // Nobody listens on port 1.
            new BrokerOptions { Address = new Uri("amqp://u:p@127.0.0.1:1/"), StopTimeoutSeconds = 5 }
        );
        await bus.StartAsync(default);
        await using var reading = await bus.ConsumeAsync(Reds, new CollectingConsumer(), default);

        await reading.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        await bus.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task SendUntilConfirmedAsync(MashBus bus, Lane lane, byte body) =>
        await Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    await bus.SendAsync(lane, new[] { body }, MessageId.New(), default);
                    return true;
                }
                catch (LaneUnavailableException)
                {
                    return false;
                }
            },
            withinSeconds: 60
        );

    private static async Task<MashBus> StartHubAsync(RabbitMqForTests broker)
    {
        var bus = MashBus.RabbitMq(
            new BrokerOptions
            {
                Address = broker.Address,
                CreatesTopology = true,
                Hub = "sefton",
                Agencies = ["police"],
                ConfirmTimeoutSeconds = 2,
            }
        );
        await bus.StartAsync(default);
        return bus;
    }

    private static async Task<MashBus> StartPoliceAsync(RabbitMqForTests broker)
    {
        var bus = MashBus.RabbitMq(new BrokerOptions { Address = broker.Address, ConfirmTimeoutSeconds = 2 });
        await bus.StartAsync(default);
        return bus;
    }
}
