using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

/// <summary>One effect of what is repeated, none of what is refused.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_letter_comes_again_or_does_not_belong
{
    private AskingBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await AskingBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task The_same_return_a_hundred_times_has_one_effect_and_one_receipt_at_a_time()
    {
        var enquiry = await _bench.PublishAsync();
        var request = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        var letter = _bench.Police.Answering(request, SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident)));
        var bytes = await _bench.Police.SendAsync(letter);
        await _bench.UntilRequestAsync(enquiry, "police", each => each.State is RequestState.Answered);

        await Task.WhenAll(Enumerable.Range(0, 99).Select(_ => _bench.Police.SendAsync(bytes, letter.Head.Rating)));

        var receipts = await _bench.Police.ExpectAsync(LetterType.ReturnReceipt, 2);
        var returns = await _bench.ReturnsAsync(enquiry);
        var refused = await _bench.RefusedAsync();
        Assert.Multiple(() =>
        {
            Assert.That(returns, Has.Count.EqualTo(1));
            Assert.That(returns[0].Revision, Is.EqualTo(1));
            Assert.That(receipts.Select(each => each.Digest).Distinct().Count(), Is.EqualTo(1));
            Assert.That(refused, Is.Empty);
        });
    }

    [Test]
    public async Task The_same_request_comes_again_after_five_minutes_until_its_receipt()
    {
        var enquiry = await _bench.PublishAsync();
        var first = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        await _bench.UntilRequestAsync(enquiry, "police", request => request.TimesSent == 1);
        // Its five minutes run from when it was marked as sent.
        await _bench.UntilRequestAsync(enquiry, "health", request => request.TimesSent == 1);

        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = (await _bench.Police.ExpectAsync(LetterType.Request, 2))[1];
        await _bench.Police.ReceiptAsync(second);
        await _bench.UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Receipted);
        await _bench.UntilRequestAsync(enquiry, "health", request => request.TimesSent == 2);
        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(5));
        await _bench.Health.ExpectAsync(LetterType.Request, 3);

        Assert.Multiple(() =>
        {
            Assert.That(second.Bytes, Is.EqualTo(first.Bytes));
            Assert.That(_bench.Police.All.Count(each => each.Letter.Head.Type is LetterType.Request), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task What_does_not_belong_is_kept_as_evidence_and_changes_nothing()
    {
        var enquiry = await _bench.PublishAsync();
        var toPolice = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        var toHealth = (await _bench.Health.ExpectAsync(LetterType.Request))[0];
        var body = SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident));
        var own = _bench.Health.Answering(toHealth, body);

        await _bench.Health.SendAsync(toPolice, body);
        await _bench.Health.SendAsync(
            own with
            {
                Head = own.Head with { Enquiry = EnquiryReference.For("sample", 2026, 999) },
            }
        );
        await _bench.Health.SendAsync(
            own with
            {
                Head = own.Head with { InReplyTo = own.Head.InReplyTo! with { Digest = new string('0', 64) } },
            }
        );
        await _bench.Health.SendAsync("not sealed at all"u8.ToArray(), Rating.Amber);

        await _bench.Hub.UntilAsync("refused", async () => (await _bench.RefusedAsync()).Count == 4);
        var refused = await _bench.RefusedAsync();
        var returns = await _bench.ReturnsAsync(enquiry);
        Assert.Multiple(() =>
        {
            Assert.That(
                refused.Select(each => each.Fault),
                Is.EquivalentTo(new[] { "RequestOfAnotherAgency", "EnquiryUnknown", "DigestIsNotOurs", "NotCms" })
            );
            Assert.That(returns, Is.Empty);
        });
    }

    [Test]
    public async Task The_same_id_with_another_content_is_a_replay()
    {
        var enquiry = await _bench.PublishAsync();
        var request = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        var letter = _bench.Police.Answering(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await _bench.Police.SendAsync(letter);
        await _bench.UntilRequestAsync(enquiry, "police", each => each.State is RequestState.Answered);

        await _bench.Police.SendAsync(
            letter with
            {
                Body = SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident)),
            }
        );

        await _bench.Hub.UntilAsync("refused", async () => (await _bench.RefusedAsync()).Count == 1);
        var (refused, returns) = (await _bench.RefusedAsync(), await _bench.ReturnsAsync(enquiry));
        Assert.Multiple(() =>
        {
            Assert.That(refused[0].Fault, Is.EqualTo("Replayed"));
            Assert.That(returns, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_return_sent_under_another_agencys_broker_user_is_refused()
    {
        await _bench.PublishAsync();
        var request = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        var letter = _bench.Police.Answering(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));

        await _bench.Health.SendAsync(_bench.Police.Sealer.Seal(letter).Bytes, letter.Head.Rating);

        await _bench.Hub.UntilAsync("refused", async () => (await _bench.RefusedAsync()).Count == 1);
        Assert.That((await _bench.RefusedAsync())[0].Fault, Is.EqualTo("BrokerUserIsNotSigner"));
    }
}
