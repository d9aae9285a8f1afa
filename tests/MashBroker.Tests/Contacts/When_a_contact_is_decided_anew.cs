using System.Net;
using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>A decision without an enquiry that somebody disagreed with can be made anew; what was decided before stays on record.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_contact_is_decided_anew
{
    private const string Manager = "\"by\":\"A. Manager\",\"role\":\"team manager\"";

    private const string Closed = $$"""{{{Manager}},"outcome":"no-further-action","reason":"Nothing is needed."}""";

    private WebBench _web = null!;
    private string _contact = "";

    [SetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        _contact = await _web.SubmitAsync(SomeCase.Support().ToJsonString());
        foreach (var (kind, statement) in SomeCase.Steps)
        {
            await SomeCase.PutOnRecordAsync(_web, _contact, kind, statement);
        }

        await PostedAsync($"contacts/{_contact}/decision", Closed);
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task It_names_the_decision_in_whose_place_it_stands_and_both_stay()
    {
        var first = await _web.Hub.ContactAsync(_contact);
        _web.Hub.Clock.Set(HubBench.Start.AddDays(3));
        await PostedAsync($"contacts/{_contact}/decision", EarlyHelp(1));

        var entries = (await _web.Hub.ReadAsync(view => CaseFile.ReadAsync(view, _contact, "contact-decision")))
            .Select(entry => (ContactDecision)entry.Statement)
            .ToArray();
        var row = await _web.Hub.ContactAsync(_contact);
        var audit = await _web.Hub.ReadAsync(view => AuditStore.BetweenAsync(view, 1, 1000));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries.Select(each => each.Number), Is.EqualTo([1, 2]));
            Assert.That(entries[0].Reason, Is.EqualTo("Nothing is needed."));
            Assert.That(
                (row.Outcome, row.OverseenBy, row.RatingReason),
                Is.EqualTo(("early-help", "Cara Sample", "Support is enough."))
            );
            Assert.That(row.DecidedAnewAt, Is.EqualTo(HubBench.Start.AddDays(3)));
            Assert.That(row.RatedAt, Is.EqualTo(first.RatedAt), "the contact was decided when it was first decided");
            Assert.That(row.MinutesOver(_web.Hub.Clock.GetUtcNow()), Is.Null, "and in time");
            Assert.That(
                audit.Last(entry => entry.Act is AuditAct.EnquiryDeclined).Detail,
                Is.EqualTo("early-help, in place of decision 1")
            );
        }
    }

    [Test]
    public async Task Referrer_and_family_are_owed_the_new_outcome_as_they_were_the_first()
    {
        await PostedAsync($"cases/{_contact}/feedback", $$"""{{{Manager}},"to":"referrer","how":"by telephone"}""");
        _web.Hub.Clock.Set(HubBench.Start.AddDays(1));
        await PostedAsync($"contacts/{_contact}/decision", EarlyHelp(1));

        var clocks = await _web.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, _contact));
        var feedback = await _web.Http.GetStringAsync(new Uri($"/api/cases/{_contact}/feedback", UriKind.Relative));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                clocks.Where(clock => clock.Kind is CaseClockKind.Feedback).Select(clock => clock.EndedAt is null),
                Is.EqualTo([false, true])
            );
            Assert.That(feedback, Does.Contain("toldOfFormerAt"));
        }
    }

    [TestCase("")]
    [TestCase(",\"supersedes\":7")]
    public async Task Without_the_number_of_what_stands_the_refusal_names_it_and_the_other_way(string supersedes)
    {
        using var answer = await _web.PostAsync(
            $"/api/contacts/{_contact}/decision",
            $$"""{{{Manager}},"outcome":"no-further-action","reason":"No."{{supersedes}}}"""
        );

        var fault = (await WebBench.ReadAsync(answer)).GetProperty("all").EnumerateArray().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(fault.GetProperty("path").GetString(), Is.EqualTo("supersedes"));
            Assert.That(
                fault.GetProperty("remedy").GetString(),
                Does.Contain("\"supersedes\": 1").And.Contain($"\"follows\": \"{_contact}\"")
            );
        }
    }

    [TestCase("rating", """{"rating":"red","by":"A. Manager","role":"manager"}""")]
    [TestCase("no-enquiry", """{"by":"A. Manager","role":"manager","reason":"No."}""")]
    public async Task Rated_it_is_not_any_more_and_the_refusal_says_what_to_do_instead(string act, string body)
    {
        using var answer = await _web.PostAsync($"/api/contacts/{_contact}/{act}", body);

        var said = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), said);
        Assert.That(said, Does.Contain("supersedes").And.Contain("follows").And.Not.Contain("waiting for a rating"));
    }

    [Test]
    public async Task The_first_decision_names_none()
    {
        var other = await _web.SubmitAsync(SomeCase.Support().ToJsonString());

        using var answer = await _web.PostAsync($"/api/contacts/{other}/decision", EarlyHelp(1));

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("names a decision, and none stands"));
    }

    private static string EarlyHelp(int supersedes) =>
        $$"""{{{Manager}},"outcome":"early-help","reason":"Support is enough.","overseenBy":"Cara Sample","supersedes":{{supersedes}}}""";

    private async Task<JsonElement> PostedAsync(string path, string json)
    {
        using var answer = await _web.PostAsync($"/api/{path}", json);
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
        return await WebBench.ReadAsync(answer);
    }
}
