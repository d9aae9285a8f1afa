using System.Net;
using System.Text.Json;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Retention;
using MashBroker.Rules;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>A contact that does not qualify is decided on all the same: after the hub's steps, by a named person, in time or with the minutes over.</summary>
[CancelAfter(60_000)]
internal sealed class When_no_enquiry_is_made
{
    private const string EarlyHelp =
        """{"outcome":"early-help","by":"A. Manager","role":"team manager","reason":"Support is enough.","overseenBy":"Cara Sample","levelOfNeed":2}""";

    private WebBench _web = null!;
    private string _contact = "";

    [SetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        _contact = await _web.SubmitAsync(SomeCase.Support().ToJsonString());
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task Every_step_that_is_not_on_record_is_told_at_once_beside_every_other_fault()
    {
        using var answer = await _web.PostAsync(
            $"/api/contacts/{_contact}/decision",
            """{"outcome":"moon","by":"A. Manager","role":"team manager","reason":"Support is enough."}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(
                await PathsAsync(answer),
                Is.EqualTo([
                    "outcome",
                    "steps.parents-contacted",
                    "steps.referrer-contacted",
                    "steps.chronology",
                    "steps.signs-of-safety",
                    "steps.signs-of-safety",
                    "steps.signs-of-safety",
                ])
            );
            Assert.That((await RowAsync()).State, Is.EqualTo(ContactState.Triaged));
        }
    }

    [Test]
    public async Task With_every_step_on_record_a_named_person_decides_and_all_of_it_is_kept()
    {
        await DoStepsAsync();

        using var answer = await _web.PostAsync($"/api/contacts/{_contact}/decision", EarlyHelp);

        var after = await WebBench.ReadAsync(answer);
        var decision = await _web.Hub.ReadAsync(view => CaseFile.LatestAsync<ContactDecision>(view, _contact));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(after.GetProperty("state").GetString(), Is.EqualTo("not-an-enquiry"));
            Assert.That(after.GetProperty("outcome").GetString(), Is.EqualTo("early-help"));
            Assert.That(after.GetProperty("overseenBy").GetString(), Is.EqualTo("Cara Sample"));
            Assert.That(after.GetProperty("levelOfNeed").GetInt32(), Is.EqualTo(2));
            Assert.That(after.TryGetProperty("minutesOver", out _), Is.False);
            Assert.That(decision!.Reason, Is.EqualTo("Support is enough."));
            Assert.That(await LastActAsync(AuditAct.EnquiryDeclined), Is.EqualTo("early-help"));
        }
    }

    [Test]
    public async Task Nobody_oversees_what_is_closed()
    {
        await DoStepsAsync();

        using var answer = await _web.PostAsync(
            $"/api/contacts/{_contact}/decision",
            """{"outcome":"no-further-action","by":"A. Manager","role":"team manager","reason":"Nothing to do."}"""
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_is_not_decided_in_time_is_flagged_and_the_minutes_over_stand_on_record()
    {
        var due = (await RowAsync()).DecisionDueAt!.Value;
        await DoStepsAsync();
        _web.Hub.Clock.Set(due.AddMinutes(90));
        await _web.Hub.StopHubAsync();
        await _web.Hub.StartHubAsync();
        await _web.Hub.UntilAsync("flagged", async () => (await RowAsync()).Overdue);
        var row = await RowAsync();

        Assert.That(row.MinutesOver(_web.Hub.Clock.GetUtcNow()), Is.EqualTo(90));
    }

    [Test]
    public async Task A_late_decision_says_by_how_much()
    {
        var due = (await RowAsync()).DecisionDueAt!.Value;
        await DoStepsAsync();
        _web.Hub.Clock.Set(due.AddMinutes(90));

        using var answer = await _web.PostAsync($"/api/contacts/{_contact}/decision", EarlyHelp);

        Assert.That((await WebBench.ReadAsync(answer)).GetProperty("minutesOver").GetInt32(), Is.EqualTo(90));
        Assert.That(await LastActAsync(AuditAct.EnquiryDeclined), Is.EqualTo("early-help, 90 minutes over"));
    }

    [Test]
    public async Task It_is_decided_once()
    {
        await DoStepsAsync();
        using var first = await _web.PostAsync($"/api/contacts/{_contact}/decision", EarlyHelp);
        using var again = await _web.PostAsync($"/api/contacts/{_contact}/decision", EarlyHelp);

        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(
            await _web.Hub.ReadAsync(view => CaseFile.ReadAsync(view, _contact, "contact-decision")),
            Has.Count.EqualTo(1)
        );
    }

    [Test]
    public async Task The_decision_has_a_door_of_its_own()
    {
        using var answer = await _web.PostAsync($"/api/cases/{_contact}/contact-decision", EarlyHelp);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_short_way_is_refused_where_the_hub_has_steps_and_says_which()
    {
        using var answer = await _web.PostAsync(
            $"/api/contacts/{_contact}/no-enquiry",
            """{"by":"A. Manager","role":"manager","reason":"None."}"""
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await PathsAsync(answer), Does.Contain("outcome").And.Contain("steps.chronology"));
    }

    [Test]
    public async Task It_is_kept_as_long_as_its_outcome_says()
    {
        await DoStepsAsync();
        using var answer = await _web.PostAsync($"/api/contacts/{_contact}/decision", EarlyHelp);
        var later = _web.Hub.Clock.GetUtcNow().AddDays(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await DueAsync("early-help", ["early-help"]), Is.EqualTo([_contact]));
            Assert.That(await DueAsync(RetentionRule.NoEnquiry, ["early-help"]), Is.Empty);
            Assert.That(await DueAsync(RetentionRule.NoEnquiry, []), Is.EqualTo([_contact]));
        }

        Task<IReadOnlyList<string>> DueAsync(string outcome, string[] others) =>
            _web.Hub.ReadAsync(view => ErasureStore.DueAsync(view, outcome, others, later, 10));
    }

    private async Task DoStepsAsync()
    {
        foreach (var (kind, statement) in SomeCase.Steps)
        {
            await SomeCase.PutOnRecordAsync(_web, _contact, kind, statement);
        }
    }

    private Task<ContactRow> RowAsync() => _web.Hub.ContactAsync(_contact);

    private async Task<string?> LastActAsync(AuditAct act) =>
        (await _web.Hub.ReadAsync(view => AuditStore.BetweenAsync(view, 1, long.MaxValue)))
            .Last(entry => entry.Act == act)
            .Detail;

    private static async Task<List<string?>> PathsAsync(HttpResponseMessage answer) =>
        [
            .. (await WebBench.ReadAsync(answer))
                .GetProperty("all")
                .EnumerateArray()
                .Select(fault => fault.GetProperty("path").GetString()),
        ];
}

/// <summary>A hub that states no steps and no outcomes of its own decides as it always did.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_hub_states_no_steps
{
    [Test]
    public async Task The_short_way_stays_open()
    {
        var sample = HubProfiles.Load(HubProfiles.Sample);
        await using var web = await WebBench.SetUpAsync(sample with { NoEnquiry = HubDefaults.NoEnquiry }, ["police"]);
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());

        using var answer = await web.PostAsync(
            $"/api/contacts/{contact}/no-enquiry",
            """{"by":"A. Manager","role":"manager","reason":"None."}"""
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await web.Hub.ContactAsync(contact)).State, Is.EqualTo(ContactState.NotAnEnquiry));
    }
}
