using System.Net;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>A hub whose decision clock starts with the allocation and whose social workers hold a case for 48 hours at most.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_case_is_allocated
{
    private const string ToHub =
        "{\"by\":\"A. Manager\",\"role\":\"Team manager\",\"to\":\"S. Worker\",\"toRole\":\"social worker\",\"heldByHub\":true}";

    private const string ToDistrict =
        "{\"by\":\"A. Manager\",\"role\":\"Team manager\",\"to\":\"D. Other\",\"toRole\":\"social worker\",\"team\":\"District team\"}";

    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() =>
        _bench = await DecisionBench.SetUpAsync(rules: profile =>
            profile with
            {
                Decision = profile.Decision with { Starts = DecisionStart.Allocated },
                CaseHold = new CaseHoldRule(new TimeLimit(TimeSpan.FromHours(48)), "A district social worker"),
                Visits = new VisitRule(ByHub: false, "A district social worker", []),
                MashHolds = ["section-47"],
            }
        );

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task The_decision_clock_starts_then_and_never_again()
    {
        var before = (await _bench.RowAsync()).DecisionDueAt;
        _bench.Hub.Clock.Set(HubBench.Start.AddHours(2));
        await _bench.PostedAsync(Cases("allocation"), ToHub);
        var allocated = (await _bench.RowAsync()).DecisionDueAt;

        _bench.Hub.Clock.Set(HubBench.Start.AddHours(5));
        await _bench.PostedAsync(Cases("allocation"), ToHub);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(HubBench.Start.AddMinutes(-5).AddHours(24)));
            Assert.That(allocated, Is.EqualTo(HubBench.Start.AddHours(2 + 24)));
            Assert.That((await _bench.RowAsync()).DecisionDueAt, Is.EqualTo(allocated));
        }
    }

    [Test]
    public async Task The_hub_holds_it_no_longer_than_its_limit_whichever_of_its_workers_does()
    {
        await _bench.PostedAsync(Cases("allocation"), ToHub);
        _bench.Hub.Clock.Set(HubBench.Start.AddHours(24));
        await _bench.PostedAsync(Cases("allocation"), ToHub);

        _bench.Hub.Clock.Set(HubBench.Start.AddHours(48).AddMinutes(3));
        await _bench.Hub.UntilAsync("the flag", async () => (await HoldAsync()).FlaggedAt is not null);
        var passed = await HoldAsync();
        await _bench.PostedAsync(Cases("allocation"), ToDistrict);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(passed.DueAt, Is.EqualTo(HubBench.Start.AddHours(48)));
            Assert.That(passed.MinutesOver(_bench.Hub.Clock.GetUtcNow()), Is.EqualTo(3));
            Assert.That((await HoldAsync()).EndedAt, Is.Not.Null);
            Assert.That(
                (await _bench.ShowAsync()).GetProperty("heldBy").GetString(),
                Is.EqualTo("D. Other, social worker, District team")
            );
        }
    }

    [Test]
    public async Task A_visit_by_its_own_staff_is_refused_where_the_hub_makes_none()
    {
        var faults = await _bench.RefusedAsync(
            Cases("duty-visit"),
            """{"by":"S. Worker","role":"social worker","visitedBy":"S. Worker","visitedByRole":"social worker","visitedAt":"2026-11-17T09:00:00Z","text":"Seen."}"""
        );

        Assert.That(faults, Has.Exactly(1).Contains("Visits are made by: A district social worker"));
    }

    [Test]
    public async Task New_information_is_taken_while_the_hub_holds_the_case_and_afterwards_is_a_new_referral()
    {
        const string Information =
            "{\"by\":\"S. Worker\",\"role\":\"social worker\",\"from\":\"the school\",\"text\":\"Zoë came late.\"}";
        await _bench.DecideAsync(outcome: "section-47");
        await _bench.PostedAsync(Cases("new-information"), Information);
        await _bench.PostedAsync(Cases("allocation"), ToDistrict);

        var faults = await _bench.RefusedAsync(Cases("new-information"), Information, HttpStatusCode.Conflict);

        var contact = (await _bench.RowAsync()).ContactReference;
        var kept = await _bench.Hub.ReadAsync(view => CaseFile.ReadAsync(view, contact, "new-information"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Has.Exactly(1).Contains("Make a new referral through"));
            Assert.That(faults[0], Does.Contain($"\"follows\": \"{contact}\""));
            Assert.That(kept, Has.Count.EqualTo(1));
            Assert.That((await _bench.ShowAsync()).GetProperty("newReferralThrough").GetString(), Is.Not.Empty);
        }
    }

    private string Cases(string kind) => $"cases/{_bench.Enquiry}/{kind}";

    private async Task<CaseClock> HoldAsync()
    {
        var contact = (await _bench.RowAsync()).ContactReference;
        return (await _bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact))).Last(clock =>
            clock.Kind is CaseClockKind.CaseHold
        );
    }
}
