using MashBroker.Cli.Commands;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;
using MashBroker.Testing.Families;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary>A sixth hub needs a file, not code: one that does not exist is read from its file and worked by.</summary>
internal sealed class SixthHubTests
{
    internal static readonly string File = Path.Combine(
        Repository.Root,
        "tests",
        "MashBroker.Tests",
        "Hubs",
        "lighthouse.json"
    );

    private static readonly HubProfile Lighthouse = ProcessOptions.LoadProfile(File);

    private static readonly DateTimeOffset Now = SomeContact.Utc("2026-11-03 10:00");

    [Test]
    public void Its_enquiry_is_planned_by_its_own_rules()
    {
        var outlook = Outlook.Of(Lighthouse, new OutlookQuestion { Contact = Significant, Now = Now });
        var plan = outlook.Plan!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Criteria, Is.EqualTo(new[] { "harm", "significant" }));
            Assert.That(plan.Purpose, Is.EqualTo("lamp"));
            Assert.That(plan.LegalBasis.Code, Is.EqualTo("harbour-act"));
            Assert.That(plan.ReturnDue.At, Is.EqualTo(SomeContact.Utc("2026-11-03 18:00")));
            Assert.That(
                plan.Agencies.Select(agency => agency.Name),
                Is.EqualTo(new[] { "Harbour Police", "Coast Charity" })
            );
            Assert.That(plan.Agencies[0].Ask!.Questions, Is.EqualTo(new[] { "Who was seen?" }));
            Assert.That(plan.Agencies[0].Ask!.LookBackTo, Is.EqualTo(new DateOnly(2024, 11, 3)));
            Assert.That(plan.PreWarnings.Select(warning => warning.Percent), Is.EqualTo(new[] { 50, 90 }));
        }
    }

    private static IEnumerable<HubProfile> EveryHub() => [.. WorkedCaseTests.Hubs.Select(HubProfiles.Load), Lighthouse];

    [TestCaseSource(nameof(EveryHub)), CancelAfter(60_000)]
    public async Task An_agency_gets_the_request_that_the_hubs_file_says(HubProfile hub)
    {
        await using var bench = await HubBench.SetUpAsync(hub, ["police"]);
        var police = await bench.AgencyAsync("police");

        await bench.EnquireAsync(Significant with { ReceivedAt = HubBench.Start }, Rating.Red);

        var asked = (await police.ExpectAsync(LetterType.Request))[0].Letter;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Head.Hub, Is.EqualTo(hub.Code));
            Assert.That(asked.Head.Purpose, Is.EqualTo(hub.Purpose));
            Assert.That(asked.Head.DueAt, Is.EqualTo(HubBench.Start + hub.Returns.Red.Within));
            Assert.That(
                ((Request)asked.Body).Questions,
                Is.EqualTo(hub.Agencies.Single(agency => agency.Code == "police").Questions)
            );
        }
    }

    [Test]
    public void Its_agencies_meet_by_its_own_rules()
    {
        var meeting = StrategyOutlook.Of(Lighthouse, Significant, Now)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(meeting.Rule.Name, Is.EqualTo("Lamp Meeting"));
            Assert.That(meeting.MayWait);
            Assert.That(meeting.Due.At, Is.EqualTo(SomeContact.Utc("2026-11-04 20:00")));
            Assert.That(meeting.Lead, Is.EqualTo("Keeper"));
        }
    }

    [Test]
    public void Its_decision_has_its_own_consequences()
    {
        var told = DecisionOutlook.Of(Lighthouse, "help", ReferrerKind.Professional, Now)!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.HeldByHub);
            Assert.That(told.SummaryTo, Is.EqualTo("Helpers"));
            Assert.That(told.FeedbackDue.At, Is.EqualTo(SomeContact.Utc("2026-11-03 14:00")));
            Assert.That(told.FamilyToldBy, Is.EqualTo(new[] { "Helper" }));
            Assert.That(told.FamilyDue.At, Is.EqualTo(SomeContact.Utc("2026-11-05 20:00")));
            Assert.That(told.KeptMonths, Is.EqualTo(36));
        }
    }

    [Test]
    public void An_outcome_that_it_does_not_have_without_an_enquiry_is_none()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DecisionOutlook.Of(Lighthouse, "help", ReferrerKind.Family, Now, afterEnquiry: false), Is.Null);
            Assert.That(
                DecisionOutlook.Of(Lighthouse, "nothing", ReferrerKind.Family, Now, afterEnquiry: false)!.KeptMonths,
                Is.EqualTo(12)
            );
            Assert.That(DecisionOutlook.Of(Lighthouse, "section-47", ReferrerKind.Family, Now), Is.Null);
        }
    }

    [Test]
    public void An_agreement_holds_on_its_days_and_for_its_purposes_alone()
    {
        var police = Lighthouse.Agencies[0].Agreement!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(police.Covers("lamp", new DateOnly(2026, 1, 1)));
            Assert.That(police.Covers("lamp", new DateOnly(2026, 12, 31)));
            Assert.That(police.Covers("lamp", new DateOnly(2025, 12, 31)), Is.False);
            Assert.That(police.Covers("lamp", new DateOnly(2027, 1, 1)), Is.False);
            Assert.That(police.Covers("anchor", new DateOnly(2026, 6, 1)), Is.False);
            Assert.That(Lighthouse.Agencies[1].Agreement!.Version, Is.EqualTo("1"));
        }
    }

    [Test]
    public void Its_rules_are_said_in_plain_English()
    {
        var said = string.Join('\n', PlainRules.Of(Lighthouse));
        Assert.That(
            said,
            Does.Contain("Must attend: Harbour Police (for Coast Charity)")
                .And.Contain("Red 1 hour, Amber 4 opening hours")
        );
        Assert.That(said, Does.Not.Contain("the product's default"));
    }

    private static Contact Significant
    {
        get
        {
            var contact = SomeContact.About(ConcernKind.Neglect);
            return contact with { Concern = contact.Concern with { SignificantHarm = true } };
        }
    }
}
