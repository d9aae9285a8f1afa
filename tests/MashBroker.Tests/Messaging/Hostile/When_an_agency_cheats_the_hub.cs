using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Ledger.Quarantine;
using MashBroker.Messaging;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Messaging;
using NUnit.Framework;
using RabbitMQ.Client;

namespace MashBroker.Tests.Messaging.Hostile;

/// <summary>What the broker lets through, the hub finds: who really sent it, and what never arrived.</summary>
[TestFixture]
[Category("RabbitMq")]
[CancelAfter(120_000)]
public sealed class When_an_agency_cheats_the_hub
{
    private static readonly CreateChannelOptions Confirmed = new(true, true);

    private HubBench _bench = null!;
    private RabbitMqForTests _broker = null!;
    private Uri _host = null!;
    private IConnection _police = null!;

    [SetUp]
    public async Task SetUp()
    {
        _broker = await RabbitMqForTests.SharedAsync();
        _host = await _broker.CreateVirtualHostAsync();
        _bench = await HubBench.SetUpAsync("police", "health");
        await _bench.StopHubAsync();
        var hub = new BrokerOptions
        {
            Address = await UserAsync(BrokerPermissions.ForHub(_bench.Profile.Code)),
            CreatesTopology = true,
            Hub = _bench.Profile.Code,
            Agencies = ["police", "health"],
        };
        await _bench.ChangeBusAsync(MashBus.RabbitMq(hub));
        await _bench.StartHubAsync();
        await _bench.Bus.ReadyAsync(CancellationToken.None);
        _police = await RabbitMqForTests.ConnectAsync(await UserAsync(Agency("police")));
    }

    [TearDown]
    public async Task TearDown()
    {
        if (_police is not null)
        {
            await _police.DisposeAsync();
        }

        if (_bench is not null)
        {
            await _bench.DisposeAsync();
        }
    }

    [Test]
    public async Task A_lane_that_its_agency_emptied_is_filled_again_with_the_same_bytes()
    {
        var lane = Lane.ToAgency(_bench.Profile.Code, "police", Rating.Red).Name;
        await using var channel = await _police.CreateChannelAsync();
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Red);
        await UntilSentAsync(enquiry, times: 1);
        var first = (await channel.BasicGetAsync(lane, autoAck: false))!;
        await channel.BasicNackAsync(first.DeliveryTag, multiple: false, requeue: true);
        await Eventually.HoldsAsync(async () => await channel.QueuePurgeAsync(lane) == 1);
        Assert.That(await channel.MessageCountAsync(lane), Is.Zero);

        _bench.Clock.Advance(OutboxStore.SendAgainAfter + TimeSpan.FromSeconds(1));

        await UntilSentAsync(enquiry, times: 2);
        var again = await channel.BasicGetAsync(lane, autoAck: true);
        Assert.That(again, Is.Not.Null);
        Assert.That(again!.Body.ToArray(), Is.EqualTo(first.Body.ToArray()));
        Assert.That(again.BasicProperties.MessageId, Is.EqualTo(first.BasicProperties.MessageId));
    }

    [Test]
    public async Task A_return_without_the_brokers_word_on_its_sender_is_refused_and_kept()
    {
        var (police, request) = await AskedAsync("police");
        var bytes = police.Sealer.Seal(police.Answering(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")))).Bytes;

        await SendAsync("police.red", user: null, bytes);

        var refused = await RefusedAsync();
        Assert.That(
            (refused.Fault, refused.Signer, refused.BrokerUser),
            Is.EqualTo(("BrokerUserAbsent", "police", (string?)null))
        );
    }

    [Test]
    public async Task A_return_that_another_agency_signed_is_refused_by_who_brought_it()
    {
        var (health, request) = await AskedAsync("health");
        var bytes = health.Sealer.Seal(health.Answering(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")))).Bytes;

        await SendAsync("police.red", Agency("police").User, bytes);

        var refused = await RefusedAsync();
        Assert.That(
            (refused.Fault, refused.Signer, refused.BrokerUser),
            Is.EqualTo(("BrokerUserIsNotSigner", "health", Agency("police").User))
        );
    }

    private async Task<(AgencyByHand Agency, Came Request)> AskedAsync(string agency)
    {
        var bus = MashBus.RabbitMq(new BrokerOptions { Address = await UserAsync(Agency(agency)) });
        await bus.StartAsync(CancellationToken.None);
        var played = await _bench.AgencyAsync(agency, bus);
        await _bench.EnquireAsync(SomeFamily.Contact, Rating.Red);
        return (played, (await played.ExpectAsync(LetterType.Request))[0]);
    }

    private async Task SendAsync(string key, string? user, ReadOnlyMemory<byte> bytes)
    {
        await using var channel = await _police.CreateChannelAsync(Confirmed);
        var properties = new BasicProperties { ContentType = "application/pkcs7-mime" };
        if (user is not null)
        {
            properties.UserId = user;
        }

        await channel.BasicPublishAsync(Agency("police").TopicExchange, key, mandatory: true, properties, bytes);
    }

    private async Task<RefusedMessage> RefusedAsync()
    {
        IReadOnlyList<RefusedMessage> refused = [];
        await Eventually.HoldsAsync(async () =>
            (refused = await _bench.ReadAsync(view => QuarantineStore.LatestAsync(view, 10))).Count > 0
        );
        return refused.Single();
    }

    private Task UntilSentAsync(EnquiryReference enquiry, int times) =>
        Eventually.HoldsAsync(async () =>
            (await _bench.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry)))
                .Single(request => request.Agency == "police")
                .TimesSent == times
        );

    private BrokerPermissions Agency(string agency) => BrokerPermissions.ForAgency(_bench.Profile.Code, agency);

    private Task<Uri> UserAsync(BrokerPermissions permissions) => _broker.CreateUserAsync(_host, permissions);
}
