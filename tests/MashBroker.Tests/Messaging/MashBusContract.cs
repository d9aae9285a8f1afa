using System.Security.Cryptography;
using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging;

/// <summary>What holds over every transport.</summary>
public abstract class MashBusContract
{
    private const string HubCode = "sefton";
    private const string Canary = "Zebedee Quillfeather";

    private int _agencies;

    protected LogLines Logged { get; private set; } = new();

    protected MashBus Hub { get; private set; } = null!;

    /// <summary>As the agency of this test would have it: another process over RabbitMQ, the same bus in memory.</summary>
    protected MashBus AgencyBus { get; private set; } = null!;

    /// <summary>Each test has an agency of its own, and so lanes of its own.</summary>
    protected string Agency { get; private set; } = "";

    protected static BrokerOptions Impatient =>
        new()
        {
            DeliveryLimit = 4,
            FirstRedeliveryMilliseconds = 1,
            LongestRedeliveryMilliseconds = 5,
            RedConcurrency = 2,
        };

    protected abstract Task<(MashBus Hub, MashBus Agency)> StartAsync(string hub, string agency);

    [SetUp]
    public async Task StartBuses()
    {
        Logged = new LogLines();
        Agency = $"police-{++_agencies}";
        (Hub, AgencyBus) = await StartAsync(HubCode, Agency);
        using var patience = Patience();
        await Hub.ReadyAsync(patience.Token);
        await AgencyBus.ReadyAsync(patience.Token);
    }

    [TearDown]
    public async Task StopBuses()
    {
        Logged.Dispose();
        // Null where the set-up was skipped.
        if (AgencyBus is not null)
        {
            await AgencyBus.DisposeAsync();
            await Hub.DisposeAsync();
        }
    }

    [Test]
    public async Task The_bytes_that_were_sent_arrive([Values] bool red)
    {
        var lane = Lane.ToAgency(HubCode, Agency, red ? Rating.Red : Rating.Green);
        var consumer = new CollectingConsumer();
        await using var reading = await AgencyBus.ConsumeAsync(lane, consumer, default);
        var bytes = RandomNumberGenerator.GetBytes(5000);

        await Hub.SendAsync(lane, bytes, MessageId.New(), default);
        var delivery = await consumer.NextAsync();

        Assert.That(delivery.Body.ToArray(), Is.EqualTo(bytes));
        Assert.That(delivery.Lane, Is.EqualTo(lane));
        Assert.That(delivery.Redelivered, Is.False);
    }

    [Test]
    public async Task A_request_names_the_hubs_broker_user_and_a_return_its_agencys()
    {
        var (requests, returns) = (new CollectingConsumer(), new CollectingConsumer());
        var lane = Lane.ToAgency(HubCode, Agency, Rating.Red);
        await using var readingRequests = await AgencyBus.ConsumeAsync(lane, requests, default);
        await using var readingReturns = await Hub.ConsumeAsync(Lane.Returns(HubCode, Rating.Red), returns, default);

        await Hub.SendAsync(lane, new byte[] { 1 }, MessageId.New(), default);
        await AgencyBus.SendAsync(Lane.Returns(HubCode, Rating.Red, Agency), new byte[] { 2 }, MessageId.New(), default);

        Assert.That((await requests.NextAsync()).BrokerUser, Is.EqualTo(BrokerPermissions.UserOfHub(HubCode)));
        var answer = await returns.NextAsync();
        Assert.That(answer.BrokerUser, Is.EqualTo(BrokerPermissions.UserOfAgency(HubCode, Agency)));
        Assert.That(answer.Lane, Is.EqualTo(Lane.Returns(HubCode, Rating.Red)));
    }

    [Test]
    public void A_return_that_does_not_name_its_sender_is_not_sent() =>
        Assert.That(
            () => AgencyBus.SendAsync(Lane.Returns(HubCode, Rating.Red), new byte[] { 1 }, MessageId.New(), default),
            Throws.ArgumentException
        );

    [Test]
    public async Task A_lane_that_nobody_reads_keeps_its_messages()
    {
        var lane = Lane.ToAgency(HubCode, Agency, Rating.Amber);
        await Hub.SendAsync(lane, new byte[] { 7 }, MessageId.New(), default);

        var consumer = new CollectingConsumer();
        await using var reading = await AgencyBus.ConsumeAsync(lane, consumer, default);

        Assert.That((await consumer.NextAsync()).Body.ToArray(), Is.EqualTo(new byte[] { 7 }));
    }

    [Test]
    public async Task A_released_lane_keeps_what_was_not_taken_for_the_next_consumer()
    {
        const byte Messages = 60;
        var lane = Lane.ToAgency(HubCode, Agency, Rating.Red);
        var halfWay = new TaskCompletionSource();
        var taken = 0;
        var first = new CollectingConsumer(
            async (_, _) =>
            {
                if (Interlocked.Increment(ref taken) == Messages / 2)
                {
                    halfWay.SetResult();
                }

                await Task.Yield();
            }
        );
        var reading = await AgencyBus.ConsumeAsync(lane, first, default);
        for (byte number = 0; number < Messages; number++)
        {
            await Hub.SendAsync(lane, new[] { number }, MessageId.New(), default);
            if (number == Messages / 2)
            {
                await halfWay.Task.WaitAsync(TimeSpan.FromSeconds(30));
                await reading.DisposeAsync();
            }
        }

        var second = new CollectingConsumer();
        await using var readingAgain = await AgencyBus.ConsumeAsync(lane, second, default);
        var numbers = new HashSet<byte>();
        while (first.Waiting > 0)
        {
            numbers.Add((await first.NextAsync()).Body.Span[0]);
        }

        Assert.That(numbers, Has.Count.LessThan(Messages));
        while (numbers.Count < Messages)
        {
            numbers.Add((await second.NextAsync()).Body.Span[0]);
        }
    }

    [Test]
    public async Task Releasing_a_lane_waits_for_the_message_in_hand()
    {
        var lane = Lane.ToAgency(HubCode, Agency, Rating.Green);
        var inHand = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var consumer = new CollectingConsumer(
            async (_, _) =>
            {
                inHand.SetResult();
                await finish.Task;
            }
        );
        var reading = await AgencyBus.ConsumeAsync(lane, consumer, default);
        await Hub.SendAsync(lane, new byte[] { 1 }, MessageId.New(), default);
        await inHand.Task.WaitAsync(TimeSpan.FromSeconds(30));

        var releasing = reading.DisposeAsync().AsTask();
        Assert.That(releasing.IsCompleted, Is.False);
        finish.SetResult();
        await releasing.WaitAsync(TimeSpan.FromSeconds(30));

        // Acknowledged, so that the next consumer finds the lane empty but for what comes later.
        var next = new CollectingConsumer();
        await using var readingAgain = await AgencyBus.ConsumeAsync(lane, next, default);
        await Hub.SendAsync(lane, new byte[] { 2 }, MessageId.New(), default);
        Assert.That((await next.NextAsync()).Body.ToArray(), Is.EqualTo(new byte[] { 2 }));
    }

    [Test]
    public async Task A_message_whose_consumer_failed_comes_again_and_says_so()
    {
        var lane = Lane.ToAgency(HubCode, Agency, Rating.Red);
        var tries = 0;
        var consumer = new CollectingConsumer(
            (_, _) =>
                Interlocked.Increment(ref tries) == 1
                    ? throw new InvalidOperationException($"No record of {Canary}")
                    : Task.CompletedTask
        );
        await using var reading = await AgencyBus.ConsumeAsync(lane, consumer, default);
        await Hub.SendAsync(lane, new byte[] { 3 }, MessageId.New(), default);

        Assert.That((await consumer.NextAsync()).Redelivered, Is.True);
        Assert.That(Logged.Text, Does.Contain(nameof(InvalidOperationException)).And.Not.Contain("Zebedee"));
    }

    [Test]
    public async Task A_message_that_always_fails_is_parked_and_the_others_flow()
    {
        var lane = Lane.ToAgency(HubCode, Agency, Rating.Red);
        var before = await Hub.CountDeadLettersAsync(HubCode, default);
        var failures = 0;
        var consumer = new CollectingConsumer(
            (delivery, _) =>
            {
                if (delivery.Body.Span[0] == 66)
                {
                    Interlocked.Increment(ref failures);
                    throw new InvalidOperationException($"No record of {Canary}", new FormatException(Canary));
                }

                return Task.CompletedTask;
            }
        );
        await using var reading = await AgencyBus.ConsumeAsync(lane, consumer, default);
        var poison = MessageId.New();

        await Hub.SendAsync(lane, new byte[] { 66 }, poison, default);
        for (byte number = 0; number < 20; number++)
        {
            await Hub.SendAsync(lane, new[] { number }, MessageId.New(), default);
        }

        for (var number = 0; number < 20; number++)
        {
            await consumer.NextAsync();
        }

        await Eventually.HoldsAsync(async () => await Hub.CountDeadLettersAsync(HubCode, default) == before + 1);
        Assert.That(failures, Is.EqualTo(Impatient.DeliveryLimit + 1));
        Assert.That(Logged.Text, Does.Contain(poison.ToString()).And.Not.Contain("Zebedee"));
        await ParkedAsItCameAsync(poison);
    }

    [Test]
    public async Task A_lane_has_one_consumer_in_a_process()
    {
        var lane = Lane.ToAgency(HubCode, Agency, Rating.Red);
        await using var reading = await AgencyBus.ConsumeAsync(lane, new CollectingConsumer(), default);

        Assert.That(
            () => AgencyBus.ConsumeAsync(lane, new CollectingConsumer(), default),
            Throws.InvalidOperationException.With.Message.Contains(lane.Name)
        );
    }

    protected abstract Task ParkedAsItCameAsync(MessageId poison);

    protected static CancellationTokenSource Patience() => new(TimeSpan.FromSeconds(30));
}
