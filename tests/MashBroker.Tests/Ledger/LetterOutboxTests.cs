using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Outbox;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>What is due to be sent: in which order, how often, and until when.</summary>
internal sealed class LetterOutboxTests
{
    private LedgerByHand _ledger = null!;

    [SetUp]
    public async Task Open() => _ledger = await LedgerByHand.OpenAsync();

    [TearDown]
    public void Close() => _ledger.Dispose();

    [Test]
    public async Task A_request_is_sent_again_with_the_same_bytes_until_its_receipt()
    {
        var reference = await _ledger.PublishAsync();
        var row = (await _ledger.DueAsync())[0];
        await _ledger.WriteAsync(change => OutboxStore.KeepSealedAsync(change, row, [1, 2, 3], [4], "d1"));
        await _ledger.WriteAsync(change => OutboxStore.MarkSentAsync(change, row));
        Assert.That((await _ledger.DueAsync()).Select(due => due.Agency), Is.EqualTo(new[] { "health" }));

        _ledger.Clock.Advance(OutboxStore.SendAgainAfter);
        var again = (await _ledger.DueAsync()).Single(due => due.Agency == "police");
        Assert.That(again.Sealed, Is.EqualTo(new byte[] { 1, 2, 3 }));

        await _ledger.WriteAsync(change => EnquiryStore.MarkReceiptedAsync(change, row.RequestId!.Value));
        var request = (await _ledger.RequestsAsync(reference))[0];
        Assert.Multiple(async () =>
        {
            Assert.That((await _ledger.DueAsync()).Select(due => due.Agency), Is.EqualTo(new[] { "health" }));
            Assert.That(request.State, Is.EqualTo(RequestState.Receipted));
            Assert.That(request.Digest, Is.EqualTo("d1"));
        });
    }

    [Test]
    public async Task After_a_start_a_request_without_receipt_goes_again_at_once()
    {
        await _ledger.PublishAsync();
        foreach (var row in await _ledger.DueAsync())
        {
            await _ledger.WriteAsync(change => OutboxStore.KeepSealedAsync(change, row, [1], [2], "d"));
            await _ledger.WriteAsync(change => OutboxStore.MarkSentAsync(change, row));
        }

        await _ledger.ReopenAsync();
        Assert.That(await _ledger.DueAsync(), Is.Empty);
        await _ledger.WriteAsync(OutboxStore.SendUnreceiptedAgainAsync);
        Assert.That(await _ledger.DueAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_request_past_its_expiry_is_not_sent_any_more()
    {
        await _ledger.PublishAsync();
        _ledger.Clock.Set(LedgerByHand.Start.AddDays(40));
        Assert.That(await _ledger.DueAsync(), Is.Empty);
    }

    [Test]
    public async Task Red_goes_before_green_however_long_green_has_waited()
    {
        await _ledger.PublishAsync("k1", Rating.Green);
        await _ledger.PublishAsync("k2", Rating.Red);
        Assert.That(
            (await _ledger.DueAsync()).Select(row => row.Rating),
            Is.EqualTo(new[] { Rating.Red, Rating.Red, Rating.Green, Rating.Green })
        );
    }

    [Test]
    public async Task An_answer_before_its_request_is_marked_sent_stands()
    {
        var reference = await _ledger.PublishAsync();
        var row = (await _ledger.DueAsync())[0];
        await _ledger.WriteAsync(change => OutboxStore.KeepSealedAsync(change, row, [1], [2], "d"));
        await _ledger.AnswerAsync((await _ledger.RequestsAsync(reference))[0], AnswerKind.Held);
        await _ledger.WriteAsync(change => OutboxStore.MarkSentAsync(change, row));
        var request = (await _ledger.RequestsAsync(reference))[0];
        Assert.That((request.State, request.Answer), Is.EqualTo((RequestState.Answered, AnswerKind.Held)));
    }
}
