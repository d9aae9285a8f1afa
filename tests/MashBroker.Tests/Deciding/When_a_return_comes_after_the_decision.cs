using System.Net;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>Trap: a late return never rewrites a decision.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_return_comes_after_the_decision
{
    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp()
    {
        _bench = await DecisionBench.SetUpAsync();
        await _bench.PoliceAnswerAsync();
    }

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task A_late_return_never_rewrites_a_decision()
    {
        var before = (await _bench.DecideAsync()).GetProperty("decisions")[0];
        var frozen = await _bench.PackAsync(before.GetProperty("frozen").GetProperty("version").GetInt32());
        _bench.Hub.Clock.Set(HubBench.Start.AddHours(7));

        await _bench.HealthAnswerAsync();
        await _bench.UntilAddendumAsync(1);

        var view = await _bench.ShowAsync();
        var addendum = view.GetProperty("addenda")[0];
        var after = view.GetProperty("decisions")[0];
        var again = await _bench.PackAsync(frozen.Version);
        var beside = await _bench.PackAsync(addendum.GetProperty("packVersion").GetInt32());
        var pack = JsonSerializer.Deserialize<Pack>(beside.Json, MashJson.Options)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.GetRawText(), Is.EqualTo(before.GetRawText()));
            Assert.That(again.Json, Is.EqualTo(frozen.Json));
            Assert.That(again.Html, Is.EqualTo(frozen.Html));
            Assert.That(beside.Version, Is.EqualTo(frozen.Version + 1));
            Assert.That(beside.Reason, Is.EqualTo(PackReason.Addendum));
            Assert.That(pack.Addendum!.Agencies, Is.EqualTo(new[] { "health" }));
            Assert.That(pack.Decision!.FrozenVersion, Is.EqualTo(frozen.Version));
            Assert.That((await _bench.RowAsync()).State, Is.EqualTo(EnquiryState.Decided));
        }
    }

    [Test]
    public async Task The_decision_maker_and_whoever_holds_the_child_are_told_until_somebody_has_judged_it()
    {
        await _bench.DecideAsync();
        await _bench.HealthAnswerAsync();
        await _bench.UntilAddendumAsync(1);
        var board = await _bench.GetAsync("board");
        const string Judged = "\"effect\":\"would-not-have-changed\",\"reason\":\"Nothing new.\"";

        var faults = await _bench.RefusedAsync(Judgements(1), $$"""{{{DecisionBench.Manager}},{{Judged}}}""");
        var view = await _bench.PostedAsync(
            Judgements(1),
            $$"""{{{DecisionBench.Manager}},{{Judged}},"toldTo":"P. Orrell, lead worker"}"""
        );
        using var twice = await _bench.PostAsync(
            Judgements(1),
            $$"""{{{DecisionBench.Manager}},{{Judged}},"toldTo":"P. Orrell, lead worker"}"""
        );

        var told = board.GetProperty("addenda")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                told.GetProperty("toBeTold").EnumerateArray().Select(who => who.GetString()),
                Is.EqualTo(new[] { "A. Manager, Team manager", "Early Help" })
            );
            Assert.That(told.GetProperty("dueAt").GetDateTimeOffset(), Is.EqualTo(HubBench.Start.AddHours(6)));
            Assert.That(board.GetRawText(), Does.Not.Contain(SomeFamily.Canary));
            Assert.That(faults, Has.Exactly(1).StartsWith("toldTo: is missing, and Early Help holds the child"));
            Assert.That(
                view.GetProperty("addenda")[0].GetProperty("judgement").GetProperty("effect").GetString(),
                Is.EqualTo("would-not-have-changed")
            );
            Assert.That(twice.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((await _bench.GetAsync("board")).GetProperty("addenda").GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task One_that_would_have_changed_the_decision_stands_on_the_board_with_its_owner_until_decided_anew()
    {
        await _bench.DecideAsync();
        await JudgedAsync();
        var board = (await _bench.GetAsync("board")).GetProperty("lookAgain");
        _bench.Hub.Clock.Set(HubBench.Start.AddHours(6).AddMinutes(10));
        await _bench.Hub.UntilAsync("the flag", async () => (await AgainAsync()).FlaggedAt is not null);
        var over = (await _bench.GetAsync("board")).GetProperty("lookAgain")[0].GetProperty("minutesOver").GetInt32();

        var view = await _bench.DecideAsync(",\"supersedes\":1", "section-47");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(board.GetArrayLength(), Is.EqualTo(1));
            Assert.That(board[0].GetProperty("owner").GetString(), Is.EqualTo("A. Manager, Team manager"));
            Assert.That(board[0].GetProperty("addendum").GetString(), Is.EqualTo("1"));
            Assert.That(over, Is.EqualTo(10));
            Assert.That((await _bench.GetAsync("board")).GetProperty("lookAgain").GetArrayLength(), Is.Zero);
            Assert.That(
                view.GetProperty("addenda")[0].GetProperty("lookAgain").GetProperty("endedAt").GetDateTimeOffset(),
                Is.EqualTo(HubBench.Start.AddHours(6).AddMinutes(10))
            );
        }
    }

    [Test]
    public async Task One_that_a_later_decision_was_made_with_waits_for_nobody()
    {
        await _bench.DecideAsync();
        await _bench.HealthAnswerAsync();
        await _bench.UntilAddendumAsync(1);
        using var unread = await _bench.PostDecisionAsync(",\"supersedes\":1", "section-47");
        var newest = (await _bench.RowAsync()).PackVersion;
        await _bench.DecideAsync($",\"supersedes\":1,\"packVersion\":{newest}", "section-47");
        var board = await _bench.GetAsync("board");
        var contact = (await _bench.RowAsync()).ContactReference;

        var view = await _bench.PostedAsync(
            Judgements(1),
            $$"""{{{DecisionBench.Manager}},"effect":"would-have-changed","reason":"It is worse."}"""
        );

        var clocks = await _bench.Hub.ReadAsync(session => CaseClocks.OfCaseAsync(session, contact));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await unread.Content.ReadAsStringAsync(),
                Does.Contain("Health answered after the decision that this one replaces")
            );
            Assert.That(board.GetProperty("addenda").GetArrayLength(), Is.Zero);
            Assert.That(clocks.Single(clock => clock.Kind is CaseClockKind.AddendumJudgement).EndedAt, Is.Not.Null);
            Assert.That(clocks.Any(clock => clock.Kind is CaseClockKind.DecisionAnew), Is.False);
            Assert.That((await _bench.GetAsync("board")).GetProperty("lookAgain").GetArrayLength(), Is.Zero);
            Assert.That(view.GetProperty("addenda")[0].GetProperty("decidedAnew").GetInt32(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Or_until_somebody_who_decides_there_says_why_it_stays()
    {
        await _bench.DecideAsync();
        var early = await _bench.RefusedAsync(Kept(1), KeptBy("Team manager"), HttpStatusCode.NotFound);
        await JudgedAsync();

        var faults = await _bench.RefusedAsync(Kept(1), """{"by":"A. Clerk","role":"clerk"}""");
        var view = await _bench.PostedAsync(Kept(1), KeptBy("Team manager"));
        var twice = await _bench.RefusedAsync(Kept(1), KeptBy("Team manager"), HttpStatusCode.Conflict);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early, Is.Empty);
            Assert.That(faults.Select(fault => fault.Split(':')[0]), Is.EqualTo(new[] { "reason", "role" }));
            Assert.That(
                view.GetProperty("addenda")[0]
                    .GetProperty("lookAgain")
                    .GetProperty("kept")
                    .GetProperty("reason")
                    .GetString(),
                Is.EqualTo("They have moved.")
            );
            Assert.That((await _bench.GetAsync("board")).GetProperty("lookAgain").GetArrayLength(), Is.Zero);
            Assert.That(twice, Has.Exactly(1).StartsWith("addendum: is none that waits"));
            Assert.That(view.GetProperty("decisions").GetArrayLength(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task One_that_nobody_judges_in_time_is_flagged()
    {
        await _bench.DecideAsync();
        await _bench.HealthAnswerAsync();
        await _bench.UntilAddendumAsync(1);

        _bench.Hub.Clock.Set(HubBench.Start.AddHours(6).AddMinutes(10));
        var contact = (await _bench.RowAsync()).ContactReference;
        await _bench.Hub.UntilAsync(
            "the flag",
            async () =>
                (await _bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact))).Any(clock =>
                    clock is { Kind: CaseClockKind.AddendumJudgement, FlaggedAt: not null }
                )
        );

        Assert.That(
            (await _bench.GetAsync("board")).GetProperty("addenda")[0].GetProperty("minutesOver").GetInt32(),
            Is.EqualTo(10)
        );
    }

    private async Task JudgedAsync()
    {
        await _bench.HealthAnswerAsync();
        await _bench.UntilAddendumAsync(1);
        await _bench.PostedAsync(
            Judgements(1),
            $$"""{{{DecisionBench.Manager}},"effect":"would-have-changed","reason":"It is worse.","toldTo":"P. Orrell"}"""
        );
    }

    private async Task<CaseClock> AgainAsync()
    {
        var contact = (await _bench.RowAsync()).ContactReference;
        return (await _bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact))).Single(clock =>
            clock.Kind is CaseClockKind.DecisionAnew
        );
    }

    private string Kept(int number) => $"enquiries/{_bench.Enquiry}/addenda/{number}/decision-kept";

    private static string KeptBy(string role) =>
        $$"""{"by":"A. Manager","role":"{{role}}","reason":"They have moved."}""";

    private string Judgements(int number) => $"enquiries/{_bench.Enquiry}/addenda/{number}/judgement";
}
