using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>Sefton: "One of these Social Workers oversees all cases identified as needing Early Help Support", after an enquiry too.</summary>
[CancelAfter(60_000)]
internal sealed class When_an_outcome_is_overseen
{
    [Test]
    public async Task A_decision_after_an_enquiry_names_who_oversees_it_and_nobody_oversees_themselves()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        var choice = (await bench.ShowAsync())
            .GetProperty("choice")
            .GetProperty("outcomes")
            .EnumerateArray()
            .Single(outcome => outcome.GetProperty("code").GetString() == "early-help");

        var nobody = await bench.RefusedAsync($"enquiries/{bench.Enquiry}/decision", Decision(""));
        var themselves = await bench.RefusedAsync(
            $"enquiries/{bench.Enquiry}/decision",
            Decision(",\"overseenBy\":\"a manager\"")
        );
        var view = await bench.DecideAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                choice.GetProperty("overseenBy").GetString(),
                Is.EqualTo("The dedicated Social Worker for Early Help Support")
            );
            Assert.That(nobody, Has.Exactly(1).StartsWith("overseenBy: is missing"));
            Assert.That(themselves, Has.Exactly(1).StartsWith("overseenBy: is whoever decides"));
            Assert.That(
                view.GetProperty("decisions")[0].GetProperty("stated").GetProperty("overseenBy").GetString(),
                Is.EqualTo("Cara Sample")
            );
        }
    }

    [TestCase("early-help", true)]
    [TestCase("no-further-action", false)]
    [TestCase("children-and-families-assessment", false)]
    [TestCase("section-47", false)]
    public void Sefton_has_Early_Help_overseen_and_nothing_else(string outcome, bool overseen)
    {
        var rule = HubProfiles.Load("sefton").Outcomes.Single(each => each.Code == outcome);

        Assert.That(Overseers.Check(rule, "A. Manager", null).Any(), Is.EqualTo(overseen));
    }

    private static string Decision(string more) =>
        $$"""{{{DecisionBench.Manager}},"outcome":"early-help","reason":"Support is enough.","considered":"It cannot wait."{{more}}}""";
}
