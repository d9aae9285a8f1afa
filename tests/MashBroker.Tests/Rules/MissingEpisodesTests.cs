using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SeftonTriage;

namespace MashBroker.Tests.Rules;

/// <summary>Sefton's criteria of missing children, each with what only just fails it: how long, and how often in a calendar month.</summary>
internal sealed class MissingEpisodesTests
{
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
}
