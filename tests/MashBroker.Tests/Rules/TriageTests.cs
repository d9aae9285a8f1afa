using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SeftonTriage;

namespace MashBroker.Tests.Rules;

/// <summary>Sefton's criteria by concern, each with the sentence it comes from, and the rating that is suggested.</summary>
internal sealed class TriageTests
{
    // "cases in which there are concerns re Physical, Emotional and Sexual Harm or Neglect. Cases in which there have been
    // issues of Domestic Violence. ... Cases in which there are Child Exploitation Concerns."
    [TestCase(ConcernKind.PhysicalHarm, "harm-or-neglect")]
    [TestCase(ConcernKind.EmotionalHarm, "harm-or-neglect")]
    [TestCase(ConcernKind.SexualHarm, "harm-or-neglect")]
    [TestCase(ConcernKind.Neglect, "harm-or-neglect")]
    [TestCase(ConcernKind.DomesticViolence, "domestic-violence")]
    [TestCase(ConcernKind.ChildExploitation, "child-exploitation")]
    // Named by referrers, and in none of the sentences.
    [TestCase(ConcernKind.Missing, null)]
    [TestCase(ConcernKind.ParentalMentalHealth, null)]
    [TestCase(ConcernKind.ParentalSubstanceUse, null)]
    [TestCase(ConcernKind.Housing, null)]
    [TestCase(ConcernKind.SupportRequested, null)]
    [TestCase(ConcernKind.Radicalisation, null)]
    public void A_concern_qualifies_when_the_hub_names_it(string concern, string? criterion)
    {
        var finding = Assess(About(concern));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Codes(finding), Is.EqualTo(criterion is null ? [] : new[] { criterion }));
            Assert.That(finding.OtherConcerns, Is.EqualTo(criterion is null ? new[] { concern } : []));
            Assert.That(finding.Qualifies, Is.EqualTo(criterion is not null));
        }
    }

    [Test]
    public void Several_concerns_of_one_criterion_are_several_facts_of_it()
    {
        var finding = Assess(About(ConcernKind.Neglect, ConcernKind.SexualHarm, ConcernKind.DomesticViolence));
        Assert.That(Codes(finding), Is.EqualTo(new[] { "harm-or-neglect", "domestic-violence" }));
        Assert.That(
            finding.Criteria[0].Facts,
            Is.EqualTo(
                new[] { "The referrer is concerned about neglect.", "The referrer is concerned about sexual harm." }
            )
        );
    }

    // "In cases in which there is evidence that the child has suffered or is likely to suffer significant harm, an Amber or
    // Red MASH enquiry will be completed"
    [Test]
    public void Significant_harm_makes_an_enquiry_of_amber_at_least()
    {
        var finding = Assess(With(About(), concern => concern with { SignificantHarm = true }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Codes(finding), Is.EqualTo(new[] { "significant-harm" }));
            Assert.That(finding.Suggested.Rating, Is.EqualTo(Rating.Amber));
            Assert.That(finding.LowestAllowed, Is.EqualTo(Rating.Amber));
        }
    }

    [Test]
    public void Immediate_risk_without_a_word_on_significant_harm_is_asked_about()
    {
        var finding = Assess(With(About(), concern => concern with { ImmediateRisk = true }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Qualifies, Is.False);
            Assert.That(finding.NearMisses.Single().Code, Is.EqualTo("significant-harm"));
            Assert.That(finding.Suggested.Rating, Is.EqualTo(Rating.Red));
        }
    }

    // "Contacts are ranked as being Green, Amber or Red based on the level of concern": what is suggested by default.
    [TestCase(false, false, null, Rating.Green)]
    [TestCase(false, false, 3, Rating.Green)]
    [TestCase(false, false, 4, Rating.Amber)]
    [TestCase(false, true, null, Rating.Amber)]
    [TestCase(true, false, null, Rating.Red)]
    [TestCase(true, true, 4, Rating.Red)]
    public void The_gravest_rating_that_applies_is_suggested(
        bool immediate,
        bool significant,
        int? level,
        Rating rating
    )
    {
        var finding = Assess(
            With(
                About(ConcernKind.Neglect),
                concern =>
                    concern with
                    {
                        ImmediateRisk = immediate,
                        SignificantHarm = significant,
                        LevelOfNeed = level,
                    }
            )
        );
        Assert.That(finding.Suggested.Rating, Is.EqualTo(rating));
        Assert.That(finding.Suggested.Reasons, Is.Not.Empty);
    }

    [Test]
    public void A_hub_that_leaves_it_to_a_person_gets_a_question_and_no_answer()
    {
        var hub = Sefton with { Criteria = [new APersonSaysSo("decided", "Decided", "Does it go in?")] };
        var finding = Triage.Assess(hub, About(ConcernKind.Neglect), Utc("2026-11-03 10:00"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Qualifies, Is.False);
            Assert.That(finding.ForAPerson.Single().Question, Is.EqualTo("Does it go in?"));
        }
    }

    [Test]
    public void Findings_name_nobody()
    {
        var contact = About(ConcernKind.Neglect, ConcernKind.DomesticViolence) with
        {
            MissingEpisodes = [Missing("2026-10-20 20:00"), Missing("2026-10-25 20:00", "2026-10-27 23:00")],
            PreviousReferrals = [new PreviousReferral(new DateOnly(2026, 1, 1), "Robin was seen at home")],
        };
        var finding = Assess(contact);
        var said = string.Join(
            ' ',
            finding
                .Criteria.SelectMany(criterion => criterion.Facts)
                .Concat(finding.NearMisses.Select(miss => miss.Why))
                .Concat(finding.Suggested.Reasons)
        );
        Assert.That(said, Does.Not.Contain("Robin").And.Not.Contain("Sample").And.Not.Contain("teacher"));
    }
}
