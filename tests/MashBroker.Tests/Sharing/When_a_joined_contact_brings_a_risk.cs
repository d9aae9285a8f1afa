using MashBroker.Ledger.Cases;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Deciding;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>What the contact's child is owed is owed in the case that it was joined to.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_a_joined_contact_brings_a_risk
{
    [Test]
    public async Task The_discussion_is_owed_there_although_none_was_needed_before_it_came()
    {
        var atRisk = SomeFamily.Contact with { Concern = SomeFamily.Contact.Concern with { SignificantHarm = true } };
        await using var bench = await DecisionBench.SetUpAsync(atRisk);
        await bench.PostedAsync(
            $"strategy/{bench.Enquiry}/cancel",
            $$"""{{{DecisionBench.Manager}},"reason":"No risk is seen.","noneNeededBecause":"No risk is seen."}"""
        );
        var before = await LimitsAsync(bench, (await bench.RowAsync()).ContactReference);
        var contact = await bench.Hub.TriagedAsync(
            atRisk with
            {
                Concern = atRisk.Concern with { Summary = "It has happened again." },
            }
        );

        await bench.PostedAsync(
            $"contacts/{contact}/join/{bench.Enquiry}",
            $$"""{{{DecisionBench.Manager}},"reason":"The same family.","samePerson":["S1","S2"]}"""
        );

        var there = await LimitsAsync(bench, (await bench.RowAsync()).ContactReference);
        var here = await LimitsAsync(bench, contact);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Select(limit => limit.EndedBecause), Is.EqualTo([CaseClockEnd.NotNeeded]));
            Assert.That(here.Select(limit => limit.EndedBecause), Is.EqualTo([CaseClockEnd.Joined]));
            Assert.That(there.Count(limit => limit.EndedAt is null), Is.EqualTo(1));
            Assert.That(there[^1].DueAt, Is.EqualTo(here[0].DueAt));
        }
    }

    private static async Task<List<CaseClock>> LimitsAsync(DecisionBench bench, string contact) =>
        [
            .. (await bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact))).Where(clock =>
                clock.Kind is CaseClockKind.StrategyDiscussion
            ),
        ];
}
