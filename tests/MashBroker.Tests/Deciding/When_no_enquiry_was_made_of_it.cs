using System.Net;
using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Contacts;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>A contact that was decided without an enquiry owes the referrer, the family and the receiving team what an enquiry owes them.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_no_enquiry_was_made_of_it
{
    private const string Manager = "\"by\":\"A. Manager\",\"role\":\"team manager\"";

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
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task Feedback_and_telling_the_family_are_owed_from_the_decision_on_and_flagged_when_they_are_late()
    {
        var before = await ClocksAsync();
        await DecideAsync();
        var running = await ClocksAsync();
        _web.Hub.Clock.Set(running.Max(clock => clock.DueAt).AddMinutes(5));
        await _web.Hub.UntilAsync(
            "both flagged",
            async () => (await ClocksAsync()).All(clock => clock.FlaggedAt is not null)
        );

        var view = await GetAsync("feedback");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.Empty);
            Assert.That(
                running.Select(clock => clock.Kind),
                Is.EquivalentTo([CaseClockKind.Feedback, CaseClockKind.Family])
            );
            Assert.That(view.GetProperty("referrer").GetProperty("minutesOver").GetInt32(), Is.EqualTo(5));
            Assert.That(
                view.GetProperty("referrer").GetProperty("text").GetString(),
                Does.Contain("Early Help").And.Contain("From here on it is with")
            );
            Assert.That(view.GetProperty("contact").GetString(), Is.EqualTo(_contact));
            Assert.That(view.TryGetProperty("enquiry", out _), Is.False);
        }
    }

    [Test]
    public async Task Either_clock_ends_with_telling_or_with_why_not_and_what_was_said_before_stays_readable()
    {
        await DecideAsync();
        await PostedAsync("feedback", $$"""{{{Manager}},"to":"referrer","notTold":"No answer at three calls."}""");
        var view = await PostedAsync("feedback", $$"""{{{Manager}},"to":"referrer","how":"by telephone"}""");
        await PostedAsync("feedback", $$"""{{{Manager}},"to":"family","how":"in person"}""");

        var referrer = view.GetProperty("referrer");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await ClocksAsync()).Select(clock => clock.EndedAt), Has.None.Null);
            Assert.That(referrer.GetProperty("history").GetArrayLength(), Is.EqualTo(2));
            Assert.That(
                referrer.GetProperty("history")[0].GetProperty("statement").GetProperty("notTold").GetString(),
                Does.Contain("three calls")
            );
            Assert.That(referrer.GetProperty("given").GetProperty("how").GetString(), Is.EqualTo("by telephone"));
        }
    }

    [Test]
    public async Task The_team_of_the_outcome_is_given_what_the_hub_gathered()
    {
        await DecideAsync();

        var view = await GetAsync("summary");
        var given = await PostedAsync(
            "summary",
            $$"""{{{Manager}},"to":"Early Help","recipient":"P. Orrell","how":"in person"}"""
        );

        var text = view.GetProperty("text").GetString();
        var acts = await _web.Hub.ReadAsync(session => AuditStore.BetweenAsync(session, 1, long.MaxValue));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.GetProperty("summary").GetProperty("to").GetString(), Is.EqualTo("Early Help"));
            Assert.That(text, Does.Contain("Support for six months").And.Contain("The grandmother lives next door"));
            Assert.That(text, Does.Contain("Mornings without shouting").And.Contain("mother: Would like help"));
            Assert.That(text, Does.Contain("No agency was asked").And.Contain("The referrer was not contacted"));
            Assert.That(
                given.GetProperty("given")[0].GetProperty("statement").GetProperty("digest").GetString(),
                Is.EqualTo(view.GetProperty("digest").GetString())
            );
            Assert.That(acts.Select(act => (act.Act, act.Subject)), Has.Member((AuditAct.SummaryRead, _contact)));
        }
    }

    [Test]
    public async Task Nobody_is_told_before_it_is_decided_and_every_other_fault_is_said_with_that()
    {
        var faults = await RefusedAsync(
            "feedback",
            """{"by":"A. Manager","to":"family","how":"in person","told":["S9"]}""",
            HttpStatusCode.BadRequest
        );
        var alone = await RefusedAsync(
            "feedback",
            $$"""{{{Manager}},"to":"family","how":"in person"}""",
            HttpStatusCode.Conflict
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Is.EqualTo(new[] { "role", "told", "to" }));
            Assert.That(alone, Is.EqualTo(new[] { "to" }));
        }
    }

    [Test]
    public async Task Where_the_hub_names_no_outcome_it_goes_with_the_route()
    {
        await _web.DisposeAsync();
        var sample = HubProfiles.Load(HubProfiles.Sample);
        _web = await WebBench.SetUpAsync(sample with { NoEnquiry = HubDefaults.NoEnquiry }, ["police"]);
        _contact = await _web.SubmitAsync(SomeCase.Support().ToJsonString());
        using var answer = await _web.PostAsync(
            $"/api/contacts/{_contact}/no-enquiry",
            """{"by":"A. Manager","role":"manager","reason":"None."}"""
        );

        var view = await GetAsync("feedback");
        var summary = await GetAsync("summary");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ClocksAsync(), Has.Count.EqualTo(2));
            Assert.That(
                view.GetProperty("family").GetProperty("text").GetString(),
                Does.Contain("No multi-agency enquiry").And.Contain(HubDefaults.NoEnquiry.Route)
            );
            Assert.That(
                summary.GetProperty("summary").GetProperty("to").GetString(),
                Is.EqualTo(HubDefaults.NoEnquiry.Route)
            );
        }
    }

    [Test]
    public async Task A_manager_does_it_at_a_prompt()
    {
        await DecideAsync();
        using var console = new CapturedConsole();
        string[] at = ["--at", _web.Http.BaseAddress!.ToString()];
        string[] manager = ["--by", "A. Manager", "--role", "Team manager", .. at];

        int[] codes =
        [
            await MashCommand.RunAsync([
                "decision",
                "tell",
                _contact,
                "--to",
                "referrer",
                "--how",
                "by letter",
                .. manager,
            ]),
            await MashCommand.RunAsync(["decision", "feedback", _contact, .. at]),
            await MashCommand.RunAsync([
                "decision",
                "hand-over",
                _contact,
                "--to",
                "Early Help",
                "--recipient",
                "P. Orrell",
                "--how",
                "in person",
                .. manager,
            ]),
            await MashCommand.RunAsync(["decision", "summary", _contact, .. at]),
        ];
        var shown = await MashCommand.RunAsync(["decision", "show", _contact, .. at]);

        var said = $"{console.Out}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(codes, Is.All.EqualTo(ExitCode.Done), $"{console.Error}");
            Assert.That(said, Does.Contain("Referrer (a professional), told by"));
            Assert.That(said, Does.Not.Contain("before,"), "what stands is not what was said before");
            Assert.That(said, Does.Match(@"Decided \w{3} \d+ \w{3} \d{4}, \d\d:\d\d by A\. Manager"));
            Assert.That(shown, Is.EqualTo(ExitCode.NotFound));
            Assert.That($"{console.Error}", Does.Contain($"mash contact show {_contact}"));
            Assert.That(said, Does.Contain($"summary of {_contact} for Early Help"));
            Assert.That(said, Does.Contain("to P. Orrell, Early Help, in person, by A. Manager"));
        }
    }

    private async Task DecideAsync()
    {
        using var answer = await _web.PostAsync(
            $"/api/contacts/{_contact}/decision",
            $$"""{{{Manager}},"outcome":"early-help","reason":"Support is enough.","overseenBy":"Cara Sample"}"""
        );
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
    }

    private Task<IReadOnlyList<CaseClock>> ClocksAsync() =>
        _web.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, _contact));

    private async Task<JsonElement> GetAsync(string what)
    {
        using var answer = await _web.Http.GetAsync(new Uri($"/api/cases/{_contact}/{what}", UriKind.Relative));
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
        return await WebBench.ReadAsync(answer);
    }

    private async Task<JsonElement> PostedAsync(string what, string json)
    {
        using var answer = await _web.PostAsync($"/api/cases/{_contact}/{what}", json);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return await WebBench.ReadAsync(answer);
    }

    private async Task<string?[]> RefusedAsync(string what, string json, HttpStatusCode status)
    {
        using var answer = await _web.PostAsync($"/api/cases/{_contact}/{what}", json);
        Assert.That(answer.StatusCode, Is.EqualTo(status), await answer.Content.ReadAsStringAsync());
        return
        [
            .. (await WebBench.ReadAsync(answer))
                .GetProperty("all")
                .EnumerateArray()
                .Select(fault => fault.GetProperty("path").GetString()),
        ];
    }
}
