using MashBroker.Adapters.Receiving;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Testing.Adapters;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>Letters that come twice, were changed, or are no letters: one effect at the most, and the rest in quarantine.</summary>
internal sealed class ArrivalTests
{
    private AskedAdapter _adapter = null!;

    [SetUp]
    public async Task OpenAsync() => _adapter = await AskedAdapter.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _adapter.DisposeAsync();

    [Test]
    public async Task The_same_request_a_hundred_times_is_one_search_and_one_return()
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        var bytes = _adapter.Hub.Sealer.Seal(request).Bytes;
        for (var i = 0; i < 100; i++)
        {
            await _adapter.Hub.SendAsync(request.Head.Id, request.Head.Rating, bytes);
        }

        await _adapter.Bench.LoggedAsync("(Duplicate)", 99);
        await _adapter.Hub.ExpectAsync<Return>();
        await _adapter.Hub.ExpectAsync<Receipt>();
        var returns = _adapter.Hub.Arrived.Where(one =>
            one.Letter.Body is Return && one.Letter.Head.Request == request.Head.Request
        );
        var receipts = _adapter.Hub.Arrived.Where(one =>
            one.Letter.Body is Receipt && one.Letter.Head.Request == request.Head.Request
        );
        Assert.Multiple(() =>
        {
            Assert.That(returns.Select(one => one.Digest).Distinct().Count(), Is.EqualTo(1));
            Assert.That(receipts.Select(one => one.Digest).Distinct().Count(), Is.EqualTo(1));
            Assert.That(_adapter.Records.Asked, Is.EqualTo(new[] { "S1" }));
        });
    }

    [Test]
    public async Task The_same_id_with_other_content_is_quarantined_and_has_no_effect()
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        await _adapter.AnswerAsync(request);
        await _adapter.Hub.SendAsync(
            request with
            {
                Body = ((Request)request.Body) with { ConcernSummary = "Another." },
            }
        );
        await _adapter.Bench.LoggedAsync("Replayed");

        Assert.That(_adapter.Inbox.Faults(), Is.EqualTo(new[] { nameof(SealFault.Replayed) }));
        Assert.That(_adapter.Records.Asked, Is.EqualTo(new[] { "S1" }));
    }

    [Test]
    public async Task The_same_message_on_another_lane_is_quarantined()
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        var sent = await _adapter.Hub.SendAsync(request);
        await _adapter.Hub.ExpectAsync<Return>();
        await _adapter.Hub.SendAsync(request.Head.Id, Rating.Red, sent.Bytes);
        await _adapter.Bench.LoggedAsync("Replayed");

        Assert.That(_adapter.Inbox.Faults(), Is.EqualTo(new[] { nameof(SealFault.Replayed) }));
    }

    [TestCase(null, "BrokerUserAbsent")]
    [TestCase("mash.sefton.health", "BrokerUserIsNotSigner")]
    [TestCase("mash.other", "BrokerUserIsNotSigner")]
    public async Task A_request_that_the_hub_signed_and_somebody_else_brought_is_quarantined(string? user, string fault)
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        var bytes = _adapter.Hub.Sealer.Seal(request).Bytes;
        var lane = Lane.ToAgency(HubStandIn.Hub, AdapterBench.Agency, Rating.Green);

        await _adapter
            .Bench.Services.GetRequiredService<LetterConsumer>()
            .ConsumeAsync(new SealedDelivery(bytes, lane, user, Redelivered: false), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(_adapter.Inbox.Faults(), Is.EqualTo(new[] { fault }));
            Assert.That(_adapter.Inbox.Quarantined(bytes), Is.EqualTo(bytes));
            Assert.That(_adapter.Inbox.Read<long>("select count(*) from work"), Is.EqualTo(new[] { 0L }));
        });
    }

    [Test]
    public async Task What_is_no_sealed_message_is_kept_as_it_came_and_answered_by_nobody()
    {
        await _adapter.StartAsync();
        byte[] rubbish = [1, 2, 3, 4];
        await _adapter.Hub.SendAsync(MessageId.New(), Rating.Green, rubbish);
        await _adapter.Hub.SendAsync(MessageId.New(), Rating.Green, rubbish);
        await _adapter.Bench.LoggedAsync("it is in quarantine", 2);

        Assert.Multiple(() =>
        {
            Assert.That(_adapter.Inbox.Faults(), Has.Length.EqualTo(1));
            Assert.That(_adapter.Inbox.Quarantined(rubbish), Is.EqualTo(rubbish));
            Assert.That(_adapter.Hub.Arrived.Count(one => one.Letter.Body is not Heartbeat), Is.Zero);
        });
    }
}
