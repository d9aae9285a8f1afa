using System.Net;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Packs;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using MashBroker.Web.Strategy;
using NUnit.Framework;
using static MashBroker.Tests.Strategy.StrategyForms;

namespace MashBroker.Tests.Strategy;

/// <summary>Who has to have been there before it counts, and what then stands in pack, audit and case file.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_strategy_discussion_is_recorded
{
    private StrategyBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await StrategyBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Trap_5_it_cannot_be_recorded_as_quorate_when_an_agency_returned_and_did_not_come()
    {
        await _bench.PostAsync<StrategyDone>("call", Call());
        await _bench.Health.SendAsync(
            (await _bench.Health.ExpectAsync(LetterType.Request))[0],
            SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"))
        );
        await _bench.Health.ExpectAsync(LetterType.ReturnReceipt);
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2));

        using var refused = await _bench.SendAsync("record", Record("police", "education"));
        var recorded = await _bench.PostAsync<StrategyDone>(
            "record",
            Record(["police", "education"], "Health was called to the ward; the child is safe there tonight.")
        );
        var again = await _bench.PostAsync<StrategyDone>("call", Call(hours: 20, reason: "With health this time."));

        var faults = await refused.Content.ReadAsStringAsync();
        var view = await _bench.ViewAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(faults, Does.Contain("names nobody from Health, and a return does not stand in for it"));
            Assert.That(recorded.Quorate, Is.False);
            Assert.That((await _bench.ClocksAsync()).Single().EndedAt, Is.Null, "the limit runs on");
            Assert.That(again.Number, Is.EqualTo(2));
            Assert.That(
                view,
                Does.Contain("Health was called to the ward")
                    .And.Contain("\"lead\": \"L. Lead\"")
                    .Or.Contain("\"lead\":\"L. Lead\"")
            );
        });
    }

    [Test]
    public async Task Recorded_quorate_its_limit_ends_and_pack_audit_and_case_file_say_who_came()
    {
        await _bench.PostAsync<StrategyDone>("call", Call());
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2));

        var done = await _bench.PostAsync<StrategyDone>("record", Record("police", "education", "health"));
        await _bench.Health.SendAsync(
            (await _bench.Health.ExpectAsync(LetterType.Request))[0],
            SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"))
        );
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(1));
        await _bench.Hub.UntilAsync(
            "a pack",
            async () => await _bench.Hub.ReadAsync(view => PackStore.FindAsync(view, _bench.Enquiry)) is not null
        );

        var pack = (await _bench.Hub.ReadAsync(view => PackStore.FindAsync(view, _bench.Enquiry)))!;
        var acts = await _bench.Hub.ReadAsync(view => AuditStore.OfEnquiryAsync(view, _bench.Enquiry));
        Assert.Multiple(async () =>
        {
            Assert.That(done.Quorate, Is.True);
            Assert.That((await _bench.ClocksAsync()).Single().EndedAt, Is.Not.Null);
            Assert.That(
                Encoding.UTF8.GetString(pack.Html),
                Does.Contain("Strategy discussion 1 held").And.Contain("N. police")
            );
            Assert.That(
                acts.Select(act => act.Act),
                Does.Contain(AuditAct.StrategyCalled).And.Contain(AuditAct.StrategyHeld)
            );
            Assert.That(acts.Select(act => $"{act.Detail}"), Has.None.Contains("N. police"));
        });
    }

    [Test]
    public async Task One_discussion_is_recorded_once_and_when_it_was_held()
    {
        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(30));
        await _bench.PostAsync<StrategyDone>("call", Call());
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2.5));
        string[] all = ["police", "education", "health"];
        using var before = await _bench.SendAsync("record", Record(all, null, hours: 0.25));
        await _bench.PostAsync<StrategyDone>("record", Record(all));
        using var same = await _bench.SendAsync("record", Record(all));
        using var again = await _bench.SendAsync("record", Record(all, null, hours: 2));
        var another = await _bench.PostAsync<StrategyDone>("record", Record(all, null, hours: 2, another: true));

        Assert.Multiple(async () =>
        {
            Assert.That(
                await before.Content.ReadAsStringAsync(),
                Does.Contain("is before discussion 1 was called, on ")
            );
            Assert.That(await same.Content.ReadAsStringAsync(), Does.Contain("is when discussion 1 was held"));
            Assert.That(await PathsAsync(again), Is.EqualTo(new[] { "another" }));
            Assert.That(another.Number, Is.EqualTo(2));
            Assert.That(
                await _bench.Web.Http.GetStringAsync(new Uri($"/api/cases/{_bench.Enquiry}", UriKind.Relative)),
                Does.Contain("N. police, officer, for Police").And.Contain("Police: attended")
            );
            Assert.That(
                JsonSerializer
                    .Deserialize<StrategyView>(await _bench.ViewAsync(), MashJson.Options)!
                    .Discussions.Select(each => each.HeldAt),
                Is.EqualTo(new[] { HubBench.Start.AddHours(1), HubBench.Start.AddHours(2) })
            );
        });
    }

    [Test]
    public async Task Nobody_attends_twice_and_who_was_there_is_not_in_writing()
    {
        await _bench.PostAsync<StrategyDone>("call", Call());
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2));

        using var twice = await _bench.SendAsync(
            "record",
            Record(["police", "education", "health", "police"], null, inWriting: ["health"])
        );

        Assert.That(await PathsAsync(twice), Is.EquivalentTo(new[] { "attended[3]", "inWriting[0]" }));
    }

    [Test]
    public async Task Faults_of_the_form_and_of_the_matter_are_said_at_once()
    {
        using var record = await _bench.SendAsync(
            "record",
            """
            {"role":"minute taker","heldAt":"2020-01-01T10:00:00Z","lead":"L","leadRole":"M","decisions":["None."],
             "attended":[{"agency":"police","name":"N","role":"officer"},{"agency":"nobody","name":"N","role":"officer"}]}
            """
        );
        using var call = await _bench.SendAsync(
            "call",
            """{"role":"manager","startsAt":"2026-11-17T11:00:00Z","place":"The pub","also":["nobody"]}"""
        );

        Assert.Multiple(async () =>
        {
            Assert.That(record.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(
                await PathsAsync(record),
                Is.EquivalentTo(new[] { "by", "heldAt", "attended[1].agency", "attended", "attended" })
            );
            Assert.That(await PathsAsync(call), Is.EquivalentTo(new[] { "by", "place", "also[0]" }));
        });
    }

    private static async Task<IEnumerable<string?>> PathsAsync(HttpResponseMessage answer) =>
        [
            .. (await WebBench.ReadAsync(answer))
                .GetProperty("all")
                .EnumerateArray()
                .Select(fault => fault.GetProperty("path").GetString()),
        ];
}
