using System.Net;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Deciding;
using NUnit.Framework;

namespace MashBroker.Tests.Strategy;

/// <summary>Nobody is called to meet about a case that the hub has done with.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class StrategyOfAClosedCaseTests
{
    [Test]
    public async Task A_discussion_is_not_called_about_a_closed_case_and_the_remedy_is_a_new_referral()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        await bench.DecideAsync();

        var refused = await bench.RefusedAsync(
            $"strategy/{bench.Enquiry}/call",
            $$"""{{{DecisionBench.Manager}},"startsAt":"{{bench.Hub.Clock.GetUtcNow().AddHours(1):O}}"}""",
            HttpStatusCode.Conflict
        );

        Assert.That(refused, Has.Exactly(1).Contains("Make a new referral through"));
    }
}
