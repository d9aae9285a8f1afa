using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Web;

/// <summary>What the API and the pages answer over HTTP, good and bad requests alike.</summary>
[CancelAfter(60_000)]
internal sealed class WebTests
{
    private WebBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await WebBench.SetUpAsync("police");

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task A_name_that_was_made_to_point_here_is_refused(
        [Values("/", "/api/board", "/api/contacts", "/assets/board.js", "/health/ready")] string path
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "rebound.example" } };

        using var answer = await _bench.Http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MisdirectedRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("this machine only"));
    }

    [TestCase("cross-site")]
    [TestCase("same-site")]
    public async Task Another_site_may_not_act_here(string site)
    {
        using var answer = await _bench.PostAsync(
            "/api/contacts",
            WebContact.Json(),
            headers: ("Sec-Fetch-Site", site)
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await ContactsAsync(), Is.Zero);
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase(null)]
    public async Task What_a_form_could_send_is_refused_with_the_remedy(string? type)
    {
        using var answer = await _bench.PostAsync("/api/contacts", WebContact.Json(), type);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(await TitleAsync(answer), Does.Contain("Content-Type: application/json"));
        Assert.That(await ContactsAsync(), Is.Zero);
    }

    [Test]
    public async Task A_contact_that_is_too_large_is_refused([Values] bool lengthTold)
    {
        var large = Encoding.UTF8.GetBytes(WebContact.Json(new string('x', ContactDoor.SizeLimit)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/contacts")
        {
            Content = new ByteArrayContent(large),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = !lengthTold;

        using var answer = await _bench.Http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("Nothing was written").And.Contain("Shorten")
        );
        Assert.That(await ContactsAsync(), Is.Zero);
    }

    [Test]
    public async Task Every_fault_of_a_contact_is_told_at_once_with_its_path_and_no_value()
    {
        using var answer = await _bench.PostAsync("/api/contacts", WebContact.Faulty);

        var body = await answer.Content.ReadAsStringAsync();
        var faults = (await WebBench.ReadAsync(answer)).GetProperty("all").EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(
                faults.Select(fault => fault.GetProperty("path").GetString()),
                Is.EquivalentTo([
                    "referrer.kind",
                    "referrer.name",
                    "concern.kinds[0]",
                    "people[0].names[0].given",
                    "people[0].dateOfBirth",
                ])
            );
            Assert.That(faults.Select(fault => fault.GetProperty("remedy").GetString()), Has.None.Empty);
            Assert.That(body, Does.Not.Contain("Mirrorlark"));
            Assert.That(_bench.Log, Does.Not.Contain("Mirrorlark"));
        }
    }

    [Test]
    public async Task A_contact_sent_twice_is_one_contact()
    {
        using var first = await _bench.PostAsync("/api/contacts", WebContact.Json());
        using var again = await _bench.PostAsync("/api/contacts", WebContact.Json());

        var (one, two) = (await WebBench.ReadAsync(first), await WebBench.ReadAsync(again));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(two.GetProperty("alreadyThere").GetBoolean());
            Assert.That(two.GetProperty("reference").GetString(), Is.EqualTo(one.GetProperty("reference").GetString()));
            Assert.That(await ContactsAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task The_same_words_under_another_key_are_another_contact()
    {
        await _bench.PostAsync("/api/contacts", WebContact.Json(), headers: ("Idempotency-Key", "a"));
        await _bench.PostAsync("/api/contacts", WebContact.Json(), headers: ("Idempotency-Key", "b"));
        await _bench.PostAsync("/api/contacts", WebContact.Json(), headers: ("Idempotency-Key", "b"));

        Assert.That(await ContactsAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Other_words_under_a_key_used_before_are_not_lost()
    {
        await _bench.PostAsync("/api/contacts", WebContact.Json("First."), headers: ("Idempotency-Key", "a"));
        using var other = await _bench.PostAsync(
            "/api/contacts",
            WebContact.Json("Something else."),
            headers: ("Idempotency-Key", "a")
        );

        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await ContactsAsync(), Is.EqualTo(2));
    }

    [TestCase("""{"rating":"purple","by":"A","role":"manager"}""", "rating")]
    [TestCase("""{"rating":"suggested","role":"manager"}""", "by")]
    [TestCase("""{"rating":"suggested","by":" ","role":""}""", "by,role")]
    [TestCase("""{"rating":"green","by":"A","role":"manager"}""", "reason")]
    [TestCase("""{"rating":7,"by":"A\nB","role":[]}""", "rating,by,role")]
    [TestCase("[]", "")]
    [TestCase("not JSON", "")]
    public async Task A_rating_with_faults_publishes_nothing(string body, string paths)
    {
        var reference = await _bench.SubmitAsync(WebContact.Json());

        using var answer = await _bench.PostAsync($"/api/contacts/{reference}/rating", body);

        var told = (await WebBench.ReadAsync(answer)).GetProperty("all").EnumerateArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(
                told.Select(fault => fault.GetProperty("path").GetString()).Distinct(),
                Is.SupersetOf(paths.Split(','))
            );
            Assert.That((await _bench.Hub.ContactAsync(reference)).Rating, Is.Null);
        }
    }

    [Test]
    public async Task A_contact_is_rated_once()
    {
        const string Rating = """{"rating":"suggested","by":"A. Manager","role":"manager"}""";
        var reference = await _bench.SubmitAsync(WebContact.Json());

        using var first = await _bench.PostAsync($"/api/contacts/{reference}/rating", Rating);
        using var again = await _bench.PostAsync($"/api/contacts/{reference}/rating", Rating);
        using var declined = await _bench.PostAsync(
            $"/api/contacts/{reference}/no-enquiry",
            """{"by":"A. Manager","role":"manager","reason":"None."}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(declined.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(await TitleAsync(again), Does.Contain("has rated").And.Contains("mash enquiry rerate"));
        }
    }

    [TestCase("/api/contacts/SAMPLE-C-2026-000099", "GET /api/contacts")]
    [TestCase("/api/contacts/nonsense", "GET /api/contacts")]
    [TestCase("/api/enquiries/SAMPLE-2026-000099", "GET /api/enquiries")]
    [TestCase("/api/enquiries/nonsense", "GET /api/enquiries")]
    [TestCase("/packs/SAMPLE-2026-000099", "GET /api/enquiries")]
    [TestCase("/api/packs/nonsense", "GET /api/enquiries")]
    public async Task An_unknown_reference_is_told_with_the_remedy(string path, string remedy)
    {
        using var answer = await _bench.Http.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await TitleAsync(answer), Does.Contain(remedy));
    }

    [TestCase("/")]
    [TestCase("/api/board")]
    [TestCase("/api/enquiries/nonsense")]
    [TestCase("/assets/board.css")]
    public async Task Every_answer_tells_the_browser_to_run_and_keep_nothing_of_others(string path)
    {
        using var answer = await _bench.Http.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy, Does.StartWith("default-src 'none'; script-src 'self'; style-src 'self';"));
            Assert.That(policy, Does.Not.Contain("unsafe").And.Contains("frame-ancestors 'none'"));
            Assert.That(answer.Headers.CacheControl!.NoStore);
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]));
        }
    }

    [Test]
    public async Task Markup_in_anybodys_words_stays_words_in_the_pack_and_is_nowhere_on_the_board()
    {
        var police = await _bench.Hub.AgencyAsync("police");
        var reference = await _bench.SubmitAsync(WebContact.Json(WebContact.Markup, $"O'{WebContact.Markup}"));
        using var rated = await _bench.PostAsync(
            $"/api/contacts/{reference}/rating",
            """{"rating":"suggested","by":"<b>A. Manager</b>","role":"manager"}"""
        );
        var enquiry = (await WebBench.ReadAsync(rated)).GetProperty("enquiry").GetString();
        var request = (await police.ExpectAsync(LetterType.Request))[0];
        await police.SendAsync(
            request,
            SomeReturn.Of(
                SomeReturn.Held("S1", SomeReturn.Record(WebContact.Markup) with { Summary = WebContact.Markup })
            ) with
            {
                Headline = WebContact.Markup,
                Analysis = $"</style></bdi>{WebContact.Markup}",
            }
        );
        await _bench.Hub.UntilAsync(
            "a pack",
            async () => (await _bench.Http.GetAsync($"/packs/{enquiry}")).IsSuccessStatusCode
        );

        using var pack = await _bench.Http.GetAsync($"/packs/{enquiry}");
        var page = await pack.Content.ReadAsStringAsync();
        var board = await _bench.Http.GetStringAsync("/");
        var json = await _bench.Http.GetStringAsync("/api/board");
        var policy = pack.Headers.GetValues("Content-Security-Policy").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("&lt;img src=x onerror=alert(1)&gt;").And.Not.Contain("<img"));
            Assert.That(policy, Does.Match("style-src 'sha256-[^']+'").And.Not.Contain("unsafe"));
            // The page says the same of itself, for where it is opened from a file.
            Assert.That(
                page,
                Does.Contain(policy[policy.IndexOf("'sha256-", StringComparison.Ordinal)..].Split(';')[0])
            );
            Assert.That(board, Does.Contain(enquiry).And.Not.Contain("onerror").And.Not.Contain("Wendelmar"));
            Assert.That(json, Does.Contain(enquiry).And.Not.Contain("onerror").And.Not.Contain("2016-02-29"));
        }
    }

    [Test]
    public async Task A_board_that_changes_says_so_at_once_and_again()
    {
        using var events = await _bench.Http.GetStreamAsync("/board/events");
        using var lines = new StreamReader(events);

        var opened = await NextAsync(lines);
        await _bench.SubmitAsync(WebContact.Json());
        var changed = await NextAsync(lines);

        // A number and nothing of anybody: the browser asks again for what it may see.
        Assert.That(new[] { opened, changed }, Is.EqualTo(["data: 0", "data: 1"]));
    }

    private static async Task<string> NextAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new EndOfStreamException("The event stream ended.");
    }

    private async Task<int> ContactsAsync()
    {
        using var contacts = JsonDocument.Parse(await _bench.Http.GetStringAsync("/api/contacts"));
        return contacts.RootElement.GetArrayLength();
    }

    private static async Task<string> TitleAsync(HttpResponseMessage answer) =>
        (await WebBench.ReadAsync(answer)).GetProperty("title").GetString()!;
}
