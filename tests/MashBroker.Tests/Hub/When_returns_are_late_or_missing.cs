using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

/// <summary>Late after the instant of the deadline and missing when the decision is due, also where the hub was down then.</summary>
[CancelAfter(60_000)]
internal sealed class When_returns_are_late_or_missing
{
    private AskingBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await AskingBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [TestCase(0, false)]
    [TestCase(1, true)]
    public async Task A_return_is_late_only_after_the_instant_of_its_deadline(int millisecondsAfter, bool late)
    {
        var enquiry = await _bench.PublishAsync();
        var request = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        _bench.Hub.Clock.Set(request.Letter.Head.DueAt!.Value.AddMilliseconds(millisecondsAfter));

        await _bench.Police.SendAsync(request, SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident)));

        var receipt = (ReturnReceipt)(await _bench.Police.ExpectAsync(LetterType.ReturnReceipt))[0].Letter.Body;
        var returns = await _bench.ReturnsAsync(enquiry);
        Assert.Multiple(() =>
        {
            Assert.That(returns[0].Late, Is.EqualTo(late));
            Assert.That(receipt.Late, Is.EqualTo(late));
        });
    }

    [Test]
    public async Task Late_then_missing_then_answered_is_flagged_told_and_kept_in_versions_of_the_pack()
    {
        var enquiry = await _bench.PublishAsync();
        var toPolice = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        await _bench.Police.SendAsync(
            toPolice,
            SomeReturn.Of(SomeReturn.Held("S1", AskingBench.Incident), SomeReturn.NothingKnown("S2"))
        );
        var toHealth = (await _bench.Health.ExpectAsync(LetterType.Request))[0];
        await _bench.UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Answered);

        _bench.Hub.Clock.Set(toHealth.Letter.Head.DueAt!.Value.AddMinutes(1));
        var atDeadline = await _bench.PackAsync(enquiry, 1);
        var chaser = (await _bench.Health.ExpectAsync(LetterType.Chaser))[0];
        _bench.Hub.Clock.Set(HubBench.Start.AddHours(24));
        var atDecision = await _bench.PackAsync(enquiry, 2);
        // Packs and flags are made by two workers, each at its own pace.
        await _bench.UntilRequestAsync(enquiry, "health", request => request.Missing);
        await _bench.Health.SendAsync(
            toHealth,
            SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"))
        );
        var afterwards = await _bench.PackAsync(enquiry, 3);

        var flags = await _bench.Hub.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry));
        Assert.Multiple(() =>
        {
            Assert.That(atDeadline.Cover.Reason, Is.EqualTo(PackReason.DeadlinePassed));
            Assert.That(atDeadline.GapsLine, Does.StartWith("Health has not answered and is late."));
            Assert.That(((Chaser)chaser.Letter.Body).MinutesLeft, Is.EqualTo(-1));
            Assert.That(_bench.Police.All.Select(each => each.Letter.Head.Type), Has.None.EqualTo(LetterType.Chaser));
            Assert.That(atDecision.Cover.Reason, Is.EqualTo(PackReason.DecisionDue));
            Assert.That(
                atDecision.GapsLine,
                Does.StartWith("Health is missing: no answer although the decision is due.")
            );
            Assert.That(afterwards.Cover.Reason, Is.EqualTo(PackReason.ReturnAfterwards));
            Assert.That(afterwards.GapsLine, Does.Contain("Health answered after the deadline."));
            Assert.That(
                flags.Where(flag => flag.Agency == "health").Select(flag => flag.Kind),
                Is.SupersetOf(new[] { FlagKind.HalfTimeGone, FlagKind.Late, FlagKind.Missing })
            );
            Assert.That(flags.Where(flag => flag.Agency == "police"), Is.Empty);
            Assert.That(_bench.Hub.Lines.All, Has.Some.Contains($"{enquiry} health Late"));
        });
    }

    [Test]
    public async Task A_hub_that_was_down_at_the_deadline_flags_at_start_with_the_true_time()
    {
        var enquiry = await _bench.PublishAsync();
        var request = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        await _bench.UntilRequestAsync(enquiry, "police", each => each.SentAt is not null);
        await _bench.Hub.StopHubAsync();

        _bench.Hub.Clock.Set(request.Letter.Head.DueAt!.Value.AddHours(1));
        await _bench.Hub.StartHubAsync();

        await _bench.Hub.UntilAsync("flagged", async () => (await FlagsAsync(enquiry, FlagKind.Late)).Length == 2);
        var flags = await FlagsAsync(enquiry, FlagKind.Late);
        var again = await _bench.Police.ExpectAsync(LetterType.Request, 2);
        Assert.Multiple(() =>
        {
            Assert.That(flags, Has.All.Property(nameof(Flag.DueAt)).EqualTo(request.Letter.Head.DueAt));
            Assert.That(again[1].Bytes, Is.EqualTo(request.Bytes));
        });
    }

    private async Task<Flag[]> FlagsAsync(EnquiryReference enquiry, FlagKind kind) =>
        [
            .. (await _bench.Hub.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry))).Where(flag =>
                flag.Kind == kind
            ),
        ];
}
