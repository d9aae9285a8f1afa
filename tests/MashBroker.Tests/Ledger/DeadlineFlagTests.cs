using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Flags;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>What was late or missing, with the time at which it was due, whenever somebody looked.</summary>
internal sealed class DeadlineFlagTests
{
    private LedgerByHand _ledger = null!;

    [SetUp]
    public async Task Open() => _ledger = await LedgerByHand.OpenAsync();

    [TearDown]
    public void Close() => _ledger.Dispose();

    [TestCase(-1, false)]
    [TestCase(0, false)]
    [TestCase(1, true)]
    public async Task A_return_at_the_very_deadline_is_in_time(int millisecondsAfter, bool late)
    {
        var reference = await _ledger.PublishAsync();
        _ledger.Clock.Set(LedgerByHand.Start.AddHours(2).AddMilliseconds(millisecondsAfter));
        await _ledger.AnswerAsync((await _ledger.RequestsAsync(reference))[0], AnswerKind.Held);
        Assert.That((await _ledger.RequestsAsync(reference))[0].Late, Is.EqualTo(late));
    }

    [Test]
    public async Task Flags_rise_when_due_once_and_with_the_true_time()
    {
        var reference = await _ledger.PublishAsync();
        await _ledger.AnswerAsync((await _ledger.RequestsAsync(reference))[0], AnswerKind.Held);

        _ledger.Clock.Set(LedgerByHand.Start.AddHours(2));
        Assert.That(
            (await _ledger.RaiseAsync()).Select(flag => flag.Kind),
            Is.EqualTo(new[] { FlagKind.HalfTimeGone })
        );

        // The hub was down for two days: everything is flagged at start with the time it was due.
        _ledger.Clock.Set(LedgerByHand.Start.AddDays(2));
        var raised = await _ledger.RaiseAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(
                raised.Select(flag => (flag.Agency, flag.Kind, flag.DueAt)),
                Is.EquivalentTo(
                    new[]
                    {
                        ("health", FlagKind.Late, LedgerByHand.Start.AddHours(2)),
                        ("health", FlagKind.Missing, LedgerByHand.Start.AddHours(24)),
                        ("", FlagKind.DecisionDue, LedgerByHand.Start.AddHours(24)),
                    }
                )
            );
            Assert.That(await _ledger.RaiseAsync(), Is.Empty);
            Assert.That(await _ledger.ReadAsync(FlagStore.NextAsync), Is.Null);
            var health = (await _ledger.RequestsAsync(reference))[1];
            Assert.That((health.Late, health.Missing), Is.EqualTo((true, true)));
        });
    }

    [Test]
    public async Task An_answer_that_came_late_while_nobody_looked_is_still_flagged()
    {
        var reference = await _ledger.PublishAsync();
        _ledger.Clock.Set(LedgerByHand.Start.AddHours(3));
        await _ledger.AnswerAsync((await _ledger.RequestsAsync(reference))[0], AnswerKind.Held);
        Assert.That(
            (await _ledger.RaiseAsync()).Where(flag => flag.Kind is FlagKind.Late).Select(flag => flag.Agency),
            Is.EquivalentTo(new[] { "police", "health" })
        );
    }

    [Test]
    public async Task A_decision_that_was_due_before_anybody_was_asked_makes_nobody_missing()
    {
        _ledger.Clock.Set(LedgerByHand.Start.AddHours(30));
        var reference = await _ledger.PublishAsync(publishedAt: LedgerByHand.Start.AddHours(30));
        Assert.That((await _ledger.RaiseAsync()).Select(flag => flag.Kind), Has.None.EqualTo(FlagKind.Missing));
        foreach (
            var request in (await _ledger.RequestsAsync(reference)).Where(request =>
                request.State is not RequestState.NotAsked
            )
        )
        {
            await _ledger.AnswerAsync(request, AnswerKind.Held);
        }

        _ledger.Clock.Set(LedgerByHand.Start.AddDays(5));
        await _ledger.RaiseAsync();
        Assert.That((await _ledger.RequestsAsync(reference)).Select(request => request.Missing), Has.None.True);
    }
}
