using System.Net;
using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Tests.Web;
using MashBroker.Web.Forms;
using NUnit.Framework;

namespace MashBroker.Tests.Forms;

/// <summary>A filled-in form over the API: taken whole, or not at all.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_form_is_imported
{
    private WebBench _web = null!;

    [SetUp]
    public async Task SetUp() => _web = await WebBench.SetUpAsync("police");

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task It_becomes_a_contact_like_any_other_and_twice_the_same_is_one()
    {
        using var first = await SendAsync(FullForm.Make());
        using var again = await SendAsync(FullForm.Make());

        var contact = await WebBench.ReadAsync(first);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(contact.GetProperty("qualifies").GetBoolean());
            Assert.That((await WebBench.ReadAsync(again)).GetProperty("alreadyThere").GetBoolean());
            Assert.That(await ActsAsync(AuditAct.FormImported), Is.EqualTo(["0 fields left out"]));
        }
    }

    [Test]
    public async Task With_unread_fields_nothing_is_written()
    {
        using var answer = await SendAsync(SomeForm.Short().Fill("people[].dateOfBirth", "Mirrorlark"));

        var body = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(body, Does.Contain("people[0].dateOfBirth").And.Contain("Date of birth"));
            Assert.That(body + _web.Log, Does.Not.Contain("Mirrorlark"));
            Assert.That(await ContactsAsync(), Is.Zero);
        }
    }

    [Test]
    public async Task A_named_person_goes_on_without_a_field_and_that_is_on_record()
    {
        using var answer = await SendAsync(
            SomeForm.Short().Fill("people[].dateOfBirth", "about six"),
            new
            {
                leaveOut = new[] { "people[0].dateOfBirth" },
                by = "Ann Example",
                role = "duty social worker",
            }
        );

        var reference = (await WebBench.ReadAsync(answer)).GetProperty("reference").GetString()!;
        var left = await _web.Hub.ReadAsync(view => CaseFile.LatestAsync<FormLeftOut>(view, reference));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(left!.Fields, Is.EqualTo(["people[0].dateOfBirth"]));
            Assert.That(left.By, Is.EqualTo("Ann Example"));
            Assert.That(await ActsAsync(AuditAct.FormImported), Is.EqualTo(["1 fields left out"]));
        }
    }

    [Test]
    public async Task Nobody_goes_on_without_a_field_unnamed()
    {
        using var answer = await SendAsync(
            SomeForm.Short().Fill("people[].dateOfBirth", "about six"),
            new { leaveOut = new[] { "people[0].dateOfBirth" } }
        );

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"by\"").And.Contain("\"role\""));
        Assert.That(await ContactsAsync(), Is.Zero);
    }

    [Test]
    public async Task What_was_read_cannot_be_left_out()
    {
        using var answer = await SendAsync(
            SomeForm.Short(),
            new
            {
                leaveOut = new[] { "people[0].names[0].family" },
                by = "Ann Example",
                role = "clerk",
            }
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("names what is not unread"));
    }

    [Test]
    public async Task A_dry_run_says_what_it_says_and_writes_nothing()
    {
        using var answer = await SendAsync(
            SomeForm.Short().Fill("people[].dateOfBirth", "about six"),
            new { dryRun = true }
        );

        var view = await WebBench.ReadAsync(answer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(view.GetProperty("unread").GetArrayLength(), Is.EqualTo(1));
            Assert.That(
                view.GetProperty("contact").GetProperty("referrer").GetProperty("name").GetString(),
                Is.EqualTo("Teresa Okonjo-Vale")
            );
            Assert.That(await ContactsAsync(), Is.Zero);
        }
    }

    [TestCase("""{"document":"not Base64!"}""", "document")]
    [TestCase("""{}""", "document")]
    [TestCase("[]", "")]
    public async Task What_is_no_document_is_refused(string body, string path)
    {
        using var answer = await _web.PostAsync("/api/contacts/form", body);

        var told = (await WebBench.ReadAsync(answer)).GetProperty("all")[0];
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(told.GetProperty("path").GetString(), Is.EqualTo(path));
    }

    [Test]
    public async Task What_is_too_large_is_refused_unread()
    {
        var body = $$"""{"document":"{{Convert.ToBase64String(new byte[WordFile.SizeLimit * 2])}}"}""";
        using var answer = await _web.PostAsync("/api/contacts/form", body);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task The_empty_form_is_there_for_whoever_wants_to_refer()
    {
        using var answer = await _web.Http.GetAsync("/api/contacts/form");

        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(Word.FileType));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(FormTemplate.Write()));
    }

    private Task<HttpResponseMessage> SendAsync(SomeForm form, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!;
        body["document"] = Convert.ToBase64String(form.Write());
        return _web.PostAsync("/api/contacts/form", body.ToJsonString());
    }

    private async Task<int> ContactsAsync()
    {
        using var contacts = JsonDocument.Parse(await _web.Http.GetStringAsync("/api/contacts"));
        return contacts.RootElement.GetArrayLength();
    }

    private async Task<List<string?>> ActsAsync(AuditAct act) =>
        [
            .. (await _web.Hub.ReadAsync(view => AuditStore.BetweenAsync(view, 1, long.MaxValue)))
                .Where(entry => entry.Act == act)
                .Select(entry => entry.Detail),
        ];
}
