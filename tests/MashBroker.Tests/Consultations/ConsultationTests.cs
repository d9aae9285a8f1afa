using System.Net;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Consultations;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Consultations;

/// <summary>Questions about thresholds over the API: on record, counted, and about nobody.</summary>
[CancelAfter(60_000)]
internal sealed class ConsultationTests
{
    private const string Question = """
        {"asker":{"kind":"professional","name":"Teresa Okonjo-Vale","organisation":"Sampleton Primary School"},
         "topic":"threshold","advice":"early-help","levelOfNeed":2,"note":"Asked whether lateness meets the threshold.",
         "by":"Ann Example","role":"duty social worker"}
        """;

    private WebBench _web = null!;

    [SetUp]
    public async Task SetUp() => _web = await WebBench.SetUpAsync("police");

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task A_consultation_stands_on_record_and_is_no_contact()
    {
        using var answer = await _web.PostAsync("/api/consultations", Question);
        using var list = JsonDocument.Parse(await _web.Http.GetStringAsync("/api/consultations"));
        using var contacts = JsonDocument.Parse(await _web.Http.GetStringAsync("/api/contacts"));

        var kept = list.RootElement[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(kept.GetProperty("reference").GetString(), Is.EqualTo("SAMPLE-K-2026-000001"));
            Assert.That(kept.GetProperty("advice").GetString(), Is.EqualTo("early-help"));
            Assert.That(
                kept.GetProperty("words").GetProperty("organisation").GetString(),
                Is.EqualTo("Sampleton Primary School")
            );
            Assert.That(contacts.RootElement.GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task The_audit_tells_of_it_without_its_words_and_the_file_holds_none_of_them()
    {
        await _web.PostAsync("/api/consultations", Question);
        await _web.Http.GetStringAsync("/api/consultations");

        var acts = await _web.Hub.ReadAsync(view => AuditStore.BetweenAsync(view, 1, long.MaxValue));
        var recorded = acts.Single(act => act.Act == AuditAct.ConsultationRecorded);
        var file =
            Encoding.UTF8.GetString(await ReadSharedAsync(_web.Hub.LedgerFile))
            + Encoding.UTF8.GetString(await ReadSharedAsync(_web.Hub.LedgerFile + "-wal"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(recorded.Detail, Is.EqualTo("threshold, early-help"));
            Assert.That(recorded.Subject, Is.EqualTo("SAMPLE-K-2026-000001"));
            Assert.That(acts.Count(act => act.Act == AuditAct.ConsultationsListed), Is.EqualTo(1));
            Assert.That(file, Does.Contain("SAMPLE-K-2026-000001"));
            Assert.That(file, Does.Not.Contain("Okonjo").And.Not.Contain("lateness"));
        }
    }

    [Test]
    public async Task One_that_names_a_child_is_refused_and_nothing_is_kept()
    {
        using var answer = await _web.PostAsync("/api/consultations", Question.Replace("lateness", "Wendelmar"));

        var body = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(body, Does.Contain("note").And.Not.Contain("Wendelmar"));
            Assert.That(_web.Log, Does.Not.Contain("Wendelmar"));
            Assert.That(await _web.Hub.ReadAsync(view => ConsultationStore.LatestAsync(view, 10)), Is.Empty);
        }
    }

    [Test]
    public async Task Whom_the_hub_offers_none_is_told_so()
    {
        using var answer = await _web.PostAsync(
            "/api/consultations",
            """{"asker":{"kind":"family"},"topic":"threshold","advice":"early-help","by":"Ann Example","role":"duty social worker"}"""
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("professional, member-of-public"));
    }

    [Test]
    public async Task Figures_count_them_by_who_asked_about_what_and_what_was_advised()
    {
        await _web.PostAsync("/api/consultations", Question);
        await _web.PostAsync("/api/consultations", Question);
        await _web.PostAsync("/api/consultations", Question.Replace("threshold\"", "services\""));

        var counted = await _web.Hub.ReadAsync(view =>
            ConsultationStore.CountAsync(view, HubBench.Start, HubBench.Start.AddDays(1))
        );
        var before = await _web.Hub.ReadAsync(view =>
            ConsultationStore.CountAsync(view, HubBench.Start.AddDays(-1), HubBench.Start)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                counted.Select(line => (line.Topic, line.Consultations)),
                Is.EqualTo([("services", 1L), ("threshold", 2L)])
            );
            Assert.That(counted[0].AskerKind, Is.EqualTo(ReferrerKind.Professional));
            Assert.That(before, Is.Empty);
        }
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var all = new MemoryStream();
        await file.CopyToAsync(all);
        return all.ToArray();
    }
}
