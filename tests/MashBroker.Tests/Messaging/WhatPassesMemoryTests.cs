using System.Collections.Concurrent;
using System.Security.Cryptography;
using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using MassTransit;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging;

[TestFixture]
public sealed class WhatPassesMemoryTests
{
    [Test]
    public async Task The_body_in_memory_is_the_sealed_bytes_and_nothing_beside_it_names_machine_or_process()
    {
        await using var bus = MashBus.InMemory();
        var observer = new Observer();
        var inner = ((InMemoryTransport)bus.Transport).Inner;
        inner.ConnectReceiveObserver(observer);
        await bus.StartAsync(default);
        var lane = Lane.ToAgency("sefton", "police", Rating.Red);
        var consumer = new CollectingConsumer();
        await using var reading = await bus.ConsumeAsync(lane, consumer, default);
        var bytes = RandomNumberGenerator.GetBytes(3000);

        await bus.SendAsync(lane, bytes, MessageId.New(), default);
        await consumer.NextAsync();

        var (body, headers) = observer.Seen.Single();
        Assert.That(body, Is.EqualTo(bytes));
        Assert.That(
            headers.Keys,
            Is.EquivalentTo(new[] { "MessageId", "Content-Type", "mash-sender" })
        );
        Assert.That(headers["Content-Type"], Is.EqualTo("application/pkcs7-mime"));
    }

    [Test]
    public async Task Nothing_but_sealed_bytes_can_be_sent()
    {
        await using var bus = MashBus.InMemory();
        await bus.StartAsync(default);
        var endpoint = await ((InMemoryTransport)bus.Transport).Inner.GetSendEndpoint(new Uri("exchange:anywhere"));

        Assert.That(
            () => endpoint.Send(new WhatPassesRabbitMqTests.PlainText("not sealed")),
            Throws.InstanceOf<System.Runtime.Serialization.SerializationException>()
        );
    }

    private sealed class Observer : IReceiveObserver
    {
        public ConcurrentQueue<(byte[] Body, Dictionary<string, object> Headers)> Seen { get; } = new();

        public Task PreReceive(ReceiveContext context)
        {
            Seen.Enqueue((context.GetBody(), context.TransportHeaders.GetAll().ToDictionary(h => h.Key, h => h.Value)));
            return Task.CompletedTask;
        }

        public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
            where T : class => Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
            where T : class => Task.CompletedTask;

        public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
    }
}
