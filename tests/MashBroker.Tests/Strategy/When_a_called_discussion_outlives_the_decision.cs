using MashBroker.Ledger.Cases;
using MashBroker.Tests.Deciding;
using NUnit.Framework;

namespace MashBroker.Tests.Strategy;

/// <summary>People are invited: whether they met is said by a person, and no decision says it for them.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_a_called_discussion_outlives_the_decision
{
    [TestCase("no-further-action", TestName = "Its_limit_runs_on_though_the_outcome_closes_the_case")]
    [TestCase("early-help", TestName = "And_where_another_team_takes_it")]
    public async Task Until_somebody_says_what_became_of_it(string outcome)
    {
        await using var bench = await DecisionBench.SetUpAsync();
        await bench.PostedAsync(
            $"strategy/{bench.Enquiry}/call",
            $$"""{{{DecisionBench.Manager}},"startsAt":"{{bench.Hub.Clock.GetUtcNow().AddHours(1):O}}","reason":"To be sure."}"""
        );
        var decided = await bench.DecideAsync(outcome: outcome);
        var running = await RunningAsync(bench);
        await bench.PostedAsync(
            $"strategy/{bench.Enquiry}/cancel",
            $$"""{{{DecisionBench.Manager}},"reason":"It is decided.","noneNeededBecause":"It is decided."}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                decided.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()),
                Has.One.StartsWith(
                        "Strategy discussion 1 is called for Tue 17 Nov 2026, 11:00, and the agencies are invited"
                    )
                    .And.Contains($"mash strategy cancel {bench.Enquiry}")
            );
            Assert.That(running, Has.Member(CaseClockKind.StrategyDiscussion));
            Assert.That(await RunningAsync(bench), Has.No.Member(CaseClockKind.StrategyDiscussion));
            Assert.That(
                (await bench.ShowAsync()).GetProperty("remarks").EnumerateArray().Select(remark => remark.GetString()),
                Has.None.Contains("is called for")
            );
        }
    }

    private static async Task<IEnumerable<CaseClockKind>> RunningAsync(DecisionBench bench)
    {
        var contact = (await bench.RowAsync()).ContactReference;
        return (await bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact)))
            .Where(clock => clock.EndedAt is null)
            .Select(clock => clock.Kind)
            .ToList();
    }
}
