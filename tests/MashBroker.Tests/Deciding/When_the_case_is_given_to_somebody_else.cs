using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>"All Child Protection will be immediately allocated to a social worker": somebody else having the case is not that.</summary>
[CancelAfter(60_000)]
internal sealed class When_the_case_is_given_to_somebody_else
{
    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() =>
        _bench = await DecisionBench.SetUpAsync(rules: profile =>
            profile with
            {
                Decision = profile.Decision with { Starts = DecisionStart.Allocated },
                Visits = new VisitRule(ByHub: true, "MASH Social Workers", []),
            }
        );

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task It_stands_on_record_and_the_child_still_waits_for_a_social_worker()
    {
        var due = (await _bench.RowAsync()).DecisionDueAt;
        await StartLimitAsync();

        var toAnother = await AllocateAsync("tea lady");
        var between = (await LimitAsync(), await ContactAsync(), (await _bench.RowAsync()).DecisionDueAt);
        var toSocialWorker = await AllocateAsync("Duty Social Worker");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                toAnother,
                Has.Exactly(1).StartsWith("The child still has no social worker").And.Exactly(1).EndsWith("runs on.")
            );
            Assert.That(between.Item1.EndedAt, Is.Null);
            Assert.That(between.Item2.AllocatedAt, Is.Null);
            Assert.That(between.DecisionDueAt, Is.EqualTo(due), "the time to decide begins with a social worker");
            Assert.That(toSocialWorker, Is.Empty);
            Assert.That((await LimitAsync()).EndedAt, Is.EqualTo(HubBench.Start));
            Assert.That((await ContactAsync()).AllocatedAt, Is.EqualTo(HubBench.Start));
            Assert.That(await CountAsync(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Where_no_limit_runs_it_is_said_as_long_as_the_time_to_decide_waits_for_it()
    {
        var before = await AllocateAsync("key worker");
        await _bench.DecideAsync();

        Assert.That(before, Has.Exactly(1).Contains("the time for deciding begins when one is given the case"));
        Assert.That(await AllocateAsync("key worker"), Is.Empty, "the matter is decided");
    }

    [Test]
    public async Task A_visit_by_somebody_else_takes_a_reason_which_stays_on_record()
    {
        var faults = await _bench.RefusedAsync($"cases/{_bench.Enquiry}/duty-visit", Visit(""));
        await _bench.PostedAsync(
            $"cases/{_bench.Enquiry}/duty-visit",
            Visit(",\"departsFromRole\":\"The roads were closed.\"")
        );

        var contact = (await _bench.RowAsync()).ContactReference;
        var visit = await _bench.Hub.ReadAsync(view => CaseFile.LatestAsync<DutyVisit>(view, contact));
        Assert.That(
            faults,
            Has.Exactly(1).StartsWith("visitedByRole: ").And.Exactly(1).Contains("MASH Social Workers")
        );
        Assert.That(visit!.DepartsFromRole, Is.EqualTo("The roads were closed."));
    }

    private static string Visit(string more) =>
        $$"""{{{DecisionBench.Manager}},"visitedBy":"C. Leaner","visitedByRole":"cleaner","visitedAt":"2026-11-17T09:58:00Z","text":"Seen."{{more}}}""";

    private async Task<string?[]> AllocateAsync(string role) =>
        [
            .. (
                await _bench.PostedAsync(
                    $"cases/{_bench.Enquiry}/allocation",
                    $$"""{{{DecisionBench.Manager}},"to":"S. Omebody","toRole":"{{role}}","team":"Another team"}"""
                )
            )
                .GetProperty("remarks")
                .EnumerateArray()
                .Select(remark => remark.GetString()),
        ];

    private async Task StartLimitAsync()
    {
        var contact = await ContactAsync();
        await _bench.Hub.Ledger.WriteAsync(
            change => CaseClocks.StartAsync(change, contact, CaseClockKind.Allocation, HubBench.Start.AddMinutes(15)),
            CancellationToken.None
        );
    }

    private async Task<ContactRow> ContactAsync() =>
        await _bench.Hub.ContactAsync((await _bench.RowAsync()).ContactReference);

    private async Task<CaseClock> LimitAsync()
    {
        var contact = (await _bench.RowAsync()).ContactReference;
        return (await _bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact))).Single(clock =>
            clock.Kind is CaseClockKind.Allocation
        );
    }

    private async Task<int> CountAsync()
    {
        var contact = (await _bench.RowAsync()).ContactReference;
        return (await _bench.Hub.ReadAsync(view => CaseFile.ReadAsync(view, contact, "allocation"))).Count;
    }
}
