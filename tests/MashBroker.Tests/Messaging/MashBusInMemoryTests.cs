using MashBroker.Contracts;
using MashBroker.Messaging;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging;

[TestFixture]
public sealed class MashBusInMemoryTests : MashBusContract
{
    protected override async Task<(MashBus Hub, MashBus Agency)> StartAsync(string hub, string agency)
    {
        var bus = MashBus.InMemory(Logged, Impatient);
        await bus.StartAsync(default);
        return (bus, bus);
    }

    protected override Task ParkedAsItCameAsync(MessageId poison)
    {
        var letter = Hub.DeadLettersInMemory.Single();
        Assert.That(letter.MessageId, Is.EqualTo(poison.ToString()));
        Assert.That(letter.Body.ToArray(), Is.EqualTo(new byte[] { 66 }));
        Assert.That(letter.Fault, Is.EqualTo(nameof(InvalidOperationException)));
        return Task.CompletedTask;
    }
}
