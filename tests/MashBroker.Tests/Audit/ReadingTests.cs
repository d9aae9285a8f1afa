using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Audit;

/// <summary>Who was shown what, when, why: one row for each reading.</summary>
[CancelAfter(60_000)]
internal sealed class ReadingTests
{
    private WebBench _bench = null!;
    private string _contact = "";
    private EnquiryReference _enquiry = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _bench = await WebBench.SetUpAsync("police");
        var police = await _bench.Hub.AgencyAsync("police");
        _contact = await _bench.SubmitAsync(WebContact.Json());
        using var rated = await _bench.PostAsync(
            $"/api/contacts/{_contact}/rating",
            """{"rating":"suggested","by":"A. Manager","role":"manager"}"""
        );
        _enquiry = EnquiryReference.Parse((await WebBench.ReadAsync(rated)).GetProperty("enquiry").GetString()!);
        var request = (await police.ExpectAsync(LetterType.Request))[0];
        await police.SendAsync(request, SomeReturn.Of(SomeReturn.NothingKnown("S1")));
        await _bench.Hub.UntilAsync(
            "a pack",
            async () => (await _bench.Http.GetAsync($"/packs/{_enquiry}")).IsSuccessStatusCode
        );
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [TestCase("/api/contacts", AuditAct.ContactsListed)]
    [TestCase("/api/contacts/{contact}", AuditAct.ContactRead)]
    [TestCase("/api/contacts/{contact}/plan?rating=red", AuditAct.PlanRead)]
    [TestCase("/api/enquiries/{enquiry}", AuditAct.EnquiryRead)]
    [TestCase("/api/packs/{enquiry}", AuditAct.PackRead)]
    [TestCase("/packs/{enquiry}", AuditAct.PackRead)]
    [TestCase("/api/refused", AuditAct.RefusedListed)]
    [TestCase("/api/enquiries/{enquiry}/evidence", AuditAct.EvidenceExported)]
    public async Task What_is_shown_is_on_record_with_who_and_why(string path, AuditAct act)
    {
        var whole = path.Replace("{contact}", _contact).Replace("{enquiry}", _enquiry.ToString());
        var before = await LastAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, whole);
        request.Headers.Add("X-Mash-User", "B. Worker");
        request.Headers.Add("X-Mash-Purpose", "strategy discussion");
        using var answer = await _bench.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var unstated = await _bench.Http.GetAsync(whole);

        var rows = (await SinceAsync(before)).Where(row => AuditActs.Readings.Contains(row.Act)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => row.Act), Is.EqualTo(new[] { act, act }));
            Assert.That(
                rows.Select(row => row.Actor),
                Is.EqualTo(new[] { "B. Worker (stated)", "not signed in (loopback)" })
            );
            Assert.That(rows[0].Purpose, Is.EqualTo("strategy discussion"));
            Assert.That(rows[1].Purpose, Does.StartWith("to "));
            Assert.That(rows.Select(row => row.Basis), Has.All.StartsWith("children-act-1989"));
        }
    }

    [Test]
    public async Task An_enquiry_is_read_under_the_basis_on_which_its_requests_went_out()
    {
        var before = await LastAsync();
        using var answer = await _bench.Http.GetAsync($"/api/packs/{_enquiry}");

        var sealedUnder = (await SinceAsync(0)).First(row => row.Act == AuditAct.RequestSealed).Basis;
        Assert.That((await SinceAsync(before))[0].Basis, Is.EqualTo(sealedUnder).And.Not.Null);
    }

    [Test]
    public async Task Whoever_hands_in_a_contact_and_is_told_of_an_earlier_one_was_shown_something()
    {
        var before = await LastAsync();
        using var answer = await _bench.PostAsync(
            "/api/contacts",
            WebContact.Json("The child hides again."),
            headers: ("X-Mash-User", "C. Clerk")
        );
        Assert.That((await WebBench.ReadAsync(answer)).GetProperty("earlier").GetArrayLength(), Is.GreaterThan(0));

        Assert.That(
            (await SinceAsync(before)).Where(row => row.Act == AuditAct.ContactRead).Select(row => row.Actor),
            Is.EqualTo(new[] { "C. Clerk (stated)" })
        );
    }

    [TestCase("/")]
    [TestCase("/api/board")]
    [TestCase("/api/enquiries")]
    [TestCase("/api/figures")]
    [TestCase("/api/contacts/SAMPLE-C-2026-000999")]
    [TestCase("/api/packs/SAMPLE-2026-000999")]
    public async Task Where_nothing_of_anybody_is_shown_nothing_is_on_record(string path)
    {
        var before = await LastAsync();
        using var answer = await _bench.Http.GetAsync(path);
        Assert.That(await SinceAsync(before), Is.Empty);
    }

    [Test]
    public async Task What_is_stated_is_one_line_and_no_longer_than_a_line()
    {
        var before = await LastAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/packs/{_enquiry}?purpose=two%0Alines{new string('x', 300)}"
        );
        using var answer = await _bench.Http.SendAsync(request);

        var purpose = (await SinceAsync(before))[0].Purpose!;
        Assert.That((purpose[..8], purpose.Length), Is.EqualTo(("twolines", 200)));
    }

    private async Task<long> LastAsync() => (await _bench.Hub.ReadAsync(AuditHeadStore.EndAsync)).Last;

    private Task<IReadOnlyList<AuditEntry>> SinceAsync(long sequence) =>
        _bench.Hub.ReadAsync(view => AuditStore.BetweenAsync(view, sequence + 1, long.MaxValue));
}
