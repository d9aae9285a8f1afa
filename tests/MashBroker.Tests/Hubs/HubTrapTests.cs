using System.Reflection;
using System.Text.RegularExpressions;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Testing.Families;
using MashBroker.Testing.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using Board = MashBroker.Web.Board;
using Packs = MashBroker.Correlation.Packs;
using PackWords = MashBroker.Correlation.Packs.Words;

namespace MashBroker.Tests.Hubs;

/// <summary>The traps in the hubs' own words. The table of all nine, each with its test, is ops/decisions/0060.</summary>
internal sealed partial class HubTrapTests
{
    private static readonly HubProfile Sefton = HubProfiles.Load("sefton");

    private static readonly HubProfile Hampshire = HubProfiles.Load("hampshire");

    [TestCase("2026-01-31 2026-02-14 2026-02-28", true)]
    [TestCase("2026-01-31 2026-02-14 2026-03-01", false)]
    public void Trap_4_a_calendar_month_is_not_thirty_days(string dates, bool qualifies)
    {
        var episodes = dates.Split(' ').Select(date => Missing($"{date} 20:00", $"{date} 23:00")).ToList();
        var contact = About() with { MissingEpisodes = episodes };
        Assert.That(Triage.Assess(Sefton, contact, Utc("2026-03-02 09:00")).Qualifies, Is.EqualTo(qualifies));
    }

    [Test]
    public void Trap_4_seventy_two_hours_exactly_are_not_longer()
    {
        var contact = About() with { MissingEpisodes = [Missing("2026-10-30 09:00", "2026-11-02 09:00")] };
        Assert.That(Triage.Assess(Sefton, contact, Utc("2026-11-03 09:00")).Qualifies, Is.False);
    }

    // "always attended by Social Care, Police, Early Help (representing Education) and Health as a minimum"; of the others "it is
    // not essential that professionals from these agencies attend in person".
    [Test]
    public void Trap_5_a_return_stands_in_for_attendance_outside_the_quorum_alone()
    {
        var meeting = StrategyOutlook.Of(Sefton, SignificantHarm(atRiskNow: false), Utc("2026-11-03 10:00"))!.Rule;
        var quorum = meeting.Quorum.Select(one => one.Agency).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(meeting.ReturnStandsIn);
            Assert.That(quorum, Is.EqualTo(new[] { "social-care", "police", "early-help", "health" }));
            Assert.That(
                meeting.Quorum.Single(one => one.Agency == "early-help").StandsFor,
                Is.EqualTo(new[] { "education" })
            );
            Assert.That(meeting.Invited, Has.None.Matches<string>(quorum.Contains));
        }
    }

    [Test]
    public void Trap_7_six_different_answers_never_look_alike()
    {
        var onTheBoard = new[]
        {
            Answered(AnswerKind.NothingKnown),
            Answered(AnswerKind.Refused),
            Answered(AnswerKind.CannotLook),
            Answered(AnswerKind.NeedMoreDetails),
            Request(RequestState.NotAsked) with
            {
                NotAskedReason = NotAskedReason.NotConnected.InWords(),
            },
            Request(RequestState.Sent) with
            {
                Late = true,
            },
        }.Select(Board.Standings.Words);
        var inThePack = new[]
        {
            Packs.Standing.NothingKnown,
            Packs.Standing.Refused,
            Packs.Standing.CannotLook,
            Packs.Standing.NeedMoreDetails,
            Packs.Standing.NotAsked,
            Packs.Standing.Silent,
        }.Select(PackWords.Of);
        foreach (var shown in new[] { onTheBoard.ToList(), inThePack.ToList() })
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(shown, Is.Unique);
                // Told apart at a glance: none begins as another does.
                Assert.That(shown.Select(words => words[..4]), Is.Unique);
            }
        }
    }

    // In hours every child within four; out of hours a child for whom harm is likely, and not at immediate risk, on the next
    // working day.
    [TestCase("2026-11-03 10:00", false, "2026-11-03 14:00", false)]
    [TestCase("2026-11-03 10:00", true, "2026-11-03 14:00", false)]
    [TestCase("2026-11-03 20:00", true, "2026-11-04 00:00", false)]
    [TestCase("2026-11-03 20:00", false, "2026-11-04 17:00", true)]
    [TestCase("2026-12-24 18:00", false, "2026-12-29 17:00", true)]
    public void Trap_8_the_next_working_day_is_for_what_comes_out_of_hours(
        string called,
        bool atRiskNow,
        string due,
        bool waits
    )
    {
        var meeting = StrategyOutlook.Of(Hampshire, SignificantHarm(atRiskNow, suffered: false), Utc(called))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(meeting.Due.At, Is.EqualTo(Utc(due)));
            Assert.That(meeting.MayWait, Is.EqualTo(waits));
        }
    }

    // "immediate safeguarding and or the child has suffered significant harm"; where nobody says which, the earlier of the two.
    [TestCase(true)]
    [TestCase(null)]
    public void Trap_8_a_child_who_has_suffered_significant_harm_never_waits_for_Monday(bool? suffered)
    {
        var meeting = StrategyOutlook.Of(
            Hampshire,
            SignificantHarm(atRiskNow: false, suffered),
            Utc("2026-11-06 18:00")
        )!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(meeting.AimedAt!.At, Is.EqualTo(Utc("2026-11-06 20:00")));
            Assert.That(meeting.Due.At, Is.EqualTo(Utc("2026-11-06 22:00")));
            Assert.That(meeting.MayWait, Is.False);
            Assert.That(meeting.Lead, Is.EqualTo("Team Manager from Hampshire's Out of Hours service"));
        }
    }

    [Test]
    public void Trap_8_which_reading_holds_is_a_rule_of_the_profile()
    {
        var otherwise = Hampshire with
        {
            StrategyDiscussion = Hampshire.StrategyDiscussion! with { NextWorkingDay = StrategyWait.AtAnyTime },
        };
        Assert.That(
            StrategyOutlook
                .Of(otherwise, SignificantHarm(atRiskNow: false, suffered: false), Utc("2026-11-03 10:00"))!
                .Due.At,
            Is.EqualTo(Utc("2026-11-04 17:00"))
        );
    }

    [Test]
    public void Every_trap_has_a_test_that_exists()
    {
        var page = File.ReadAllText(
            Path.Combine(Repository.Root, "ops", "decisions", "0060-the-traps-and-their-tests.md")
        );
        var rows = Row().Matches(page).Select(row => row.Groups[1].Value).ToList();
        var tests = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.Name)
            .ToHashSet();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Distinct(), Is.EqualTo(Enumerable.Range(1, 9).Select(CaseText.Number)));
            Assert.That(
                Test().Matches(page).Select(name => name.Groups[1].Value).Where(name => !tests.Contains(name)),
                Is.Empty
            );
        }
    }

    private static RequestRow Answered(AnswerKind answer) => Request(RequestState.Answered) with { Answer = answer };

    private static RequestRow Request(RequestState state) =>
        new()
        {
            Id = default,
            EnquiryReference = EnquiryReference.Parse("SEFTON-2026-000001"),
            Agency = "police",
            AgencyName = "Police",
            State = state,
            DueAt = Utc("2026-11-03 12:00"),
        };

    private static Contact SignificantHarm(bool atRiskNow, bool? suffered = null)
    {
        var contact = About(ConcernKind.PhysicalHarm);
        return contact with
        {
            Concern = contact.Concern with
            {
                SignificantHarm = true,
                HarmSuffered = suffered,
                ImmediateRisk = atRiskNow,
            },
        };
    }

    [GeneratedRegex(@"^\| ([1-9]) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex Test();
}
