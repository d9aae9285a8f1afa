using System.Text.Json.Nodes;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;
using MashBroker.Tests.Web;
using MashBroker.Web.Contacts;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>Child protection, Prevent, missing, exploitation and cases open elsewhere: shown where the contact is, done on record, demanded where at once.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_route_applies
{
    private WebBench _web = null!;

    [SetUp]
    public async Task SetUp() => _web = await WebBench.SetUpAsync("police");

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public void Every_route_of_a_hubs_rules_can_be_recorded_as_done() =>
        Assert.That(
            Enum.GetValues<RouteKind>().Where(kind => kind != RouteKind.None).Select(RouteView.CodeOf),
            Is.EqualTo(CaseRoute.All)
        );

    [TestCase("radicalisation", "prevent")]
    [TestCase("missing", "missing")]
    [TestCase("child-exploitation", "exploitation")]
    public async Task A_concern_that_has_a_route_shows_it_and_what_was_done(string concern, string route)
    {
        var contact = await _web.SubmitAsync(SomeCase.Support(concern).ToJsonString());
        var before = await AdviceAsync(contact);
        await SomeCase.PutOnRecordAsync(_web, contact, "route-done", new { route, text = "Done, by telephone." });
        var after = await AdviceAsync(contact);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Routes.Select(each => each.Route), Is.EqualTo([route]));
            Assert.That(before.Routes[0].DoneAt, Is.Null);
            Assert.That(after.Routes[0].DoneBy, Is.EqualTo("Ann Example"));
            Assert.That(after.Routes[0].InWords(), Does.Contain("Done by Ann Example"));
        }
    }

    [Test]
    public async Task A_child_protection_case_demands_a_social_worker_until_somebody_has_it()
    {
        var reference = await _web.SubmitAsync(WebContact.Json());
        _web.Hub.Clock.Set(_web.Hub.Clock.GetUtcNow().AddMinutes(20));
        await _web.SubmitAsync(SomeCase.Support().ToJsonString());
        await _web.Hub.UntilAsync("flagged", async () => (await ClockAsync(reference))?.FlaggedAt is not null);
        var flagged = await ClockAsync(reference);
        await _web.Hub.Ledger.WriteAsync(
            change => CaseClocks.EndAsync(change, reference, CaseClockKind.Allocation),
            CancellationToken.None
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(flagged!.MinutesOver(_web.Hub.Clock.GetUtcNow()), Is.EqualTo(5));
            Assert.That((await AdviceAsync(reference)).Routes.Single().AllocateAtOnce);
            Assert.That((await ClockAsync(reference))!.EndedAt, Is.Not.Null);
        }
    }

    [Test]
    public async Task A_contact_without_such_a_route_demands_nobody()
    {
        var reference = await _web.SubmitAsync(SomeCase.Support().ToJsonString());

        Assert.That(await ClockAsync(reference), Is.Null);
    }

    [Test]
    public async Task A_case_open_to_early_help_is_pointed_there_unless_the_child_is_in_danger()
    {
        var open = SomeCase.Support();
        open["openTo"] = new JsonArray(
            new JsonObject
            {
                ["service"] = "early-help",
                ["team"] = "North locality",
                ["since"] = "2026-09-01",
            }
        );
        var danger = open.DeepClone();
        danger["concern"]!["significantHarm"] = true;

        var pointed = (await AdviceAsync(await _web.SubmitAsync(open.ToJsonString()))).Routes.Single();
        var advice = await AdviceAsync(await _web.SubmitAsync(danger.ToJsonString()));
        var inDanger = advice.Routes.Single(each => each.Route == CaseRoute.OpenToEarlyHelp);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pointed.InWords(), Does.Contain("Open to Early Help, North locality since 1 September 2026."));
            Assert.That(inDanger.Then, Is.Not.EqualTo(pointed.Then));
            Assert.That(advice.Standing, Is.EqualTo(EnquiryStanding.Enquiry), "It stops no enquiry.");
        }
    }

    [Test]
    public async Task The_hub_finds_that_a_case_is_open_and_later_that_it_has_ended()
    {
        var contact = await _web.SubmitAsync(SomeCase.Support().ToJsonString());
        await SomeCase.PutOnRecordAsync(
            _web,
            contact,
            "open-case",
            new { @case = new { service = "social-worker", worker = "Ola Sample" } }
        );
        var open = await AdviceAsync(contact);
        var outlook = await _web.Http.GetStringAsync(new Uri($"/api/contacts/{contact}/outlook", UriKind.Relative));
        await SomeCase.PutOnRecordAsync(
            _web,
            contact,
            "open-case",
            new { @case = new { service = "social-worker" }, closed = true }
        );

        Assert.That(open.Routes.Single().OpenTo!.Worker, Is.EqualTo("Ola Sample"));
        Assert.That(outlook, Does.Contain("open-to-social-worker"));
        Assert.That((await AdviceAsync(contact)).Routes, Is.Empty);
    }

    [Test]
    public async Task Routes_are_told_when_the_contact_is_handed_in_and_kept_with_its_triage()
    {
        using var answer = await _web.PostAsync("/api/contacts", SomeCase.Support("radicalisation").ToJsonString());
        var told = await WebBench.ReadAsync(answer);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.GetProperty("routes")[0].GetProperty("route").GetString(), Is.EqualTo("prevent"));
            Assert.That(
                told.GetProperty("triage").GetProperty("routes")[0].GetProperty("kind").GetString(),
                Is.EqualTo("prevent")
            );
        }
    }

    [Test]
    public async Task What_is_still_to_be_done_before_a_decision_is_shown_with_the_contact()
    {
        var contact = await _web.SubmitAsync(SomeCase.Support().ToJsonString());
        var before = await AdviceAsync(contact);
        foreach (var (kind, statement) in SomeCase.Steps)
        {
            await SomeCase.PutOnRecordAsync(_web, contact, kind, statement);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.WithoutEnquiry, Is.Not.Empty);
            Assert.That(before.Steps.Count(step => step.MissingEntries.Count > 0), Is.EqualTo(4));
            Assert.That((await AdviceAsync(contact)).Steps, Has.All.Property(nameof(StepView.MissingEntries)).Empty);
            Assert.That(before.Outcomes, Does.Contain("early-help"));
        }
    }

    private async Task<ContactAdvice> AdviceAsync(string contact)
    {
        var shown = await _web.Http.GetStringAsync(new Uri($"/api/contacts/{contact}", UriKind.Relative));
        return System.Text.Json.JsonSerializer.Deserialize<ContactAdvice>(
            JsonNode.Parse(shown)!["advice"]!.ToJsonString(),
            MashJson.Options
        )!;
    }

    private async Task<CaseClock?> ClockAsync(string contact) =>
        (await _web.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact))).SingleOrDefault(clock =>
            clock.Kind == CaseClockKind.Allocation
        );
}
