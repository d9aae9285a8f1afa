using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>What the last answer completes, and when a pack is due.</summary>
internal sealed class ReturnToPackTests
{
    private LedgerByHand _ledger = null!;

    [SetUp]
    public async Task Open() => _ledger = await LedgerByHand.OpenAsync();

    [TearDown]
    public void Close() => _ledger.Dispose();

    [Test]
    public async Task The_last_answer_makes_the_enquiry_all_in()
    {
        var reference = await _ledger.PublishAsync();
        var requests = await _ledger.RequestsAsync(reference);
        Assert.Multiple(async () =>
        {
            Assert.That(await _ledger.AnswerAsync(requests[0], AnswerKind.Held), Is.False);
            Assert.That(await _ledger.AnswerAsync(requests[1], AnswerKind.NothingKnown), Is.True);
            Assert.That(
                (await _ledger.ReadAsync(view => EnquiryStore.FindAsync(view, reference)))!.State,
                Is.EqualTo(EnquiryState.AllIn)
            );
        });
    }

    [Test]
    public async Task A_pack_is_due_when_all_are_in_and_again_after_a_later_return()
    {
        var reference = await _ledger.PublishAsync();
        var requests = await _ledger.RequestsAsync(reference);
        await _ledger.AnswerAsync(requests[0], AnswerKind.Held);
        Assert.That(await PacksDueAsync(), Is.Empty);

        _ledger.Clock.Set(LedgerByHand.Start.AddHours(2).AddSeconds(1));
        Assert.That(await PacksDueAsync(), Is.EqualTo(new[] { PackReason.DeadlinePassed }));
        await AddPackAsync(reference);
        Assert.That(await PacksDueAsync(), Is.Empty);

        _ledger.Clock.Advance(TimeSpan.FromMinutes(1));
        await _ledger.AnswerAsync(requests[1], AnswerKind.Held);
        Assert.That(await PacksDueAsync(), Is.EqualTo(new[] { PackReason.ReturnAfterwards }));
        await AddPackAsync(reference);
        Assert.Multiple(async () =>
        {
            Assert.That(await PacksDueAsync(), Is.Empty);
            Assert.That(
                (await _ledger.ReadAsync(view => PackStore.FindAsync(view, reference)))!.Version,
                Is.EqualTo(2)
            );
            Assert.That(
                (await _ledger.ReadAsync(view => PackStore.FindAsync(view, reference, 1)))!.Version,
                Is.EqualTo(1)
            );
        });
    }

    private async Task<IReadOnlyList<PackReason>> PacksDueAsync() =>
        [
            .. (await _ledger.ReadAsync(view => PackStore.DueAsync(view, _ledger.Clock.GetUtcNow(), 10))).Select(due =>
                due.Reason
            ),
        ];

    private Task AddPackAsync(EnquiryReference reference) =>
        _ledger.WriteAsync(async change =>
        {
            var enquiry = await EnquiryStore.FindAsync(change, reference);
            await PackStore.AddAsync(change, enquiry!, PackReason.AllIn, "{}"u8.ToArray(), "<p>"u8.ToArray());
        });
}
