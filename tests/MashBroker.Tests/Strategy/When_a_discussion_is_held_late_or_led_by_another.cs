using System.Net;
using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Deciding;
using NUnit.Framework;

namespace MashBroker.Tests.Strategy;

/// <summary>Who led a strategy discussion and when it was held stand against the hub's rule: otherwise it takes a reason, and both stay told.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_a_discussion_is_held_late_or_led_by_another
{
    private static readonly Contact Harm = SomeFamily.Contact with
    {
        Concern = SomeFamily.Contact.Concern with { SignificantHarm = true },
    };

    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await DecisionBench.SetUpAsync(Harm, Led);

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [TestCase("2026-11-17T10:00Z", "Team Manager, Children's Social Care", null, "")]
    [TestCase("2026-11-17T10:00Z", "Team manager", null, "leadRole")]
    [TestCase("2026-11-17T10:00Z", "Team manager", "She was on leave.", "")]
    [TestCase("2026-11-17T10:00Z", "Team Manager from the Night Service", null, "leadRole")]
    [TestCase("2026-11-21T10:00Z", "Team Manager from the Night Service", null, "")]
    [TestCase("2026-11-21T10:00Z", "Team Manager, Children's Social Care", null, "leadRole")]
    [TestCase("2026-11-21T10:00Z", "Team Manager from the Night Service", "It was night.", "departsFromRole")]
    public void Who_leads_is_said_by_the_rule_for_that_time_of_day(
        string heldAt,
        string role,
        string? departs,
        string faults
    ) =>
        Assert.That(
            string.Join(
                ",",
                StrategyLead
                    .Check(
                        Led(HubProfiles.Load(HubProfiles.Sample)),
                        DateTimeOffset.Parse(heldAt, System.Globalization.CultureInfo.InvariantCulture),
                        role,
                        departs
                    )
                    .Select(fault => fault.Path)
            ),
            Is.EqualTo(faults)
        );

    [TestCase("2026-11-17T10:00Z", "Team Manager, Children's Social Care", true)]
    [TestCase("2026-11-17T10:00Z", "tea lady", false)]
    [TestCase("2026-11-17T22:00Z", "Team Manager, Hampshire Out of Hours service", true)]
    [TestCase("2026-11-17T22:00Z", "Team Manager, Children's Social Care", false)]
    public void Hampshires_discussions_are_led_by_the_team_managers_that_its_document_names(
        string heldAt,
        string role,
        bool fits
    ) =>
        Assert.That(
            StrategyLead
                .Check(
                    HubProfiles.Load("hampshire"),
                    DateTimeOffset.Parse(heldAt, System.Globalization.CultureInfo.InvariantCulture),
                    role,
                    departs: null
                )
                .Any(),
            Is.EqualTo(!fits)
        );

    [Test]
    public void A_hub_that_does_not_say_who_leads_leaves_it_to_anybody() =>
        Assert.That(
            StrategyLead.Check(HubProfiles.Load(HubProfiles.Sample), DateTimeOffset.UnixEpoch, "tea lady", null),
            Is.Empty
        );

    [Test]
    public async Task Held_after_its_limit_it_says_by_how_much_and_why_wherever_it_is_read()
    {
        var due = await DueAsync();
        var held = due.AddMinutes(51);
        _bench.Hub.Clock.Set(held.AddMinutes(1));

        var refused = await _bench.RefusedAsync(Path("record"), Record(held, "tea lady"), HttpStatusCode.Conflict);
        var done = await _bench.PostedAsync(
            Path("record"),
            Record(
                held,
                "tea lady",
                ",\"lateBecause\":\"The police were free then.\",\"departsFromRole\":\"She was on leave.\""
            )
        );

        using var console = new CapturedConsole();
        var shown = await MashCommand.RunAsync([
            "strategy",
            "show",
            $"{_bench.Enquiry}",
            "--at",
            _bench.Web.Http.BaseAddress!.ToString(),
        ]);
        var said = $"{console.Out}";
        var view = (await _bench.GetAsync($"strategy/{_bench.Enquiry}")).GetProperty("discussions")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Has.Exactly(1).StartsWith("leadRole: is not who leads such a discussion"));
            Assert.That(refused, Has.Exactly(1).StartsWith("lateBecause: is missing, and it had to be held by"));
            Assert.That(
                done.GetProperty("remarks").EnumerateArray().Select(each => each.GetString()),
                Has.Exactly(1).EqualTo("It was held 51 minutes after its limit.")
            );
            Assert.That(view.GetProperty("minutesOver").GetInt32(), Is.EqualTo(51));
            Assert.That(view.GetProperty("lateBecause").GetString(), Is.EqualTo("The police were free then."));
            Assert.That(shown, Is.EqualTo(ExitCode.Done), $"{console.Error}");
            Assert.That(said, Does.Contain("51 minutes OVER").And.Contain("late because: The police were free then."));
            Assert.That(said, Does.Contain("led by another than the hub's rule says because: She was on leave."));
            Assert.That(
                await HeldAsync(),
                Does.Contain("51 minutes over").And.Contain("led by another than the hub's rule says")
            );
        }
    }

    [Test]
    public async Task Who_said_why_when_they_called_it_late_need_not_say_it_again()
    {
        var due = await DueAsync();
        _bench.Hub.Clock.Set(due.AddMinutes(-10));
        await _bench.PostedAsync(
            Path("call"),
            $$"""{{{DecisionBench.Manager}},"startsAt":"{{due.AddMinutes(30):O}}","reason":"The police are free then."}"""
        );
        var before = (await _bench.GetAsync($"strategy/{_bench.Enquiry}")).GetProperty("discussions")[0];
        _bench.Hub.Clock.Set(due.AddHours(1));
        await _bench.PostedAsync(Path("record"), Record(due.AddMinutes(30), "Team Manager, Children's Social Care"));

        var after = (await _bench.GetAsync($"strategy/{_bench.Enquiry}")).GetProperty("discussions")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.GetProperty("minutesOver").GetInt32(), Is.EqualTo(30));
            Assert.That(after.GetProperty("minutesOver").GetInt32(), Is.EqualTo(30));
            Assert.That(
                new[] { before, after }.Select(each => each.GetProperty("lateBecause").GetString()),
                Is.All.EqualTo("The police are free then.")
            );
        }
    }

    private static HubProfile Led(HubProfile profile) =>
        profile with
        {
            StrategyDiscussion = profile.StrategyDiscussion! with
            {
                Lead = "Team Manager from Children's Social Care",
                OutOfHoursLead = "Team Manager from the Night Service",
                Limit = new TimeLimit(TimeSpan.FromHours(4)),
                Quorum = [],
            },
        };

    private string Path(string verb) => $"strategy/{_bench.Enquiry}/{verb}";

    private static string Record(DateTimeOffset heldAt, string leadRole, string more = "") =>
        $$"""
            {{{DecisionBench.Manager}},"heldAt":"{{heldAt:O}}","lead":"L. Lead","leadRole":{{JsonSerializer.Serialize(
                leadRole
            )}},
             "attended":[{"agency":"police","name":"P. C.","role":"officer"}],"decisions":["A section 47 enquiry."]{{more}}}
            """;

    private async Task<DateTimeOffset> DueAsync()
    {
        var contact = (await _bench.RowAsync()).ContactReference;
        return (await _bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact)))
            .Single(clock => clock.Kind is CaseClockKind.StrategyDiscussion)
            .DueAt;
    }

    private async Task<string?> HeldAsync() =>
        (await _bench.Hub.ReadAsync(view => AuditStore.OfEnquiryAsync(view, _bench.Enquiry)))
            .Single(entry => entry.Act is AuditAct.StrategyHeld)
            .Detail;
}
