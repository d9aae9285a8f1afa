using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using MashBroker.Testing.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>Rules that documents state as expected are held against the case file when it is decided, and stop nothing.</summary>
internal sealed class WhatNobodyPutOnRecordTests
{
    private const string By = "A. Worker";
    private const string Role = "social worker";

    private static readonly DateTimeOffset At = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    private static readonly ViewGiven View = new()
    {
        By = By,
        Role = Role,
        Of = ViewOf.Parent,
        Giver = "mother",
        Text = "Help is welcome.",
        GivenAt = At,
    };

    private static readonly SharingDecision Share = new()
    {
        By = By,
        Role = Role,
        Decision = SharingChoice.Share,
        Reason = "They need it.",
    };

    [TestCase("northamptonshire", true)]
    [TestCase("havering", true)]
    [TestCase("milton-keynes", true)]
    [TestCase("sefton", false)]
    [TestCase("hampshire", false)]
    public void A_ground_that_the_hubs_document_states_is_asked_for_until_a_decision_to_share_names_it(
        string hub,
        bool asked
    )
    {
        var profile = HubProfiles.Load(hub);
        var named = Share with { NeedToKnow = profile.NeedToKnow[0].Code };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Said(hub),
                asked ? Has.One.Contains(profile.NeedToKnow[0].Name.TrimEnd('.')) : Has.None.Contains("ground")
            );
            Assert.That(
                Said(hub, Share).Any(said => said.Contains("ground", StringComparison.Ordinal)),
                Is.EqualTo(asked)
            );
            Assert.That(Said(hub, named), Has.None.Contains("ground"));
            Assert.That(
                Outlook
                    .Of(
                        profile,
                        new OutlookQuestion
                        {
                            Contact = Contact(),
                            Now = At,
                            SaidYes = Everything(profile),
                        }
                    )
                    .Plan!.NotOnRecord.Any(said => said.Contains("ground", StringComparison.Ordinal)),
                Is.EqualTo(asked),
                "before it is published"
            );
        }
    }

    [Test]
    public void A_duty_visit_is_asked_for_where_it_is_expected_until_the_child_was_seen()
    {
        var urgent = Contact() with { Concern = Contact().Concern with { ImmediateRisk = true } };
        var visit = new DutyVisit
        {
            By = By,
            Role = Role,
            VisitedBy = By,
            VisitedByRole = Role,
            VisitedAt = At,
            Text = "Nobody opened.",
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Said("sefton"), Has.None.Contains("visit"));
            Assert.That(Said("hampshire", urgent), Has.None.Contains("visit"), "its staff visit nobody");
            Assert.That(Said("sefton", urgent), Has.One.Contains("expected for this child, by MASH Social Workers"));
            Assert.That(
                Said("sefton", urgent, visit),
                Has.One.EqualTo("The child was seen at none of the duty visits on record.")
            );
            Assert.That(Said("sefton", urgent, visit with { ChildSeen = true }), Has.None.Contains("visit"));
        }
    }

    [Test]
    public void Views_are_asked_for_of_those_whom_the_hub_names_and_of_nobody_who_must_not_know()
    {
        var professional = View with { Of = ViewOf.Professional, Giver = "health visitor" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Said("sefton"), Has.None.Contains("No view"));
            Assert.That(
                Said("hampshire"),
                Has.One.StartsWith("No view is on record of: Professionals, Parents, Carers and Significant others.")
            );
            Assert.That(Said("hampshire", View), Has.One.StartsWith("No view is on record of: Professionals."));
            Assert.That(
                Said("hampshire", professional),
                Has.One.StartsWith("No view is on record of: Parents, Carers and Significant others.")
            );
            Assert.That(Said("hampshire", professional, View), Has.None.Contains("No view"));
            Assert.That(
                Said("hampshire", Contact() with { DoNotInformFamily = true }, professional),
                Has.None.Contains("No view")
            );
        }
    }

    [Test]
    public void Where_a_social_work_assessment_may_be_needed_the_discussion_with_the_parents_is_asked_for()
    {
        var profile = HubProfiles.Load("northamptonshire");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Said("northamptonshire"), Has.One.Contains("discussed with the parents or carers"));
            Assert.That(Said("northamptonshire", View), Has.None.Contains("discussed"));
            Assert.That(
                Said("northamptonshire", Contact() with { DoNotInformFamily = true }),
                Has.None.Contains("discussed")
            );
            foreach (var outcome in profile.Outcomes)
            {
                Assert.That(
                    NotOnRecord
                        .AtDecision(profile, Contact(), [], At, outcome)
                        .Any(said => said.Contains("discussed", StringComparison.Ordinal)),
                    Is.EqualTo(outcome.SocialCare),
                    outcome.Code
                );
            }
        }
    }

    [Test]
    public void Parents_who_were_told_although_it_has_to_be_sure_first_are_pointed_at()
    {
        var urgent = Contact() with { Concern = Contact().Concern with { ImmediateRisk = true } };
        var told = new ParentsInformed
        {
            By = By,
            Role = Role,
            Parents = ParentsTold.Informed,
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Said("northamptonshire", told), Has.None.Contains("only if it is sure"));
            Assert.That(Said("northamptonshire", urgent), Has.One.Contains("told here only if it is sure"));
            Assert.That(Said("northamptonshire", urgent, told), Has.One.Contains("on record as informed"));
            Assert.That(Said("sefton", urgent, told), Has.None.Contains("only if it is sure"));
        }
    }

    [Test]
    public async Task It_is_said_before_the_decision_and_with_it_and_stops_nothing()
    {
        await using var bench = await DecisionBench.SetUpAsync(rules: profile =>
            profile with
            {
                ViewsSoughtFrom = ["Parents"],
            }
        );

        var before = (await bench.ShowAsync()).GetProperty("remarks").EnumerateArray().Select(said => said.GetString());
        var decided = await bench.DecideAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Has.One.StartsWith("No view is on record of: Parents."));
            Assert.That(
                decided.GetProperty("remarks").EnumerateArray().Select(said => said.GetString()),
                Has.One.StartsWith("No view is on record of: Parents.")
            );
            Assert.That(decided.GetProperty("decisions").GetArrayLength(), Is.EqualTo(1));
        }
    }

    private static Contact Contact() => SomeContact.About(ConcernKind.Neglect);

    private static IReadOnlyList<string> Everything(HubProfile profile) =>
        [.. profile.Criteria.Select(criterion => criterion.Code)];

    private static IReadOnlyList<string> Said(string hub, params CaseStatement[] statements) =>
        Said(hub, Contact(), statements);

    private static IReadOnlyList<string> Said(string hub, Contact contact, params CaseStatement[] statements) =>
        NotOnRecord.AtDecision(HubProfiles.Load(hub), contact, statements, At);
}
