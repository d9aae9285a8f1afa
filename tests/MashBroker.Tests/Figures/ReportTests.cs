using System.Net;
using System.Text;
using System.Text.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Figures;
using MashBroker.Tests.Web;
using MashBroker.Web.Reports;
using NUnit.Framework;

namespace MashBroker.Tests.Figures;

/// <summary>Reports over the API: JSON, CSV, what is off, and the row that stands on record first.</summary>
[CancelAfter(60_000)]
internal sealed class ReportTests
{
    private WebBench _bench = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _bench = await WebBench.SetUpAsync("police");
        await _bench.SubmitAsync(WebContact.Json());
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task A_report_names_its_months_and_what_it_counts_and_hides_the_one_contact_there_is()
    {
        using var answer = await _bench.Http.GetAsync("/api/reports/referrals?from=2026-11&to=2026-11");
        var report = await WebBench.ReadAsync(answer);
        var rows = report.GetProperty("rows");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.GetProperty("hub").GetString(), Is.EqualTo("sample"));
            Assert.That(report.GetProperty("hubName").GetString(), Does.Contain("Hub"));
            Assert.That(report.GetProperty("from").GetString(), Is.EqualTo("2026-11"));
            Assert.That(report.GetProperty("notes").GetArrayLength(), Is.GreaterThan(2));
            Assert.That(rows.GetArrayLength(), Is.EqualTo(5));
            Assert.That(rows[0].GetProperty("referrer").GetString(), Is.EqualTo("professional"));
            Assert.That(rows[0].GetProperty("contacts").GetString(), Is.EqualTo("<5"));
            Assert.That(rows[1].GetProperty("contacts").ValueKind, Is.EqualTo(JsonValueKind.Number));
        }
    }

    [TestCase("agencies")]
    [TestCase("referrals")]
    [TestCase("decisions")]
    public async Task A_report_is_a_file_for_a_spreadsheet_too(string name)
    {
        using var answer = await _bench.Http.GetAsync($"/api/reports/{name}?format=csv");
        var csv = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/csv"));
            Assert.That(answer.Content.Headers.ContentDisposition!.FileName, Is.EqualTo($"sample-{name}.csv"));
            Assert.That(csv, Does.StartWith("month,").And.EndWith("\r\n"));
        }
    }

    [Test]
    public async Task Who_was_shown_a_report_stands_on_record_with_the_months()
    {
        using var answer = await _bench.Http.GetAsync("/api/reports/agencies?from=2026-01&to=2026-03");
        var last = (await _bench.Hub.ReadAsync(AuditHeadStore.EndAsync)).Last;
        var row = (await _bench.Hub.ReadAsync(view => AuditStore.BetweenAsync(view, last, last))).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Act, Is.EqualTo(AuditAct.ReportRead));
            Assert.That((row.Subject, row.Detail), Is.EqualTo(("agencies", "2026-01 to 2026-03")));
            Assert.That(row.Purpose, Is.EqualTo("to see the partnership's figures"));
        }
    }

    [TestCase("agencies?from=November", "from")]
    [TestCase("agencies?to=2026-13", "to")]
    [TestCase("agencies?from=2026-13", "from")]
    [TestCase("agencies?from=2026-02&to=2026-01", "from")]
    [TestCase("agencies?from=2010-01&to=2026-01", "from")]
    [TestCase("agencies?format=xls", "format")]
    public async Task What_is_off_is_told_with_its_field(string path, string field)
    {
        using var answer = await _bench.Http.GetAsync($"/api/reports/{path}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var all = (await WebBench.ReadAsync(answer)).GetProperty("all");
        Assert.That(
            all.EnumerateArray().Select(fault => fault.GetProperty("path").GetString()),
            Is.EqualTo(new[] { field })
        );
    }

    [Test]
    public async Task A_hub_whose_rules_do_not_look_for_families_lists_none()
    {
        using var answer = await _bench.Http.GetAsync("/api/reports/families");
        using var unknown = await _bench.Http.GetAsync("/api/reports/names");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [TestCase("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [TestCase("+44 20", "'+44 20")]
    [TestCase("-1+1", "'-1+1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("\r=1", "\"'\r=1\"")]
    [TestCase("\n=1", "\"'\n=1\"")]
    [TestCase("  =1", "'  =1")]
    [TestCase("\u00a0=1", "'\u00a0=1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("Drug, and alcohol", "\"Drug, and alcohol\"")]
    [TestCase("The \"Hub\"", "\"The \"\"Hub\"\"\"")]
    [TestCase("<5", "<5")]
    [TestCase("2026-11", "2026-11")]
    [TestCase("", "")]
    public void No_cell_can_be_run_by_a_spreadsheet(string text, string written) =>
        Assert.That(ReportCsv.Cell(text), Is.EqualTo(written));

    [Test]
    public void Every_cell_of_a_table_passes_through_the_same_door()
    {
        var table = new FigureTable(
            ["name", "asked", "late"],
            [
                [FigureCell.Of("=cmd|' /C calc'!A0"), FigureCell.Of(7), FigureCell.Small],
            ],
            []
        );
        Assert.That(
            Encoding.UTF8.GetString(ReportCsv.Write(table)),
            Is.EqualTo("name,asked,late\r\n'=cmd|' /C calc'!A0,7,<5\r\n")
        );
    }
}
