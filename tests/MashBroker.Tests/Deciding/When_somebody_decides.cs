using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Sealing.Proof;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

[CancelAfter(60_000)]
internal sealed class When_somebody_decides
{
    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await DecisionBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task The_pack_is_frozen_and_signed_as_it_stood_with_everybody_who_had_not_answered()
    {
        await _bench.PoliceAnswerAsync();

        var view = await _bench.DecideAsync();

        var decision = view.GetProperty("decisions")[0];
        var frozen = decision.GetProperty("frozen");
        var version = frozen.GetProperty("version").GetInt32();
        var pack = await _bench.PackAsync(version);
        var read = JsonSerializer.Deserialize<Pack>(pack.Json, MashJson.Options)!;
        var signed = SignedOriginal.Read(frozen.GetProperty("original").GetBytesFromBase64())!;
        var statement = DecisionStatement.Read(signed.Content.Span)!;
        var row = await _bench.RowAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                frozen.GetProperty("digest").GetString(),
                Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(pack.Json)))
            );
            Assert.That(statement.PackDigest, Is.EqualTo(frozen.GetProperty("digest").GetString()));
            Assert.That(pack.Reason, Is.EqualTo(PackReason.Decided));
            Assert.That(read.Decision!.Outcome, Is.EqualTo("early-help"));
            Assert.That(read.Decision.Reason, Does.Contain(SomeFamily.Canary));
            Assert.That(
                statement.Absentees.Select(absentee => (absentee.Agency, absentee.Kind)),
                Has.Member(("health", AbsenceKind.NotYetAnswered))
                    .And.Member(("education", AbsenceKind.NotAsked))
                    .And.None.Matches<(string Agency, AbsenceKind Kind)>(absentee => absentee.Agency == "police")
            );
            Assert.That(row.State, Is.EqualTo(EnquiryState.Decided));
            Assert.That(row.Outcome, Is.EqualTo("early-help"));
            Assert.That(row.DecidedAt, Is.EqualTo(HubBench.Start));
            Assert.That(view.TryGetProperty("minutesOver", out _), Is.False);
            Assert.That(_bench.Web.Log + string.Join('\n', _bench.Hub.Lines.All), Does.Not.Contain(SomeFamily.Canary));
        }
    }

    [Test]
    public async Task A_second_decision_says_which_one_it_takes_the_place_of_and_both_stay()
    {
        await _bench.DecideAsync();

        var refused = await _bench.RefusedAsync(
            $"enquiries/{_bench.Enquiry}/decision",
            $$"""{{{DecisionBench.Manager}},"outcome":"section-47","reason":"More is known.","considered":"Yes."}""",
            HttpStatusCode.Conflict
        );
        var view = await _bench.DecideAsync(",\"supersedes\":1", "section-47");

        var decisions = view.GetProperty("decisions");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Is.EqualTo(new[] { refused[0] }).And.Exactly(1).Contains("supersedes"));
            Assert.That(decisions.GetArrayLength(), Is.EqualTo(2));
            Assert.That(decisions[0].GetProperty("outcome").GetString(), Is.EqualTo("early-help"));
            Assert.That(decisions[1].GetProperty("supersedes").GetInt32(), Is.EqualTo(1));
            Assert.That(decisions[1].GetProperty("frozen").GetProperty("version").GetInt32(), Is.EqualTo(2));
            Assert.That((await _bench.RowAsync()).Outcome, Is.EqualTo("section-47"));
        }
    }

    [Test]
    public async Task Every_fault_is_said_at_once_and_nothing_is_decided()
    {
        var faults = await _bench.RefusedAsync(
            $"enquiries/{_bench.Enquiry}/decision",
            """{"by":"A. Manager","role":"receptionist","outcome":"flogging","reason":"Because."}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                faults.Select(fault => fault.Split(':')[0]),
                Is.EqualTo(new[] { "outcome", "role", "considered" })
            );
            Assert.That(faults[2], Does.Contain("Police has not answered yet").And.Contain("Education was not asked"));
            Assert.That((await _bench.RowAsync()).State, Is.EqualTo(EnquiryState.Open));
        }
    }

    [Test]
    public async Task What_the_form_the_rules_and_the_case_find_wrong_is_said_in_one_answer()
    {
        var faults = await _bench.RefusedAsync(
            $"enquiries/{_bench.Enquiry}/decision",
            """{"role":"receptionist","outcome":"flogging","packVersion":99,"supersedes":4,"colour":"red"}"""
        );

        Assert.That(
            faults.Select(fault => fault.Split(':')[0]),
            Is.EqualTo(new[] { "by", "reason", "colour", "outcome", "role", "considered", "supersedes", "packVersion" })
        );
    }

    [Test]
    public async Task A_withdrawn_enquiry_is_decided_all_the_same_and_says_how_that_was_weighed()
    {
        await _bench.PostedAsync(
            $"enquiries/{_bench.Enquiry}/withdraw",
            $$"""{{{DecisionBench.Manager}},"reason":"It was another family."}"""
        );

        var faults = await _bench.RefusedAsync(
            $"enquiries/{_bench.Enquiry}/decision",
            $$"""{{{DecisionBench.Manager}},"outcome":"no-further-action","reason":"Not this family."}"""
        );
        var view = await _bench.DecideAsync(outcome: "no-further-action");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                faults,
                Has.Exactly(1).StartsWith("considered: is missing, and Police need not answer any more")
            );
            Assert.That(view.GetProperty("withdrawnAt").GetDateTimeOffset(), Is.EqualTo(HubBench.Start));
            Assert.That((await _bench.RowAsync()).State, Is.EqualTo(EnquiryState.Decided));
        }
    }

    [Test]
    public async Task Whoever_names_the_version_they_read_is_told_when_it_is_not_all_that_is_known()
    {
        await _bench.PoliceAnswerAsync();
        await _bench.HealthAnswerAsync();
        await _bench.Hub.UntilAsync("a pack", async () => (await _bench.RowAsync()).PackVersion == 1);
        var refused = await _bench.RefusedAsync(
            $"enquiries/{_bench.Enquiry}/decision",
            $$"""{{{DecisionBench.Manager}},"outcome":"section-47","reason":"More is known.","packVersion":4,"considered":"Yes."}""",
            HttpStatusCode.Conflict
        );

        var view = await _bench.DecideAsync(",\"packVersion\":1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused[0], Does.StartWith("packVersion: is not the newest, which is 1"));
            Assert.That(
                view.GetProperty("decisions")[0].GetProperty("frozen").GetProperty("version").GetInt32(),
                Is.EqualTo(2)
            );
        }
    }

    [Test]
    public async Task Not_decided_in_time_is_flagged_with_the_minutes_over_and_a_late_decision_keeps_them()
    {
        var due = (await _bench.RowAsync()).DecisionDueAt;
        _bench.Hub.Clock.Set(due.AddMinutes(35));
        await _bench.Hub.UntilAsync(
            "the flag",
            async () => (await _bench.RowAsync()).State is EnquiryState.DecisionDuePassed
        );
        var board = await _bench.GetAsync("board");
        var before = await _bench.ShowAsync();

        _bench.Hub.Clock.Set(due.AddMinutes(60).AddSeconds(1));
        var view = await _bench.DecideAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(board.GetRawText(), Does.Contain("not decided, 35 minutes over"));
            Assert.That(
                board.GetProperty("enquiries")[0].GetProperty("decisionMinutesOver").GetInt32(),
                Is.EqualTo(35)
            );
            Assert.That(before.GetProperty("minutesOver").GetInt32(), Is.EqualTo(35));
            Assert.That(view.GetProperty("minutesOver").GetInt32(), Is.EqualTo(61));
            Assert.That(view.GetProperty("decisions")[0].GetProperty("minutesOver").GetInt32(), Is.EqualTo(61));
            Assert.That(
                view.GetProperty("decisions")[0].GetProperty("absent").GetRawText(),
                Does.Contain("Health is missing")
            );
            Assert.That((await _bench.RowAsync()).State, Is.EqualTo(EnquiryState.Decided));
        }
    }

    [Test]
    public async Task One_that_was_decided_in_time_is_not_flagged_when_the_limit_passes()
    {
        await _bench.DecideAsync();

        _bench.Hub.Clock.Set((await _bench.RowAsync()).DecisionDueAt.AddMinutes(1));
        await _bench.Hub.UntilAsync(
            "the sweep",
            async () => (await _bench.GetAsync($"enquiries/{_bench.Enquiry}")).GetRawText().Contains("missing")
        );

        var flags = (await _bench.GetAsync($"enquiries/{_bench.Enquiry}")).GetProperty("flags").GetRawText();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(flags, Does.Not.Contain("decided"));
            Assert.That((await _bench.RowAsync()).State, Is.EqualTo(EnquiryState.Decided));
        }
    }

    [Test]
    public async Task Deciding_freezing_and_reading_are_on_record()
    {
        await _bench.DecideAsync();
        await _bench.ShowAsync();

        var acts = (await _bench.Hub.ReadAsync(view => AuditStore.OfEnquiryAsync(view, _bench.Enquiry)))
            .Select(entry => (entry.Act, entry.Actor, entry.Subject))
            .ToArray();
        Assert.That(
            acts,
            Has.Member((AuditAct.DecisionRecorded, "A. Manager", "decision 1"))
                .And.Member((AuditAct.DecisionFrozen, "correlation", "decision 1"))
                .And.Some.Matches<(AuditAct Act, string, string?)>(act => act.Act is AuditAct.DecisionRead)
        );
    }
}
