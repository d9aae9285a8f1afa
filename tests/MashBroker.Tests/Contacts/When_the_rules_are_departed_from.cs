using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>Named persons may act otherwise than the hub's rules say; they say so, and it stands on record.</summary>
[CancelAfter(60_000)]
internal sealed class When_the_rules_are_departed_from
{
    private static readonly HubProfile Sample = HubProfiles.Load(HubProfiles.Sample);

    [Test]
    public async Task A_contact_that_meets_the_criteria_is_not_closed_for_a_bare_reason()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await QualifyingAsync(web);
        await DoStepsAsync(web, contact);

        using var answer = await DecideAsync(web, contact);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await PathsAsync(answer), Is.EqualTo(["departsFromCriteria"]));
            Assert.That((await web.Hub.ContactAsync(contact)).State, Is.EqualTo(ContactState.Triaged));
        }
    }

    [Test]
    public async Task It_is_closed_with_a_reason_of_its_own_that_is_shown_beside_the_contact()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await QualifyingAsync(web);
        await DoStepsAsync(web, contact);

        using var answer = await DecideAsync(
            web,
            contact,
            ",\"departsFromCriteria\":\"Told twice; see the other one.\""
        );

        var shown = await ShowAsync(web, contact);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Only(shown, "departures").GetProperty("from").GetString(), Is.EqualTo("criteria"));
            Assert.That(
                Only(shown, "departures").GetProperty("reason").GetString(),
                Is.EqualTo("Told twice; see the other one.")
            );
        }
    }

    [Test]
    public async Task The_short_way_asks_for_it_too_and_puts_it_on_record()
    {
        await using var web = await WebBench.SetUpAsync(Sample with { NoEnquiry = HubDefaults.NoEnquiry }, ["police"]);
        var contact = await QualifyingAsync(web);

        using var bare = await DeclineAsync(web, contact, "");
        using var departed = await DeclineAsync(web, contact, ",\"departsFromCriteria\":\"Told twice.\"");

        var shown = await ShowAsync(web, contact);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PathsAsync(bare), Is.EqualTo(["departsFromCriteria"]));
            Assert.That(departed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Only(shown, "departures").GetProperty("reason").GetString(), Is.EqualTo("Told twice."));
        }
    }

    [Test]
    public async Task Nothing_is_departed_from_where_no_criterion_holds()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());
        await DoStepsAsync(web, contact);

        using var answer = await DecideAsync(web, contact, ",\"departsFromCriteria\":\"x\"");

        Assert.That(await PathsAsync(answer), Is.EqualTo(["departsFromCriteria"]));
    }

    [Test]
    public async Task Only_those_decide_whom_the_hub_names_and_nobody_oversees_themselves()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());
        await DoStepsAsync(web, contact);

        using var answer = await web.PostAsync(
            $"/api/contacts/{contact}/decision",
            """{"outcome":"early-help","by":"Bea Cleaner","role":"cleaner","reason":"x","overseenBy":"bea  cleaner"}"""
        );

        Assert.That(await PathsAsync(answer), Is.EqualTo(["overseenBy", "role"]));
    }

    [TestCase("section-47")]
    [TestCase("emergency-legal-action")]
    public async Task What_only_a_meeting_leads_to_is_no_outcome_without_an_enquiry(string outcome)
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());
        await DoStepsAsync(web, contact);

        using var answer = await web.PostAsync(
            $"/api/contacts/{contact}/decision",
            $$"""{"outcome":"{{outcome}}","by":"A. Manager","role":"manager","reason":"x","overseenBy":"Cara Sample"}"""
        );

        Assert.That(await PathsAsync(answer), Is.EqualTo(["outcome"]));
    }

    [TestCase("hampshire", "close,early-help")]
    [TestCase("havering", "section-17,section-47,early-intervention,top-100-families,no-further-action")]
    [TestCase("milton-keynes", "signpost,no-further-action")]
    [TestCase("northamptonshire", "early-help-support,early-help-assessment")]
    [TestCase("sefton", "no-further-action,early-help,children-and-families-assessment")]
    public void Outcomes_without_an_enquiry_are_the_hubs_own_or_not_social_cares(string hub, string codes) =>
        Assert.That(
            DecisionOutlook.Open(HubProfiles.Load(hub), afterEnquiry: false).Select(outcome => outcome.Code),
            Is.EqualTo(codes.Split(','))
        );

    [Test]
    public async Task Whom_the_hub_does_not_name_rates_with_a_reason_or_not_at_all()
    {
        await using var web = await WebBench.SetUpAsync(Sample with { RatedBy = "MASH team manager" }, ["police"]);
        var contact = await QualifyingAsync(web);

        using var refused = await RateAsync(web, contact, """{"by":"Bea Cleaner","role":"cleaner"}""");
        var state = (await web.Hub.ContactAsync(contact)).State;
        using var taken = await RateAsync(
            web,
            contact,
            """{"by":"Bea Deputy","role":"social worker","departsFromRole":"The manager is away."}"""
        );

        var departure = Only(await ShowAsync(web, contact), "departures");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PathsAsync(refused), Is.EqualTo(["role"]));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("MASH team manager"));
            Assert.That(state, Is.EqualTo(ContactState.Triaged));
            Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(departure.GetProperty("from").GetString(), Is.EqualTo("rated-by"));
            Assert.That(departure.GetProperty("role").GetString(), Is.EqualTo("social worker"));
        }
    }

    [Test]
    public async Task A_hub_that_leaves_it_to_a_person_asks_its_question_and_keeps_the_yes()
    {
        await using var web = await WebBench.SetUpAsync(
            Sample with
            {
                Criteria = [new APersonSaysSo("evident", "Concerns evident", "Are concerns evident?")],
                TriagedBy = new TriageDuty("Children's Reception Team (CRT)", "Whether concerns are evident."),
            },
            ["police"]
        );
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());

        using var unanswered = await RateAsync(
            web,
            contact,
            """{"rating":"amber","by":"A. Manager","role":"CRT manager","reason":"x"}"""
        );
        using var byOthers = await RateAsync(
            web,
            contact,
            """{"rating":"amber","by":"A. Manager","role":"manager","reason":"x","answers":[{"criterion":"evident","yes":true}]}"""
        );
        using var no = await RateAsync(
            web,
            contact,
            """{"rating":"amber","by":"A. Manager","role":"CRT manager","reason":"x","answers":[{"criterion":"evident","yes":false},{"criterion":"moon","yes":true}]}"""
        );
        using var yes = await RateAsync(
            web,
            contact,
            """{"rating":"amber","by":"A. Manager","role":"manager","reason":"x","answers":[{"criterion":"evident","yes":true,"by":"Ann Example","role":"CRT social worker","reason":"Two calls."}]}"""
        );

        var told = await unanswered.Content.ReadAsStringAsync();
        var kept = Only(await ShowAsync(web, contact), "answers");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told, Does.Contain("Are concerns evident?").And.Not.Contain("none of the hub"));
            Assert.That(await PathsAsync(unanswered), Is.EqualTo(["answers"]));
            Assert.That(await PathsAsync(byOthers), Is.EqualTo(["answers[0].role"]));
            Assert.That(await PathsAsync(no), Is.EqualTo(["answers[0].yes", "answers[1].criterion"]));
            Assert.That(yes.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(kept.GetProperty("criterion").GetString(), Is.EqualTo("evident"));
            Assert.That(kept.GetProperty("question").GetString(), Is.EqualTo("Are concerns evident?"));
            Assert.That(kept.GetProperty("yes").GetBoolean());
            Assert.That(kept.GetProperty("by").GetString(), Is.EqualTo("Ann Example"));
            Assert.That(kept.GetProperty("reason").GetString(), Is.EqualTo("Two calls."));
        }
    }

    [Test]
    public async Task A_step_that_the_hub_does_not_have_is_not_put_on_record()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());

        using var answer = await web.PostAsync(
            $"/api/cases/{contact}/step-done",
            """{"step":"moon","text":"x","by":"Ann Example","role":"duty social worker"}"""
        );

        Assert.That(await PathsAsync(answer), Is.EqualTo(["step"]));
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("parents-contacted, referrer-contacted, chronology, signs-of-safety")
        );
    }

    [Test]
    public async Task A_hub_that_offers_no_consultation_takes_none()
    {
        await using var web = await WebBench.SetUpAsync(Sample with { Consultation = null }, ["police"]);

        using var answer = await web.PostAsync(
            "/api/consultations",
            """{"asker":{"kind":"professional"},"topic":"threshold","advice":"early-help","by":"Ann Example","role":"manager"}"""
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("does not offer").And.Contain("contact"));
    }

    private static Task<string> QualifyingAsync(WebBench web) =>
        web.SubmitAsync(SomeCase.Support("neglect").ToJsonString());

    private static async Task DoStepsAsync(WebBench web, string contact)
    {
        foreach (var (kind, statement) in SomeCase.Steps)
        {
            await SomeCase.PutOnRecordAsync(web, contact, kind, statement);
        }
    }

    private static Task<HttpResponseMessage> DecideAsync(WebBench web, string contact, string further = "") =>
        web.PostAsync(
            $"/api/contacts/{contact}/decision",
            $$"""{"outcome":"no-further-action","by":"A. Manager","role":"team manager","reason":"x"{{further}}}"""
        );

    private static Task<HttpResponseMessage> DeclineAsync(WebBench web, string contact, string further) =>
        web.PostAsync(
            $"/api/contacts/{contact}/no-enquiry",
            $$"""{"by":"A. Manager","role":"manager","reason":"x"{{further}}}"""
        );

    private static Task<HttpResponseMessage> RateAsync(WebBench web, string contact, string body)
    {
        var rating = JsonNode.Parse(body)!;
        if (rating["rating"] is null)
        {
            (rating["rating"], rating["reason"]) = ("amber", "By the facts.");
        }

        return web.PostAsync($"/api/contacts/{contact}/rating", rating.ToJsonString());
    }

    private static async Task<JsonElement> ShowAsync(WebBench web, string contact)
    {
        using var answer = await web.Http.GetAsync($"/api/contacts/{contact}");
        return await WebBench.ReadAsync(answer);
    }

    private static JsonElement Only(JsonElement shown, string field) =>
        shown.GetProperty(field).EnumerateArray().Single();

    private static async Task<List<string?>> PathsAsync(HttpResponseMessage answer) =>
        [
            .. (await WebBench.ReadAsync(answer))
                .GetProperty("all")
                .EnumerateArray()
                .Select(fault => fault.GetProperty("path").GetString()),
        ];
}
