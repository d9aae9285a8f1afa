using System.Text;
using MashBroker.Messaging;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace MashBroker.Tests.Messaging.Hostile;

/// <summary>
/// Police and health of sefton, at a broker with their own users. Police tries everything: the broker refuses it by its rights
/// alone, whatever way it logs in.
/// </summary>
public abstract class HostileAgencyContract
{
    protected const string Hub = "sefton";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly CreateChannelOptions Confirmed = new(true, true);

    /// <summary>The broker's administrator, on the virtual host.</summary>
    protected abstract IConnection Administrator { get; }

    /// <summary>As an agency's own user.</summary>
    protected abstract IConnection Police { get; }

    protected abstract IConnection Health { get; }

    [TestCaseSource(typeof(Attempt), nameof(Attempt.All))]
    public async Task Is_refused(Attempt attempt)
    {
        var health = await HealthHoldsAsync();
        await using var channel = await Police.CreateChannelAsync(Confirmed);
        var closed = new TaskCompletionSource<ShutdownEventArgs>();
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            closed.TrySetResult(reason);
            return Task.CompletedTask;
        };

        Assert.That(() => attempt.TryAsync(channel), Throws.InstanceOf<RabbitMQClientException>());

        var said = await closed.Task.WaitAsync(Patience);
        Assert.Multiple(() =>
        {
            Assert.That(said.ReplyCode, Is.EqualTo(attempt.Code));
            Assert.That(said.ReplyText, Does.Contain(attempt.Says));
        });
        Assert.That(await HealthHoldsAsync(), Is.EqualTo(health), "another's lane is as it was");
    }

    [Test]
    public async Task What_it_may_do_works_so_that_the_refusals_mean_something()
    {
        await using var police = await Police.CreateChannelAsync(Confirmed);
        await using var administrator = await Administrator.CreateChannelAsync(Confirmed);
        await administrator.QueuePurgeAsync("mash.sefton.police.green");
        await administrator.QueuePurgeAsync("mash.sefton.returns.green");
        await SendAsync(administrator, "mash.sefton.requests", "police.green", user: null);

        var request = await police.BasicGetAsync("mash.sefton.police.green", autoAck: true);
        await SendAsync(police, "mash.sefton.returns", "police.green", "mash.sefton.police");
        var came = await administrator.BasicGetAsync("mash.sefton.returns.green", autoAck: true);

        Assert.That(request, Is.Not.Null);
        Assert.That(came!.BasicProperties.UserId, Is.EqualTo("mash.sefton.police"));
    }

    [Test]
    public async Task A_copy_to_anothers_routing_key_still_carries_its_own_name_and_reaches_only_the_hub()
    {
        // RabbitMQ before 4 looks at the first routing key alone; the hub looks at the user and the signature.
        await using var police = await Police.CreateChannelAsync(Confirmed);
        await using var administrator = await Administrator.CreateChannelAsync();
        await administrator.QueuePurgeAsync("mash.sefton.returns.amber");
        var properties = new BasicProperties
        {
            UserId = "mash.sefton.police",
            Headers = new Dictionary<string, object?>
            {
                ["CC"] = new List<object> { Encoding.UTF8.GetBytes("health.amber") },
            },
        };
        var health = await HealthHoldsAsync();
        try
        {
            await police.BasicPublishAsync("mash.sefton.returns", "police.amber", true, properties, new byte[] { 1 });
        }
        catch (RabbitMQClientException)
        {
            // RabbitMQ 4 refuses it.
        }

        for (
            BasicGetResult? copy;
            (copy = await administrator.BasicGetAsync("mash.sefton.returns.amber", autoAck: true)) is not null;

        )
        {
            Assert.That(copy.BasicProperties.UserId, Is.EqualTo("mash.sefton.police"));
        }

        Assert.That(await HealthHoldsAsync(), Is.EqualTo(health));
    }

    [Test]
    public async Task How_many_wait_in_anothers_lane_it_can_ask_and_nothing_more()
    {
        // RabbitMQ has no right for a passive look; ops/rabbitmq/README.md says so. A version that refuses it is welcome.
        await using var police = await Police.CreateChannelAsync();
        try
        {
            var seen = await police.QueueDeclarePassiveAsync("mash.sefton.health.red");
            Assert.That(seen.MessageCount, Is.GreaterThan(0));
        }
        catch (OperationInterruptedException refused)
        {
            Assert.That(refused.ShutdownReason!.ReplyCode, Is.EqualTo(Attempt.Refused));
        }
    }

    [Test]
    public async Task Its_own_lane_it_can_empty_which_is_why_the_ledger_sends_again()
    {
        await using var police = await Police.CreateChannelAsync();
        await using var administrator = await Administrator.CreateChannelAsync(Confirmed);
        await SendAsync(administrator, "mash.sefton.requests", "police.red", user: null);

        Assert.That(await police.QueuePurgeAsync("mash.sefton.police.red"), Is.GreaterThan(0));
    }

    protected static Task SendAsync(IChannel channel, string exchange, string key, string? user) =>
        channel
            .BasicPublishAsync(
                exchange,
                key,
                mandatory: true,
                user is null ? new BasicProperties() : new BasicProperties { UserId = user },
                new byte[] { 1 }
            )
            .AsTask();

    /// <summary>Declares everything as the hub does; given in <paramref name="hub"/>'s options.</summary>
    protected static async Task MakeTopologyAsync(BrokerOptions hub)
    {
        (hub.CreatesTopology, hub.Hub, hub.Agencies) = (true, Hub, ["police", "health"]);
        await using var bus = MashBus.RabbitMq(hub);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await bus.StartAsync(patience.Token);
        await bus.ReadyAsync(patience.Token);
    }

    /// <summary>Puts a request before health, once, so that there is something to steal.</summary>
    protected async Task GiveHealthARequestAsync()
    {
        await using var administrator = await Administrator.CreateChannelAsync(Confirmed);
        await SendAsync(administrator, "mash.sefton.requests", "health.red", user: null);
    }

    private async Task<uint> HealthHoldsAsync()
    {
        await using var channel = await Health.CreateChannelAsync();
        var count = await channel.MessageCountAsync("mash.sefton.health.red");
        Assert.That(count, Is.GreaterThan(0), "health's lane holds a request to be stolen");
        return count;
    }
}
