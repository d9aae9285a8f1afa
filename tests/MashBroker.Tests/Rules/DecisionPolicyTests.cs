using MashBroker.Contracts.Cases;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

/// <summary>Who decides, with whom and on whose recommendation is each hub's own rule.</summary>
internal sealed class DecisionPolicyTests
{
    private static readonly Decision OfManager = new()
    {
        By = "A. Manager",
        Role = "Social Care Manager",
        Outcome = "close",
        Reason = "Nothing further is needed.",
    };

    [Test]
    public void Hampshire_decides_on_the_recommendation_of_a_social_worker()
    {
        var recommended = OfManager with { Recommended = [new Recommendation("S. W.", "MASH social worker", "close")] };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Faults("hampshire", OfManager), Is.EqualTo(new[] { "recommended" }));
            Assert.That(Faults("hampshire", recommended), Is.Empty);
        }
    }

    [Test]
    public void Northamptonshire_decides_together_with_partners()
    {
        var alone = OfManager with { Outcome = "universal-services" };
        var together = alone with { With = [new DecidedWith("P. C.", "MASH partner, police")] };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Faults("northamptonshire", alone), Is.EqualTo(new[] { "with" }));
            Assert.That(Faults("northamptonshire", together), Is.Empty);
            Assert.That(
                Faults("northamptonshire", together with { Role = "Team manager" }),
                Is.EqualTo(new[] { "role" })
            );
        }
    }

    [Test]
    public void Nobody_is_their_own_second()
    {
        var recommended = OfManager with
        {
            Recommended = [new Recommendation("a MANAGER", "MASH social worker", "close")],
        };
        var together = OfManager with
        {
            Outcome = "universal-services",
            With = [new DecidedWith("Mr A Mánager", "MASH partner"), new DecidedWith("P. C.", "MASH partner, police")],
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Faults("hampshire", recommended), Is.EqualTo(new[] { "recommended" }));
            Assert.That(Faults("northamptonshire", together), Is.EqualTo(new[] { "with[0].name" }));
        }
    }

    [Test]
    public void A_recommendation_without_an_outcome_is_no_other_outcome()
    {
        var decision = OfManager with { Recommended = [new Recommendation("S. W.", "MASH social worker", "")] };

        Assert.That(Faults("hampshire", decision), Is.EqualTo(new[] { "recommended[0].outcome" }));
    }

    [TestCase("havering", "Children's social care manager", "no-further-action")]
    [TestCase("milton-keynes", "MASH team manager", "no-further-action")]
    [TestCase("sefton", "Manager", "no-further-action")]
    public void Others_decide_alone(string hub, string role, string outcome) =>
        Assert.That(Faults(hub, OfManager with { Role = role, Outcome = outcome }), Is.Empty);

    [Test]
    public void Another_outcome_than_the_one_recommended_takes_a_reason_of_its_own()
    {
        var otherwise = OfManager with
        {
            Recommended = [new Recommendation("S. W.", "MASH social worker", "section-47")],
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Faults("hampshire", otherwise), Is.EqualTo(new[] { "why" }));
            Assert.That(Faults("hampshire", otherwise with { Why = "The child is with an aunt." }), Is.Empty);
            Assert.That(Faults("hampshire", otherwise with { Outcome = "section-47" }), Is.Empty);
        }
    }

    [Test]
    public void What_was_not_known_has_to_be_weighed()
    {
        var decision = OfManager with { Outcome = "no-further-action" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                DecisionPolicy.Check(Hub("sefton"), decision, ["Police is missing"]).Single().Fault,
                Is.EqualTo("is missing, and Police is missing")
            );
            Assert.That(
                DecisionPolicy.Check(Hub("sefton"), decision with { Considered = "It was." }, ["Police is missing"]),
                Is.Empty
            );
        }
    }

    [Test]
    public void What_referrers_and_families_are_told_is_of_the_outcome_and_the_next_step_alone(
        [Values("hampshire", "northamptonshire", "havering", "sefton", "milton-keynes")] string hub
    )
    {
        var profile = Hub(hub);
        var outcome = profile.Outcomes.First(each => each.Receiver is not null);
        var professional = FeedbackWords.ForReferrer(
            profile,
            outcome,
            MashBroker.Contracts.Contacts.ReferrerKind.Professional
        );
        var neighbour = FeedbackWords.ForReferrer(
            profile,
            outcome,
            MashBroker.Contracts.Contacts.ReferrerKind.MemberOfPublic
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(professional, Does.Contain(outcome.Name).And.Contain(profile.Disagreement[0].Who));
            Assert.That(neighbour, Does.Not.Contain(outcome.Name).And.Contain(profile.AfterClosing.NewReferralThrough));
            Assert.That(
                FeedbackWords.ForFamily(profile, outcome),
                Does.Contain(outcome.Receiver!).And.Contain(profile.Complaints[0].Who)
            );
        }
    }

    private static string[] Faults(string hub, Decision decision) =>
        [.. DecisionPolicy.Check(Hub(hub), decision, []).Select(fault => fault.Path)];

    private static HubProfile Hub(string code) => HubProfiles.Load(code);
}
