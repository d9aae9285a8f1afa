using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using NUnit.Framework;
using RabbitMQ.Client;

namespace MashBroker.Tests.Messaging;

/// <summary>Hub and agency as two users, the agency's without any right to configure.</summary>
[TestFixture]
[Category("RabbitMq")]
public sealed class MashBusRabbitMqTests : MashBusContract
{
    private RabbitMqForTests _broker = null!;
    private Uri _virtualHost = null!;

    [OneTimeSetUp]
    public async Task FindBroker()
    {
        _broker = await RabbitMqForTests.SharedAsync();
        _virtualHost = await _broker.CreateVirtualHostAsync();
    }

    protected override async Task<(MashBus Hub, MashBus Agency)> StartAsync(string hub, string agency)
    {
        var forHub = Impatient;
        forHub.Address = await _broker.CreateUserAsync(_virtualHost, BrokerPermissions.ForHub(hub));
        (forHub.CreatesTopology, forHub.Hub, forHub.Agencies) = (true, hub, [agency]);
        var forAgency = Impatient;
        forAgency.Address = await _broker.CreateUserAsync(_virtualHost, BrokerPermissions.ForAgency(hub, agency));
        var buses = (Hub: MashBus.RabbitMq(forHub, Logged), Agency: MashBus.RabbitMq(forAgency, Logged));
        await buses.Hub.StartAsync(default);
        await buses.Agency.StartAsync(default);
        return buses;
    }

    protected override async Task ParkedAsItCameAsync(MessageId poison)
    {
        await using var connection = await RabbitMqForTests.ConnectAsync(_virtualHost);
        await using var channel = await connection.CreateChannelAsync();
        var letter = await channel.BasicGetAsync("mash.sefton.dead", autoAck: true);

        Assert.That(letter, Is.Not.Null);
        Assert.That(letter!.BasicProperties.MessageId, Is.EqualTo(poison.ToString()));
        Assert.That(letter.Body.ToArray(), Is.EqualTo(new byte[] { 66 }));
        Assert.That(WireText.Of(letter), Does.Not.Contain("Zebedee").And.Not.Contain("InvalidOperation"));
    }
}
