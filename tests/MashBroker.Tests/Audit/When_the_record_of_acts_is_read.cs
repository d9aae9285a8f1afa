using System.Globalization;
using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Audit;

/// <summary>Who read this case, who decided what: in words, and to be shown it is an act itself.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_the_record_of_acts_is_read
{
    private WebBench _bench = null!;
    private string _contact = "";
    private string _joined = "";
    private string _other = "";
    private EnquiryReference _enquiry = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _bench = await WebBench.SetUpAsync("police");
        _contact = await _bench.SubmitAsync(WebContact.Json());
        using var rated = await _bench.PostAsync(
            $"/api/contacts/{_contact}/rating",
            """{"rating":"suggested","by":"A. Manager","role":"manager"}"""
        );
        _enquiry = EnquiryReference.Parse((await WebBench.ReadAsync(rated)).GetProperty("enquiry").GetString()!);
        _joined = await _bench.SubmitAsync(WebContact.Json("The child hides again."));
        _other = await _bench.SubmitAsync(WebContact.Json("Of nobody else's matter."));
        await _bench.Hub.Ledger.WriteAsync(
            change =>
                AuditStore.AppendAsync(
                    change,
                    "A. Manager",
                    AuditAct.ContactJoined,
                    _enquiry,
                    _joined,
                    "no more people"
                ),
            CancellationToken.None
        );
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task An_enquiry_is_shown_with_what_was_done_before_it_was_published_and_with_the_contacts_joined_to_it()
    {
        var view = await ShowAsync($"reference={_enquiry}");
        var acts = Acts(view);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(acts.Select(act => Number(act)), Is.Ordered);
            Assert.That(Text(acts[0], "act"), Is.EqualTo("ContactReceived"));
            Assert.That(
                acts.Select(act => Text(act, "act")),
                Has.Member("EnquiryPublished").And.Member("RequestSealed")
            );
            Assert.That(
                acts.Where(act => Text(act, "act") == "ContactReceived").Select(act => Text(act, "subject")),
                Is.EqualTo(new[] { _contact, _joined })
            );
            Assert.That(Text(acts[0], "what"), Is.EqualTo("A contact was accepted and written."));
            Assert.That(
                view.GetProperty("contacts").EnumerateArray().Select(one => one.GetString()),
                Is.EqualTo(new[] { _contact, _joined })
            );
        }
    }

    [Test]
    public async Task A_contact_is_shown_alone_and_says_what_enquiry_was_made_of_it()
    {
        var view = await ShowAsync($"reference={_contact}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Acts(view).Select(act => Text(act, "subject")), Has.All.EqualTo(_contact));
            Assert.That(view.GetProperty("enquiry").GetString(), Is.EqualTo(_enquiry.ToString()));
            Assert.That(
                Acts(await ShowAsync($"reference={_other}")).Select(act => Text(act, "act")),
                Has.Member("ContactReceived").And.No.Member("EnquiryPublished")
            );
        }
    }

    [Test]
    public async Task Page_by_page_nothing_is_left_out_and_nothing_comes_twice()
    {
        // The pages themselves are put on record: of acts that stand still.
        var whole = Acts(await ShowAsync("act=ContactReceived,ContactTriaged,RequestSealed&limit=1000"));
        var found = new List<long>();
        var (query, more) = ("", true);
        while (more)
        {
            var page = await ShowAsync($"act=contact-received,contact-triaged,request-sealed&limit=2{query}");
            found.InsertRange(0, Acts(page).Select(Number));
            query = string.Create(CultureInfo.InvariantCulture, $"&before={found[0]}");
            more = page.GetProperty("more").GetBoolean();
        }

        Assert.That(found, Is.EqualTo(whole.Select(Number)).And.Count.GreaterThan(3));
    }

    [Test]
    public async Task Who_was_shown_something_can_be_asked_for_by_itself()
    {
        using var read = await _bench.Http.GetAsync($"/api/contacts/{_contact}");
        var acts = Acts(await ShowAsync($"reference={_contact}&act=readings")).Select(act => Text(act, "act")).ToList();
        Assert.That(acts, Has.Member("ContactRead").And.No.Member("ContactReceived"));
    }

    [TestCase("from=2026-11-17&to=2026-11-17", true)]
    [TestCase("from=2026-11-18", false)]
    [TestCase("to=2026-11-16", false)]
    public async Task Days_are_the_hubs_and_both_are_included(string days, bool found) =>
        Assert.That(Acts(await ShowAsync($"reference={_contact}&{days}")).Count > 0, Is.EqualTo(found));

    [Test]
    public async Task To_be_shown_it_is_on_record_with_who_and_what_for_and_not_in_what_was_shown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/audit?reference={_other}");
        request.Headers.Add("X-Mash-User", "B. Auditor");
        request.Headers.Add("X-Mash-Purpose", "yearly audit");
        using var answer = await _bench.Http.SendAsync(request);
        var shown = Acts(await WebBench.ReadAsync(answer));

        var last = Acts(await ShowAsync($"reference={_other}"))[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (Text(last, "actor"), Text(last, "act"), Text(last, "purpose"), Text(last, "detail")),
                Is.EqualTo(("B. Auditor (stated)", "AuditRead", "yearly audit", $"{shown.Count} acts"))
            );
            Assert.That(shown.Select(Number), Has.No.Member(Number(last)));
        }
    }

    [Test]
    public async Task What_cannot_be_asked_is_refused_with_every_fault_and_nothing_on_record()
    {
        var before = (await _bench.Hub.ReadAsync(AuditHeadStore.EndAsync)).Last;
        using var faulty = await _bench.Http.GetAsync("/api/audit?from=yesterday&act=gossip&limit=5000&before=-1");
        using var unknown = await _bench.Http.GetAsync("/api/audit?reference=SAMPLE-2026-000999");
        var fields = (await WebBench.ReadAsync(faulty)).GetProperty("all").EnumerateArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)faulty.StatusCode, Is.EqualTo(400));
            Assert.That(
                fields.Select(fault => Text(fault, "path")),
                Is.EquivalentTo(new[] { "from", "act", "limit", "before" })
            );
            Assert.That((int)unknown.StatusCode, Is.EqualTo(404));
            Assert.That((await _bench.Hub.ReadAsync(AuditHeadStore.EndAsync)).Last, Is.EqualTo(before));
        }
    }

    [Test]
    public async Task The_command_tells_it_in_words()
    {
        using var console = new CapturedConsole();
        var code = await MashCommand.RunAsync([
            "audit",
            "show",
            _enquiry.ToString(),
            "--act",
            "contact-received,contact-joined",
            "--limit",
            "2",
            "--purpose",
            "a complaint",
            "--at",
            _bench.Http.BaseAddress!.ToString(),
        ]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero);
            Assert.That(
                console.Out.ToString(),
                Does.Contain($"With the acts of {_contact}, {_joined}.")
                    .And.Contain("There are earlier ones: add --before ")
                    .And.Contain("A. Manager: ContactJoined")
                    .And.Contain("was joined to it: the agencies are not asked twice.")
                    .And.Contain("no more people")
            );
        }
    }

    private async Task<JsonElement> ShowAsync(string query)
    {
        using var answer = await _bench.Http.GetAsync($"/api/audit?{query}");
        answer.EnsureSuccessStatusCode();
        return await WebBench.ReadAsync(answer);
    }

    private static List<JsonElement> Acts(JsonElement view) => [.. view.GetProperty("acts").EnumerateArray()];

    private static long Number(JsonElement act) => act.GetProperty("sequence").GetInt64();

    private static string? Text(JsonElement of, string field) =>
        of.TryGetProperty(field, out var value) ? value.GetString() : null;
}
