using System.Text.Json;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>What was owed and not done is said to be so, and is owed again when the case is not closed after all.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_a_decision_closes_the_case
{
    private const string Close = "no-further-action";

    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() =>
        _bench = await DecisionBench.SetUpAsync(
            SomeFamily.Contact with
            {
                Concern = SomeFamily.Contact.Concern with { SignificantHarm = true },
            }
        );

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task A_discussion_that_nobody_held_is_not_said_to_be_done()
    {
        var view = await _bench.DecideAsync(outcome: Close);

        var limit = await LimitAsync();
        var shown = (await _bench.GetAsync($"cases/{_bench.Enquiry}"))
            .GetProperty("clocks")
            .EnumerateArray()
            .Single(clock => clock.GetProperty("what").GetString() == "strategy discussion");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(limit.EndedBecause, Is.EqualTo(CaseClockEnd.Closed));
            Assert.That(shown.GetProperty("notDone").GetString(), Is.EqualTo("not done, the case was closed"));
            Assert.That(Remarks(view), Has.One.StartsWith("No strategy discussion was held"));
        }
    }

    [Test]
    public async Task Its_limit_runs_on_with_the_due_time_it_had_once_another_decision_does_not_close_it()
    {
        var before = await LimitAsync();
        await _bench.DecideAsync(outcome: Close);
        var view = await _bench.DecideAsync(",\"supersedes\":1", "section-47");

        var after = await LimitAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (after.DueAt, after.EndedAt, after.EndedBecause),
                Is.EqualTo((before.DueAt, (DateTimeOffset?)null, (CaseClockEnd?)null))
            );
            Assert.That(Remarks(view), Has.One.StartsWith("A strategy discussion is owed by"));
        }
    }

    [Test]
    public async Task A_discussion_that_is_owed_is_called_and_held_after_the_decision_too()
    {
        await _bench.DecideAsync(outcome: "section-47");
        await _bench.PostedAsync($"strategy/{_bench.Enquiry}/call", Call());

        var view = await _bench.ShowAsync();

        Assert.That(Remarks(view), Has.One.StartsWith("Strategy discussion 1 is called for"));
    }

    [Test]
    public async Task Whoever_was_invited_is_named_to_whoever_decides()
    {
        await _bench.PostedAsync($"strategy/{_bench.Enquiry}/call", Call());

        var view = await _bench.DecideAsync(outcome: Close);

        Assert.That(Remarks(view), Has.One.Contains("the agencies are invited"));
    }

    [Test]
    public async Task Nobody_is_handed_its_summary_without_a_reason()
    {
        await _bench.DecideAsync(outcome: Close);
        await _bench.Hub.UntilAsync(
            "frozen",
            async () => (await _bench.ShowAsync()).GetProperty("decisions")[0].TryGetProperty("frozen", out _)
        );

        var refused = await _bench.RefusedAsync(
            $"cases/{_bench.Enquiry}/summary",
            $$"""{{{DecisionBench.Manager}},"to":"Golf club","recipient":"A. Member","how":"post"}"""
        );

        Assert.That(refused, Has.One.StartsWith("why: is missing, and the outcome closed the case"));
    }

    [Test]
    public async Task Its_limit_runs_from_triage_although_nobody_publishes_the_contact()
    {
        var reference = await _bench.Hub.TriagedAsync(
            SomeFamily.Contact with
            {
                Concern = SomeFamily.Contact.Concern with { SignificantHarm = true },
            }
        );

        var clocks = await _bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, reference));

        Assert.That(clocks, Has.One.With.Property(nameof(CaseClock.Kind)).EqualTo(CaseClockKind.StrategyDiscussion));
    }

    private async Task<CaseClock> LimitAsync() =>
        await _bench.Hub.ReadAsync(async view =>
            (
                await CaseClocks.OfCaseAsync(
                    view,
                    (await EnquiryStore.FindAsync(view, _bench.Enquiry))!.ContactReference
                )
            ).Single(clock => clock.Kind is CaseClockKind.StrategyDiscussion)
        );

    private string Call() =>
        $$"""{{{DecisionBench.Manager}},"startsAt":"{{_bench.Hub.Clock.GetUtcNow().AddHours(1):O}}"}""";

    private static IEnumerable<string?> Remarks(JsonElement view) =>
        view.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString());
}
