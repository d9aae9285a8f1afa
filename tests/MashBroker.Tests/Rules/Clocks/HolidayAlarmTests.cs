using MashBroker.Ledger.Notices;
using MashBroker.Rules;
using MashBroker.Tests.Web;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules.Clocks;

/// <summary>The list covers 2024 to 2030.</summary>
[CancelAfter(60_000)]
internal sealed class HolidayAlarmTests
{
    private static readonly HubProfile Sefton = HubProfiles.Load("sefton");

    // By the hub's calendar: in London the year is the UTC year.
    [TestCase("2023-12-31 23:59", true)]
    [TestCase("2024-01-01 00:00", false)]
    [TestCase("2026-11-22 10:00", false)]
    [TestCase("2029-12-31 23:59", false)]
    [TestCase("2030-01-01 00:00", true)]
    [TestCase("2031-06-01 00:00", true)]
    public void It_sounds_in_the_last_year_of_the_list_and_outside_it(string now, bool sounds)
    {
        var words = HolidayAlarm.At(Sefton, Utc(now));
        Assert.That(words is not null, Is.EqualTo(sounds));
    }

    [Test]
    public void It_says_which_years_are_known_and_what_to_do() =>
        Assert.That(
            HolidayAlarm.At(Sefton, Utc("2030-02-01 00:00")),
            Does.Contain("from 2024 to 2030").And.Contain("ops/hubs/holidays")
        );

    [Test]
    public async Task The_board_and_the_api_tell_it_while_it_holds()
    {
        await using var bench = await WebBench.SetUpAsync("police");
        var before = await TextsAsync(bench);
        bench.Hub.Clock.Set(Utc("2030-01-02 10:00"));
        await bench.Hub.UntilAsync("the alarm", async () => (await TextsAsync(bench)).Any(IsAlarm));
        var board = await bench.Http.GetStringAsync("/");
        bench.Hub.Clock.Set(Utc("2029-01-02 10:00"));
        await bench.Hub.UntilAsync("the alarm gone", async () => !(await TextsAsync(bench)).Any(IsAlarm));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Has.None.Matches<string>(IsAlarm));
            Assert.That(board, Does.Contain("Bank holidays are known from 2024 to 2030 only"));
        }
    }

    private static bool IsAlarm(string text) => text.StartsWith("Bank holidays", StringComparison.Ordinal);

    private static async Task<List<string>> TextsAsync(WebBench bench) =>
        [.. (await bench.Hub.ReadAsync(NoticeStore.AllAsync)).Select(notice => notice.Text)];
}
