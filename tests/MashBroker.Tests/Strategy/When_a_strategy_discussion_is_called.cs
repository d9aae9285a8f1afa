using MashBroker.Ledger.Cases;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using MashBroker.Web.Strategy;
using NUnit.Framework;
using static MashBroker.Tests.Strategy.StrategyForms;

namespace MashBroker.Tests.Strategy;

/// <summary>Who is invited, by when it has to be held, and what a call must say.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_strategy_discussion_is_called
{
    private StrategyBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await StrategyBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Its_limit_runs_from_publication_where_the_rule_calls_for_it_and_passes_unless_it_is_held()
    {
        var running = (await _bench.ClocksAsync()).Single();
        _bench.Hub.Clock.Set(running.DueAt.AddMinutes(10));
        await _bench.Hub.UntilAsync("flagged", async () => (await _bench.ClocksAsync()).Single().FlaggedAt is not null);

        Assert.That(running.Kind, Is.EqualTo(CaseClockKind.StrategyDiscussion));
    }

    [Test]
    public async Task The_agencies_are_invited_by_reference_alone_and_the_rest_is_told_by_telephone()
    {
        var done = await _bench.PostAsync<StrategyDone>("call", Call());

        var messages = Directory.GetFiles(_bench.Folder.File("pickup"), "*.eml");
        var calendar = await _bench.Web.Http.GetStringAsync(
            new Uri($"/api/strategy/{_bench.Enquiry}/invitation.ics", UriKind.Relative)
        );
        Assert.Multiple(() =>
        {
            Assert.That(done.Number, Is.EqualTo(1));
            Assert.That(done.Invited, Is.EqualTo(new[] { "police", "health", "probation" }));
            Assert.That(done.Remarks, Has.Some.Contains("by telephone say: Education"));
            Assert.That(messages, Has.Length.EqualTo(3));
            Assert.That(
                messages.Select(file => File.ReadAllText(file)).Append(calendar),
                Has.All.Contains(_bench.Enquiry.ToString()).And.None.Contains(SomeFamily.Canary)
            );
            Assert.That(calendar, Does.Contain("SEQUENCE:0").And.Contain("LOCATION:Room 2"));
            Assert.That(Directory.GetFiles(_bench.Folder.File("pickup"), ".*"), Is.Empty, "no half message is left");
        });
    }

    [Test]
    public async Task A_withdrawal_names_the_discussion_that_is_still_called()
    {
        await _bench.PostAsync<StrategyDone>("call", Call());

        using var answer = await _bench.Web.PostAsync(
            $"/api/enquiries/{_bench.Enquiry}/withdraw",
            """{"by":"A. Manager","role":"manager","reason":"It is another family."}"""
        );

        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(
            text,
            Does.Contain("Strategy discussion 1 is still called, for ")
                .And.Contain($"mash strategy cancel {_bench.Enquiry} --none-needed")
        );
    }

    [Test]
    public async Task Once_it_is_overdue_whoever_calls_it_says_why()
    {
        var due = (await _bench.ClocksAsync()).Single().DueAt;
        _bench.Hub.Clock.Set(due.AddMinutes(1));
        var at = due.AddMinutes(2) - HubBench.Start;

        using var refused = await _bench.SendAsync("call", Call(hours: at.TotalHours));
        var late = await _bench.PostAsync<StrategyDone>(
            "call",
            Call(hours: at.TotalHours, reason: "The ward rang back late.")
        );

        Assert.Multiple(async () =>
        {
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("it is overdue"));
            Assert.That(late.Remarks, Has.Some.Contains("2 minutes after it has to have been"));
            Assert.That(
                await refused.Content.ReadAsStringAsync(),
                Does.Contain(new HubTime("Europe/London").Say(due)),
                "by the hub's clock"
            );
        });
    }

    [Test]
    public async Task Every_fault_of_a_call_is_said_at_once()
    {
        using var answer = await _bench.SendAsync(
            "call",
            """{"role":"manager","startsAt":"2020-01-01T10:00:00Z","minutes":5}"""
        );

        var faults = (await WebBench.ReadAsync(answer)).GetProperty("all").EnumerateArray();
        Assert.That(
            faults.Select(fault => fault.GetProperty("path").GetString()),
            Is.EquivalentTo(new[] { "by", "startsAt", "minutes" })
        );
    }
}
