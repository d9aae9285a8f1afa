using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using NUnit.Framework;
using RabbitMQ.Client;

namespace MashBroker.Tests.Messaging;

/// <summary>Looks at the broker with its plain client, as its administrator could.</summary>
[TestFixture]
[Category("RabbitMq")]
public sealed class WhatPassesRabbitMqTests
{
    private const string HubCode = "sefton";

    private RabbitMqForTests _broker = null!;
    private Uri _virtualHost = null!;
    private MashBus _hub = null!;
    private MashBus _police = null!;
    private IConnection _administrator = null!;
    private IChannel _channel = null!;

    [SetUp]
    public async Task StartBuses()
    {
        _broker = await RabbitMqForTests.SharedAsync();
        _virtualHost = await _broker.CreateVirtualHostAsync();
        _hub = MashBus.RabbitMq(
            new BrokerOptions
            {
                Address = await _broker.CreateUserAsync(_virtualHost, BrokerPermissions.ForHub(HubCode)),
                CreatesTopology = true,
                Hub = HubCode,
                Agencies = ["police", "health"],
                DeliveryLimit = 3,
                FirstRedeliveryMilliseconds = 1,
                ConfirmTimeoutSeconds = 2,
            }
        );
        _police = MashBus.RabbitMq(
            new BrokerOptions
            {
                Address = await _broker.CreateUserAsync(_virtualHost, BrokerPermissions.ForAgency(HubCode, "police")),
                ConfirmTimeoutSeconds = 2,
            }
        );
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _hub.StartAsync(default);
        await _police.StartAsync(default);
        await _hub.ReadyAsync(patience.Token);
        await _police.ReadyAsync(patience.Token);
        _administrator = await RabbitMqForTests.ConnectAsync(_virtualHost);
        _channel = await _administrator.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)
        );
    }

    [TearDown]
    public async Task StopBuses()
    {
        // Null where the set-up was skipped.
        if (_channel is not null)
        {
            await _channel.DisposeAsync();
            await _administrator.DisposeAsync();
            await _police.DisposeAsync();
            await _hub.DisposeAsync();
        }
    }

    [Test]
    public async Task The_body_at_the_broker_is_the_sealed_bytes_and_nothing_beside_it_names_machine_or_process()
    {
        var bytes = RandomNumberGenerator.GetBytes(3000);
        var id = MessageId.New();
        await _hub.SendAsync(Lane.ToAgency(HubCode, "police", Rating.Red), bytes, id, default);

        var message = await _channel.BasicGetAsync("mash.sefton.police.red", autoAck: true);

        Assert.That(message!.Body.ToArray(), Is.EqualTo(bytes));
        Assert.That(message.BasicProperties.ContentType, Is.EqualTo("application/pkcs7-mime"));
        Assert.That(message.BasicProperties.MessageId, Is.EqualTo(id.ToString()));
        Assert.That(message.BasicProperties.Persistent, Is.True);
        // The client library numbers what it awaits a confirmation for, the broker counts deliveries; nothing else is there.
        Assert.That(
            message.BasicProperties.Headers?.Keys ?? [],
            Is.SubsetOf(new[] { "x-dotnet-pub-seq-no", "x-delivery-count" })
        );
        var properties = message.BasicProperties;
        Assert.That(
            new[] { properties.AppId, properties.ReplyTo, properties.Type, properties.CorrelationId },
            Is.All.Null
        );
        Assert.That(properties.UserId, Is.EqualTo("mash.sefton"));
    }

    [Test]
    public async Task Connections_do_not_tell_the_broker_of_machine_or_process()
    {
        var connections = "";
        // The management learns of a connection a few seconds after it was made.
        await Eventually.HoldsAsync(async () =>
            (connections = await _broker.ReadManagementAsync("api/connections")).Contains(
                "mash.sefton.police",
                StringComparison.Ordinal
            )
        );

        using var process = Process.GetCurrentProcess();
        Assert.That(
            connections,
            Does.Not.Contain("machine").And.Not.Contain("process_name").And.Not.Contain(process.ProcessName).IgnoreCase
        );
    }

    [TestCase("mash.sefton.police.red")]
    [TestCase("mash.sefton.health.green")]
    [TestCase("mash.sefton.returns.amber")]
    public async Task A_lane_is_a_durable_quorum_queue_that_loses_nothing_to_the_dead_letters(string name)
    {
        var queue = await _broker.ReadManagementAsync($"api/queues/{_virtualHost.AbsolutePath.TrimStart('/')}/{name}");

        Assert.That(queue, Does.Contain("\"durable\":true"));
        Assert.That(queue, Does.Contain("\"x-queue-type\":\"quorum\""));
        Assert.That(queue, Does.Contain("\"x-delivery-limit\":3"));
        Assert.That(queue, Does.Contain("\"x-dead-letter-exchange\":\"mash.sefton.dead\""));
        Assert.That(queue, Does.Contain("\"x-dead-letter-strategy\":\"at-least-once\""));
        Assert.That(queue, Does.Contain("\"x-overflow\":\"reject-publish\""));
    }

    [Test]
    public async Task Nothing_but_the_hubs_own_topology_comes_to_exist()
    {
        await using var reading = await _police.ConsumeAsync(
            Lane.ToAgency(HubCode, "police", Rating.Red),
            new CollectingConsumer(),
            default
        );
        await _hub.SendAsync(Lane.ToAgency(HubCode, "police", Rating.Red), new byte[] { 1 }, MessageId.New(), default);
        var queues = await _broker.ReadManagementNamesAsync($"api/queues{_virtualHost.AbsolutePath}");
        var exchanges = await _broker.ReadManagementNamesAsync($"api/exchanges{_virtualHost.AbsolutePath}");

        var ratings = new[] { "red", "amber", "green" };
        Assert.That(
            queues,
            Is.EquivalentTo(
                ratings
                    .SelectMany(r =>
                        new[] { $"mash.sefton.police.{r}", $"mash.sefton.health.{r}", $"mash.sefton.returns.{r}" }
                    )
                    .Append("mash.sefton.dead")
            )
        );
        Assert.That(
            exchanges.Where(e => e.Length > 0 && !e.StartsWith("amq.", StringComparison.Ordinal)),
            Is.EquivalentTo(new[] { "mash.sefton.requests", "mash.sefton.returns", "mash.sefton.dead" })
        );
    }

    [Test]
    public async Task A_message_that_is_not_sealed_is_parked_and_never_reaches_the_consumer()
    {
        var consumer = new CollectingConsumer();
        await using var reading = await _hub.ConsumeAsync(Lane.Returns(HubCode, Rating.Red), consumer, default);
        var json = Encoding.UTF8.GetBytes("""{"message":{"body":"bm90IHNlYWxlZA=="}}""");

        foreach (var type in new[] { "application/json", "application/vnd.masstransit+json", null })
        {
            await _channel.BasicPublishAsync(
                "mash.sefton.returns",
                "police.red",
                mandatory: true,
                type is null ? new BasicProperties() : new BasicProperties { ContentType = type },
                json
            );
        }

        await Eventually.HoldsAsync(async () => await _channel.MessageCountAsync("mash.sefton.dead") == 3);
        Assert.That(consumer.Waiting, Is.Zero);
        var parked = await _channel.BasicGetAsync("mash.sefton.dead", autoAck: true);
        Assert.That(parked!.Body.ToArray(), Is.EqualTo(json));
    }

    [Test]
    public void Nothing_but_sealed_bytes_can_be_sent() =>
        Assert.That(
            async () =>
            {
                var bus = ((RabbitMqTransport)_hub.Transport).Inner;
                var endpoint = await bus.GetSendEndpoint(new Uri("exchange:mash.sefton.requests?type=direct"));
                await endpoint.Send(new PlainText("not sealed"));
            },
            Throws.InstanceOf<System.Runtime.Serialization.SerializationException>()
        );

    [Test]
    public void A_message_for_an_agency_without_lanes_fails_loudly() =>
        Assert.That(
            () =>
                _hub.SendAsync(Lane.ToAgency(HubCode, "fire", Rating.Red), new byte[] { 1 }, MessageId.New(), default),
            Throws.InstanceOf<LaneUnavailableException>().With.Message.Contains("mash.sefton.fire.red")
        );

    [Test]
    public async Task An_agency_that_writes_in_anothers_name_is_refused_and_can_go_on_in_its_own()
    {
        Assert.That(
            () =>
                _police.SendAsync(
                    Lane.Returns(HubCode, Rating.Red, "health"),
                    new byte[] { 1 },
                    MessageId.New(),
                    default
                ),
            Throws.InstanceOf<LaneUnavailableException>()
        );

        await _police.SendAsync(
            Lane.Returns(HubCode, Rating.Red, "police"),
            new byte[] { 2 },
            MessageId.New(),
            default
        );
        var message = await _channel.BasicGetAsync("mash.sefton.returns.red", autoAck: true);
        Assert.That(message!.Body.ToArray(), Is.EqualTo(new byte[] { 2 }));
        Assert.That(message.BasicProperties.UserId, Is.EqualTo("mash.sefton.police"));
    }

    [Test]
    public async Task A_wrong_password_is_a_lane_that_is_unavailable()
    {
        var wrong = new UriBuilder(_virtualHost) { UserName = "nobody", Password = "wrong" }.Uri;
        await using var bus = MashBus.RabbitMq(new BrokerOptions { Address = wrong, ConfirmTimeoutSeconds = 1 });
        await bus.StartAsync(default);

        Assert.That(
            () =>
                bus.SendAsync(Lane.ToAgency(HubCode, "police", Rating.Red), new byte[] { 1 }, MessageId.New(), default),
            Throws.InstanceOf<LaneUnavailableException>()
        );
    }

    internal sealed record PlainText(string Text);
}
