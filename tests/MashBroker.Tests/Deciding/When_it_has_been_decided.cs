using System.Net;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Retention;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>What may still be added, disputed and linked, and how long all of it is kept.</summary>
[CancelAfter(60_000)]
internal sealed class When_it_has_been_decided
{
    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await DecisionBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task A_closed_case_takes_what_is_about_the_hub_and_nothing_more_about_the_child()
    {
        await _bench.DecideAsync();

        await _bench.PostedAsync(_bench.Case("note"), $$"""{{{DecisionBench.Manager}},"text":"Filed."}""");
        var risk = await _bench.RefusedAsync(
            _bench.Case("risk-factor"),
            $$"""{{{DecisionBench.Manager}},"heading":"past-harm","text":"More."}""",
            HttpStatusCode.Conflict
        );
        var view = await _bench.RefusedAsync(
            _bench.Case("view"),
            """{"by":"A. Manager","of":"parent","giver":"mother","text":"More.","givenAt":"2026-11-17T09:00:00Z"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(risk, Has.Exactly(1).Contains("Make a new referral through"));
            Assert.That(view.Select(fault => fault.Split(':')[0]), Is.EqualTo(new[] { "role", "reference" }));
        }
    }

    [Test]
    public async Task A_disagreement_goes_through_its_stages_each_with_a_clock_and_a_complaint_apart_from_it()
    {
        await _bench.DecideAsync();
        await _bench.PostedAsync(_bench.Case("disagreement"), Challenge("Dr A. Lecturer", "school nurse"));
        await _bench.PostedAsync(_bench.Case("complaint"), Challenge("M. Quillfeather", "mother"));

        await _bench.PostedAsync(_bench.Case("disagreement-answer"), Answer("goes-further"));
        var last = await _bench.RefusedAsync(_bench.Case("disagreement-answer"), Answer("goes-further"));
        await _bench.PostedAsync(_bench.Case("disagreement-answer"), Answer("settled"));
        var over = await _bench.RefusedAsync(_bench.Case("disagreement-answer"), Answer("settled"));

        var clocks = await _bench.ClocksAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                clocks
                    .Where(clock => clock.Kind is CaseClockKind.Disagreement)
                    .Select(clock => (clock.About, clock.EndedAt is not null)),
                Is.EqualTo(new[] { ("1 manager", true), ("1 escalation", true) })
            );
            Assert.That(
                clocks
                    .Where(clock => clock.Kind is CaseClockKind.Complaint)
                    .Select(clock => (clock.About, clock.EndedAt is not null)),
                Is.EqualTo(new[] { ("1 complaints-team", false) })
            );
            Assert.That(last, Has.Exactly(1).StartsWith("end: goes further, and this was the last stage"));
            Assert.That(over, Has.Exactly(1).StartsWith("number: is of one that is at its end"));
        }
    }

    [Test]
    public async Task A_new_contact_that_follows_it_is_linked_both_ways()
    {
        await _bench.DecideAsync();
        var earlier = (await _bench.RowAsync()).ContactReference;

        var later = await _bench.PostedAsync("contacts", Following(_bench.Enquiry.ToString()));
        var unknown = await _bench.RefusedAsync("contacts", Following("SAMPLE-2026-009999"));

        var reference = later.GetProperty("reference").GetString();
        var shown = (await _bench.GetAsync($"contacts/{earlier}")).GetProperty("standing");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(later.GetProperty("follows").GetString(), Is.EqualTo(earlier));
            Assert.That(shown.GetProperty("followedBy")[0].GetString(), Is.EqualTo(reference));
            Assert.That(unknown, Has.Exactly(1).StartsWith("follows: is no contact or enquiry of this hub"));
        }
    }

    [Test]
    public async Task It_is_kept_as_long_as_its_outcome_says_counted_from_the_decision()
    {
        _bench.Hub.Clock.Set(HubBench.Start.AddDays(20));
        await _bench.DecideAsync(outcome: "no-further-action");
        var contact = (await _bench.RowAsync()).ContactReference;
        var decided = HubBench.Start.AddDays(20);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await DueAsync("no-further-action", decided.AddMinutes(1)), Is.EqualTo(new[] { contact }));
            Assert.That(
                await DueAsync("no-further-action", decided.AddMinutes(-1)),
                Is.Empty,
                "not from when it was due"
            );
            Assert.That(
                await DueAsync("enquiry", decided.AddMinutes(1)),
                Is.Empty,
                "the outcome has a rule of its own"
            );
        }
    }

    private Task<IReadOnlyList<string>> DueAsync(string outcome, DateTimeOffset before) =>
        _bench.Hub.ReadAsync(view =>
            ErasureStore.DueAsync(view, outcome, ["no-further-action", "enquiry", "no-enquiry"], before, 10)
        );

    private static string Challenge(string from, string role) =>
        $$"""{{{DecisionBench.Manager}},"from":"{{from}}","fromRole":"{{role}}","text":"It is not enough."}""";

    private static string Answer(string end) =>
        $$"""{{{DecisionBench.Manager}},"number":1,"outcome":"It stands.","end":"{{end}}"}""";

    private static string Following(string reference) => WebContact.Json().Insert(1, $"\"follows\":\"{reference}\",");
}
