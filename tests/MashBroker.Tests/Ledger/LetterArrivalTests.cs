using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Quarantine;
using MashBroker.Ledger.Returns;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>Letters that come again: one effect, and what was refused kept once.</summary>
internal sealed class LetterArrivalTests
{
    private LedgerByHand _ledger = null!;

    [SetUp]
    public async Task Open() => _ledger = await LedgerByHand.OpenAsync();

    [TearDown]
    public void Close() => _ledger.Dispose();

    [Test]
    public async Task A_letter_seen_again_is_a_duplicate_and_with_anything_else_a_replay()
    {
        var head = LedgerByHand.Head(LetterType.Return, MessageId.New());
        Assert.Multiple(async () =>
        {
            Assert.That(await NoteAsync(head, "d", "police", "red"), Is.EqualTo(Arrival.First));
            Assert.That(await NoteAsync(head, "d", "police", "red"), Is.EqualTo(Arrival.Duplicate));
            Assert.That(await NoteAsync(head, "other", "police", "red"), Is.EqualTo(Arrival.Replayed));
            Assert.That(await NoteAsync(head, "d", "health", "red"), Is.EqualTo(Arrival.Replayed));
            Assert.That(await NoteAsync(head, "d", "police", "green"), Is.EqualTo(Arrival.Replayed));
        });
    }

    [Test]
    public async Task A_refused_message_is_kept_once_with_its_bytes_however_often_it_comes()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await _ledger.WriteAsync(change =>
                QuarantineStore.AddAsync(change, new byte[] { 9 }, "lane", null, null, "NotCms", null)
            );
        }

        var refused = await _ledger.ReadAsync(view => QuarantineStore.LatestAsync(view, 10));
        Assert.That(refused.Single().TimesReceived, Is.EqualTo(3));
    }

    private Task<Arrival> NoteAsync(LetterHead head, string digest, string signer, string lane) =>
        _ledger.WriteAsync(change => InboxStore.NoteAsync(change, head, digest, signer, lane));
}
