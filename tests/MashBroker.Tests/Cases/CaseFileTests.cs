using System.Net;
using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Contacts;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Cases;

/// <summary>What named persons put on record, and the limits beside it, over the API and after a restart.</summary>
[CancelAfter(60_000)]
internal sealed class CaseFileTests
{
    private const string Note = """{"by":"Ann Example","role":"duty social worker","text":"The school rang back."}""";

    private WebBench _web = null!;
    private string _contact = "";

    [SetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        // One of which nothing is demanded at once, so that no other limit runs.
        _contact = await _web.SubmitAsync(SomeCase.Support().ToJsonString());
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task A_statement_stands_on_record_with_its_number_and_who_made_it()
    {
        using var first = await _web.PostAsync($"/api/cases/{_contact}/note", Note);
        using var second = await _web.PostAsync($"/api/cases/{_contact}/note", Note);
        var file = await _web.Http.GetStringAsync(new Uri($"/api/cases/{_contact}", UriKind.Relative));

        using var json = JsonDocument.Parse(file);
        var entries = json.RootElement.GetProperty("entries");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(entries.GetArrayLength(), Is.EqualTo(2));
            Assert.That(entries[1].GetProperty("number").GetInt32(), Is.EqualTo(2));
            Assert.That(
                entries[1].GetProperty("statement").GetProperty("text").GetString(),
                Is.EqualTo("The school rang back.")
            );
            Assert.That(
                (await ActsAsync()).TakeLast(3),
                Is.EqualTo([AuditAct.CaseEntryAdded, AuditAct.CaseEntryAdded, AuditAct.CaseRead])
            );
        }
    }

    [Test]
    public async Task Every_fault_of_a_statement_is_told_at_once_and_nothing_is_written()
    {
        using var answer = await _web.PostAsync($"/api/cases/{_contact}/note", """{"by":" ","texte":"x"}""");

        var faults = (await WebBench.ReadAsync(answer)).GetProperty("all");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(
                faults.EnumerateArray().Select(fault => fault.GetProperty("path").GetString()),
                Is.EquivalentTo(["by", "role", "text", "texte"])
            );
            Assert.That(await _web.Hub.ReadAsync(view => CaseFile.ReadAsync(view, _contact)), Is.Empty);
        }
    }

    [TestCase("SAMPLE-C-2026-000999", "note")]
    [TestCase("SAMPLE-2026-000999", "note")]
    [TestCase("nonsense", "note")]
    public async Task A_case_that_is_not_there_is_not_found(string reference, string kind)
    {
        using var answer = await _web.PostAsync($"/api/cases/{reference}/{kind}", Note);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_kind_that_is_not_known_is_refused_with_those_that_are()
    {
        using var answer = await _web.PostAsync($"/api/cases/{_contact}/rumour", Note);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("note"));
    }

    [Test]
    public async Task A_limit_that_passes_is_flagged_once_with_the_minutes_over_even_if_the_hub_was_down()
    {
        await ChangeAsync(
            (change, contact) =>
                CaseClocks.StartAsync(change, contact, CaseClockKind.Feedback, HubBench.Start.AddHours(4))
        );
        await _web.Hub.StopHubAsync();
        _web.Hub.Clock.Set(HubBench.Start.AddHours(5).AddSeconds(1));
        await _web.Hub.StartHubAsync();
        await _web.Hub.UntilAsync("flagged", async () => (await ClocksAsync())[0].FlaggedAt is not null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await ClocksAsync())[0].MinutesOver(_web.Hub.Clock.GetUtcNow()), Is.EqualTo(61));
            Assert.That((await ActsAsync()).Count(act => act is AuditAct.CaseClockPassed), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_limit_exactly_met_is_in_time_and_a_second_of_the_kind_may_then_run()
    {
        var due = HubBench.Start.AddHours(4);
        await ChangeAsync((change, contact) => CaseClocks.StartAsync(change, contact, CaseClockKind.CaseHold, due));
        var twice = await ChangeAsync(
            (change, contact) => CaseClocks.StartAsync(change, contact, CaseClockKind.CaseHold, due.AddHours(1))
        );
        _web.Hub.Clock.Set(due);
        var ended = await ChangeAsync(
            (change, contact) => CaseClocks.EndAsync(change, contact.Reference, CaseClockKind.CaseHold)
        );
        var again = await ChangeAsync(
            (change, contact) => CaseClocks.StartAsync(change, contact, CaseClockKind.CaseHold, due.AddHours(1))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(twice, Is.False, "the one that runs stands");
            Assert.That(ended!.MinutesOver(due.AddDays(1)), Is.Null);
            Assert.That(again, Is.True);
            Assert.That(await ClocksAsync(), Has.Count.EqualTo(2));
        }
    }

    [Test]
    public void Every_limit_has_words_of_its_own()
    {
        var words = Enum.GetValues<CaseClockKind>()
            .Where(kind => kind is not CaseClockKind.None)
            .Select(kind => kind.InWords());

        Assert.That(words, Is.Unique.And.All.Not.Empty);
    }

    [Test]
    public void Every_kind_of_entry_has_a_code_and_a_name_of_its_own()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CaseEntryKinds.All.Select(kind => kind.Code), Is.Unique.And.All.Match("^[a-z]+(-[a-z]+)*$"));
            Assert.That(CaseEntryKinds.All.Select(kind => kind.Name), Is.Unique.And.All.Not.Empty);
        }
    }

    private Task<IReadOnlyList<CaseClock>> ClocksAsync() =>
        _web.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, _contact));

    private async Task<IEnumerable<AuditAct>> ActsAsync() =>
        (await _web.Hub.ReadAsync(view => AuditStore.BetweenAsync(view, 1, 1000))).Select(entry => entry.Act);

    private Task<T> ChangeAsync<T>(Func<MashBroker.Ledger.LedgerTransaction, ContactRow, Task<T>> change) =>
        _web.Hub.Ledger.WriteAsync(
            async ledger => await change(ledger, (await ContactStore.FindAsync(ledger, _contact))!),
            CancellationToken.None
        );
}
