using System.Net;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Strategy;
using MashBroker.Web.Strategy;
using NUnit.Framework;
using static MashBroker.Tests.Strategy.StrategyForms;

namespace MashBroker.Tests.Strategy;

/// <summary>Its id and its limit stay, and whoever was invited learns of it.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_strategy_discussion_is_moved_or_cancelled
{
    private StrategyBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await StrategyBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Moved_it_keeps_its_id_and_its_limit_and_cancelled_its_limit_goes_on_until_none_is_needed()
    {
        await _bench.PostAsync<StrategyDone>("call", Call());
        var first = await _bench.CalendarAsync();
        var due = (await _bench.RowsAsync()).Single().DueAt;
        using var withoutReason = await _bench.SendAsync("call", Call(hours: 3));
        await _bench.PostAsync<StrategyDone>(
            "call",
            Call(hours: 3, reason: "Health cannot come earlier.", without: ["probation"])
        );
        var moved = await _bench.CalendarAsync();
        var off = await _bench.PostAsync<StrategyDone>("cancel", Cancelled());
        var cancelled = await _bench.CalendarAsync();
        var limit = (await _bench.ClocksAsync()).Single();
        using var nothingCalled = await _bench.SendAsync("cancel", Cancelled());
        using var invite = await _bench.SendAsync("invite", "{}");
        await _bench.PostAsync<StrategyDone>("cancel", Cancelled("The child is in hospital and seen there."));

        var row = (await _bench.RowsAsync()).Single();
        Assert.Multiple(async () =>
        {
            Assert.That(withoutReason.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(Line(moved, "UID"), Is.EqualTo(Line(first, "UID")).And.EqualTo(Line(cancelled, "UID")));
            Assert.That(moved, Does.Contain("SEQUENCE:1"));
            Assert.That(cancelled, Does.Contain("SEQUENCE:2").And.Contain("METHOD:CANCEL"));
            Assert.That(row.DueAt, Is.EqualTo(due));
            Assert.That(row.State, Is.EqualTo(StrategyState.Cancelled));
            Assert.That(
                (limit.EndedAt, limit.DueAt),
                Is.EqualTo(((DateTimeOffset?)null, due)),
                "the rule calls for one"
            );
            Assert.That(off.Remarks, Has.Some.Contains("its limit goes on: by "));
            Assert.That(await nothingCalled.Content.ReadAsStringAsync(), Does.Contain("noneNeededBecause"));
            Assert.That(
                JsonSerializer
                    .Deserialize<InvitationsView>(await invite.Content.ReadAsByteArrayAsync(), MashJson.Options)!
                    .Messages.Select(message => message.Cancellation),
                Has.All.Null,
                "one letter for all who were invited; the rest was told before"
            );
            Assert.That((await _bench.ClocksAsync()).Single().EndedAt, Is.Not.Null);
        });
    }

    [Test]
    public async Task An_agency_that_is_left_out_when_it_is_moved_is_told_to_take_it_out_of_its_calendar()
    {
        await _bench.PostAsync<StrategyDone>("call", Call());
        var first = await _bench.CalendarAsync();
        using var byRule = await _bench.SendAsync("call", Call(hours: 3, reason: "Later.", without: ["police"]));
        using var nobody = await _bench.SendAsync("call", Call(hours: 3, reason: "Later.", without: ["ambulance"]));
        await _bench.PostAsync<StrategyDone>("call", Call(hours: 3, reason: "Later.", without: ["probation"]));

        using var answer = await _bench.SendAsync("invite", "{}");
        var messages = JsonSerializer
            .Deserialize<InvitationsView>(await answer.Content.ReadAsByteArrayAsync(), MashJson.Options)!
            .Messages;
        var mail = await File.ReadAllTextAsync(
            Directory.GetFiles(_bench.Folder.File("pickup"), "*-1-probation.eml").Single()
        );
        var calendar = messages.Single(message => message.Agency == "probation").Cancellation!;
        var faults = await byRule.Content.ReadAsStringAsync() + await nobody.Content.ReadAsStringAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(faults, Does.Contain("has to attend by the hub").And.Contain("was not invited"));
            Assert.That(mail, Does.Contain("method=CANCEL").And.Contain("No longer invited"));
            Assert.That(Line(calendar, "UID"), Is.EqualTo(Line(first, "UID")));
            Assert.That(
                calendar,
                Does.Contain("METHOD:CANCEL").And.Contain("SEQUENCE:1").And.Not.Contain("STATUS:"),
                "for the others it is held"
            );
            Assert.That(messages.Where(message => message.Cancellation is not null), Has.Exactly(1).Items);
            Assert.That(
                await _bench.CalendarAsync(),
                Does.Contain("METHOD:REQUEST").And.Not.Contain("desk@probation.example")
            );
        });
    }

    private static string Line(string calendar, string name) =>
        calendar.Split("\r\n").Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal));
}
