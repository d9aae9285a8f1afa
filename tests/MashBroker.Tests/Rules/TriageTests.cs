using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules;

/// <summary>Sefton's criteria, one by one, each with the sentence it comes from and what only just fails it.</summary>
internal sealed class TriageTests
{
    private static readonly HubProfile Sefton = HubProfiles.Load("sefton");

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

    // "Cases in which children have been missing for longer than 72 hours"
    [Test]
    public void Three_reports_of_one_absence_are_one_episode()
    {
        var finding = Assess(
            About() with
            {
                MissingEpisodes =
                [
                    Missing("2026-10-30 10:00", "2026-10-30 18:00"),
                    Missing("2026-10-30 10:01", "2026-10-30 18:00"),
                    Missing("2026-10-30 10:02", "2026-10-30 18:00"),
                ],
            }
        );
        Assert.That(finding.Criteria.Select(criterion => criterion.Code), Is.Empty);
    }

    [Test]
    public void Three_reports_of_a_child_not_yet_found_are_one_episode()
    {
        var finding = Assess(
            About() with
            {
                MissingEpisodes =
                [
                    Missing("2026-11-02 10:00"),
                    Missing("2026-11-02 18:00"),
                    Missing("2026-11-03 07:00"),
                ],
            }
        );
        Assert.That(finding.Criteria.Select(criterion => criterion.Code), Is.Empty);
    }

    [TestCase("2026-10-31 20:00", true, TestName = "58 hours and then 48 without a moment between are 106")]
    [TestCase("2026-10-31 20:01", false, TestName = "58 hours and 48 with a minute between are two episodes")]
    public void Episodes_that_touch_are_one(string second, bool qualifies)
    {
        var finding = Assess(
            About() with
            {
                MissingEpisodes =
                [
                    Missing(second, "2026-11-02 20:00"),
                    Missing("2026-10-29 10:00", "2026-10-31 20:00"),
                ],
            }
        );
        Assert.That(finding.Qualifies, Is.EqualTo(qualifies));
    }

    [TestCase("2026-10-30 09:00", "2026-11-02 08:00", null, "71 hours", TestName = "Missing 71 hours is not longer")]
    [TestCase(
        "2026-10-30 09:00",
        "2026-11-02 09:00",
        null,
        "72 hours",
        TestName = "Missing exactly 72 hours is not longer"
    )]
    [TestCase(
        "2026-10-30 09:00",
        "2026-11-02 09:01",
        "2026-11-02 09:00",
        null,
        TestName = "Missing 72 hours and a minute is longer"
    )]
    [TestCase(
        "2026-10-30 09:00",
        "2026-11-02 10:00",
        "2026-11-02 09:00",
        null,
        TestName = "Missing 73 hours is longer"
    )]
    // Summer time ended on 25 October: three days by the wall clock were 73 hours.
    [TestCase(
        "2026-10-23 11:00",
        "2026-10-26 12:00",
        "2026-10-26 11:00",
        null,
        TestName = "Three days with the end of summer time are longer"
    )]
    [TestCase(
        "2026-03-27 12:00",
        "2026-03-30 11:00",
        null,
        "71 hours",
        TestName = "Three days with its beginning are not"
    )]
    [TestCase(
        "2026-10-30 09:00",
        "2026-11-01 08:59",
        null,
        null,
        TestName = "Missing under two days is not worth a remark"
    )]
    public void Missing_long(string from, string until, string? since, string? nearMiss)
    {
        var finding = Assess(About() with { MissingEpisodes = [Missing(from, until)] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Qualifies, Is.EqualTo(since is not null));
            Assert.That(
                finding.Criteria.SingleOrDefault()?.Since,
                Is.EqualTo(since is null ? (DateTimeOffset?)null : Utc(since))
            );
            Assert.That(
                finding.NearMisses.Select(miss => miss.Code),
                Is.EqualTo(nearMiss is null ? [] : new[] { "missing-over-72-hours" })
            );
            Assert.That(finding.NearMisses.SingleOrDefault()?.Why ?? "", Does.Contain(nearMiss ?? ""));
        }
    }

    [TestCase("2026-11-02 09:00", false)]
    [TestCase("2026-11-02 09:00:01", true)]
    public void A_child_still_missing_has_been_missing_until_now(string now, bool qualifies)
    {
        var contact = About(ConcernKind.Missing) with { MissingEpisodes = [Missing("2026-10-30 09:00")] };
        var finding = Triage.Assess(Sefton, contact, Utc(now));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Qualifies, Is.EqualTo(qualifies));
            Assert.That(
                finding.NearMisses.SingleOrDefault()?.WillHoldAfter,
                Is.EqualTo(qualifies ? (DateTimeOffset?)null : Utc("2026-11-02 09:00"))
            );
            Assert.That(finding.Suggested.Rating, Is.EqualTo(Rating.Amber));
        }
    }

    // "or have been missing 3 times within one calendar month"
    [TestCase("2026-01-31 2026-02-14 2026-02-28", true)]
    [TestCase("2026-01-31 2026-02-14 2026-03-01", false)]
    [TestCase("2026-01-15 2026-01-20 2026-02-15", true)]
    [TestCase("2026-01-15 2026-01-20 2026-02-16", false)]
    [TestCase("2026-02-28 2026-03-14 2026-03-28", true)]
    [TestCase("2026-02-28 2026-03-14 2026-03-29", false)]
    [TestCase("2028-01-31 2028-02-14 2028-02-29", true)]
    [TestCase("2028-01-31 2028-02-14 2028-03-01", false)]
    [TestCase("2025-12-20 2026-01-02 2026-01-20", true)]
    // Thirty days of a month of 31 are within it, thirty after a month of 28 are not.
    [TestCase("2026-07-01 2026-07-02 2026-08-01", true)]
    [TestCase("2026-02-01 2026-02-02 2026-03-03", false)]
    // The window rolls: any three, whatever came before.
    [TestCase("2025-06-01 2026-01-02 2026-01-09 2026-01-16", true)]
    [TestCase("2026-01-01 2026-01-02", false)]
    public void Missing_three_times_in_a_calendar_month_is_by_date(string dates, bool qualifies)
    {
        var episodes = dates.Split(' ').Select(date => Missing($"{date} 20:00", $"{date} 23:00")).ToList();
        var finding = Triage.Assess(Sefton, About() with { MissingEpisodes = episodes }, episodes[^1].Until!.Value);
        Assert.That(finding.Qualifies, Is.EqualTo(qualifies));
    }

    [Test]
    public void The_date_of_an_episode_is_the_hubs_own()
    {
        // In summer 23:30 UTC is half past midnight of the next day: 15 June to 15 July, not 16.
        var contact = About() with
        {
            MissingEpisodes =
            [
                Missing("2026-06-14 23:30", "2026-06-15 02:00"),
                Missing("2026-07-01 20:00", "2026-07-01 22:00"),
                Missing("2026-07-15 22:30", "2026-07-15 22:45"),
            ],
        };
        Assert.That(Codes(Assess(contact)), Is.EqualTo(new[] { "missing-3-times-in-a-month" }));
    }

    [Test]
    public void An_episode_that_is_reported_twice_is_one()
    {
        var contact = About() with
        {
            MissingEpisodes =
            [
                Missing("2026-10-20 20:00", "2026-10-20 23:00"),
                Missing("2026-10-20 20:00", "2026-10-21 01:00"),
                Missing("2026-10-25 20:00", "2026-10-25 23:00"),
            ],
        };
        Assert.That(Assess(contact).Qualifies, Is.False);
    }

    [Test]
    public void A_third_time_just_after_the_month_is_a_near_miss_that_says_by_how_much()
    {
        var contact = About() with
        {
            MissingEpisodes =
            [
                Missing("2026-01-31 20:00", "2026-01-31 23:00"),
                Missing("2026-02-14 20:00", "2026-02-14 23:00"),
                Missing("2026-03-01 20:00", "2026-03-01 23:00"),
            ],
        };
        var finding = Triage.Assess(Sefton, contact, Utc("2026-03-02 09:00"));
        Assert.That(
            finding.NearMisses.Single().Why,
            Is.EqualTo(
                "Went missing on 31 January 2026, 14 February 2026 and 1 March 2026: the last came 1 day after 28 February 2026, when one calendar month from the first had ended."
            )
        );
    }

    [TestCase("2026-11-20 12:00", true)]
    [TestCase("2026-11-21 12:00", false)]
    public void Twice_in_a_month_that_still_runs_is_a_near_miss(string now, bool said)
    {
        var contact = About() with
        {
            MissingEpisodes =
            [
                Missing("2026-10-20 20:00", "2026-10-20 23:00"),
                Missing("2026-10-28 20:00", "2026-10-28 23:00"),
            ],
        };
        var finding = Triage.Assess(Sefton, contact, Utc(now));
        Assert.That(
            finding.NearMisses.Any(miss => miss.Why.Contains("one more by 20 November 2026", StringComparison.Ordinal)),
            Is.EqualTo(said)
        );
    }

    // "Re-referrals within 12 months."
    [TestCase("2025-11-04", true, false)]
    [TestCase("2025-11-03", true, false)]
    [TestCase("2025-11-02", false, true)]
    [TestCase("2025-10-03", false, true)]
    [TestCase("2025-10-02", false, false)]
    [TestCase("2026-11-03", true, false)]
    // A date to come is a slip of the pen, not a previous referral.
    [TestCase("2026-11-04", false, false)]
    public void Referred_again_within_12_months_is_by_date(string before, bool qualifies, bool nearMiss)
    {
        var finding = Assess(
            About() with
            {
                PreviousReferrals = [new PreviousReferral(DateOnly.FromDateTime(Utc($"{before} 00:00").UtcDateTime))],
            }
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Codes(finding), Is.EqualTo(qualifies ? new[] { "re-referral" } : []));
            Assert.That(finding.NearMisses.Any(), Is.EqualTo(nearMiss));
        }
    }

    // 29 February has no date twelve months on: the month's last day stands for it.
    [TestCase("2025-02-28 12:00", true)]
    [TestCase("2025-03-01 12:00", false)]
    public void Referred_again_after_a_leap_day(string received, bool qualifies)
    {
        var contact = About() with
        {
            ReceivedAt = Utc(received),
            PreviousReferrals = [new PreviousReferral(new DateOnly(2024, 2, 29))],
        };
        Assert.That(Triage.Assess(Sefton, contact, Utc(received)).Qualifies, Is.EqualTo(qualifies));
    }

    [Test]
    public void The_latest_of_several_referrals_counts() =>
        Assert.That(
            Assess(
                About() with
                {
                    PreviousReferrals =
                    [
                        new PreviousReferral(new DateOnly(2026, 2, 1)),
                        new PreviousReferral(new DateOnly(2020, 2, 1)),
                    ],
                }
            )
                .Criteria.Single()
                .Facts.Single(),
            Does.StartWith("Referred before on 1 February 2026")
        );

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

    private static TriageFinding Assess(Contact contact) => Triage.Assess(Sefton, contact, Utc("2026-11-03 10:00"));

    private static IEnumerable<string> Codes(TriageFinding finding) =>
        finding.Criteria.Select(criterion => criterion.Code);

    private static Contact With(Contact contact, Func<Concern, Concern> change) =>
        contact with
        {
            Concern = change(contact.Concern),
        };
}
