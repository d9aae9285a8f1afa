#if TESTCONTAINERS
using DotNet.Testcontainers.Builders;
using Testcontainers.RabbitMq;

namespace MashBroker.Testing.Messaging;

/// <summary>Only with <c>-p:Testcontainers=true</c>, where the feed has Docker's client and an engine runs.</summary>
internal static class RabbitMqInContainer
{
    public static async Task<(Uri Address, Uri Management)> StartAsync()
    {
        var container = new RabbitMqBuilder()
            .WithImage("rabbitmq:4.1-management")
            .WithUsername("tests")
            .WithPassword("tests")
            .WithPortBinding(15672, assignRandomHostPort: true)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(r => r.ForPort(15672)))
            .Build();
        // Ended by Testcontainers' own reaper when this process ends.
        await container.StartAsync();
        return (
            new Uri($"amqp://tests:tests@{container.Hostname}:{container.GetMappedPublicPort(5672)}/"),
            new Uri($"http://{container.Hostname}:{container.GetMappedPublicPort(15672)}/")
        );
    }
}
#endif
