using System.Net;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Retention;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

[CancelAfter(60_000)]
internal sealed class When_it_has_been_decided
{
    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await DecisionBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task The_referrer_is_told_the_outcome_and_the_clock_ends()
    {
        await _bench.DecideAsync();
        var before = await _bench.GetAsync(Feedback);

        var after = await _bench.PostedAsync(
            Feedback,
            $$"""{{{DecisionBench.Manager}},"to":"referrer","how":"by telephone"}"""
        );

        var text = before.GetProperty("referrer").GetProperty("text").GetString();
        var given = after.GetProperty("referrer").GetProperty("given");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("Early Help").And.Not.Contain(SomeFamily.Canary));
            Assert.That(
                before.GetProperty("referrer").GetProperty("dueAt").GetDateTimeOffset(),
                Is.GreaterThan(HubBench.Start)
            );
            Assert.That(given.GetProperty("text").GetString(), Is.EqualTo(text));
            Assert.That(given.GetProperty("givenAt").GetDateTimeOffset(), Is.EqualTo(HubBench.Start));
            Assert.That(
                (await ClocksAsync()).Single(clock => clock.Kind is CaseClockKind.Feedback).EndedAt,
                Is.EqualTo(HubBench.Start)
            );
            Assert.That((await ClocksAsync()).Single(clock => clock.Kind is CaseClockKind.Family).EndedAt, Is.Null);
        }
    }

    [Test]
    public async Task Words_of_a_persons_own_name_nobody_whom_they_do_not_concern_and_repeat_no_return()
    {
        await _bench.Police.SendAsync(
            _bench.ToPolice,
            SomeReturn.Of(
                SomeReturn.Held(
                    "S1",
                    SomeReturn.Record("DI-1") with
                    {
                        Summary = "Two men were seen leaving by the back door.",
                    }
                ),
                SomeReturn.NothingKnown("S2")
            )
        );
        await _bench.Police.ExpectAsync(LetterType.ReturnReceipt);
        await _bench.DecideAsync();

        var named = await TellAsync("referrer", "Maren has been spoken to.");
        var borrowed = await TellAsync("referrer", "You should know: two men were seen leaving.");
        var parent = await TellAsync("family", "Maren has agreed to Early Help.");
        await _bench.PostedAsync(
            Feedback,
            $$"""{{{DecisionBench.Manager}},"to":"family","how":"in person","told":["S2"],"text":"Maren, Zoë will have a key worker."}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                named,
                Has.Exactly(1).StartsWith("text: names S2 (characters 1 to 5), whom it does not concern")
            );
            Assert.That(borrowed, Has.Exactly(1).StartsWith("text: repeats what police wrote to the hub"));
            Assert.That(parent, Has.Exactly(1).StartsWith("text: names S2"));
            Assert.That((await ClocksAsync()).Single(clock => clock.Kind is CaseClockKind.Family).EndedAt, Is.Not.Null);
        }
    }

    [Test]
    public async Task What_tells_of_somebody_without_a_name_is_stopped_with_every_other_fault_unless_a_person_says_why()
    {
        await _bench.DecideAsync();
        const string Telling = "Her uncle is known to police.";
        var body = $$"""{{{DecisionBench.Manager}},"to":"referrer","how":"by letter","text":"{{Telling}}"}""";

        var together = await _bench.RefusedAsync(
            Feedback,
            $$"""{"by":"A. Manager","to":"referrer","how":"by letter","text":"Maren knows. {{Telling}}"}"""
        );
        using var stopped = await _bench.PostAsync(Feedback, body);
        var answer = await WebBench.ReadAsync(stopped);
        await _bench.PostedAsync(
            $"contacts/{_bench.Enquiry}/leak-override",
            $$"""{{{DecisionBench.Manager}},"reason":"The school told us.","digest":"{{answer.GetProperty("digest").GetString()}}"}"""
        );
        var told = await _bench.PostedAsync(Feedback, body);

        var overrides = (await _bench.GetAsync(Case("leak-overrides"))).GetProperty("overrides");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(together.Select(fault => fault.Split(':')[0]), Is.EqualTo(new[] { "role", "text", "text" }));
            Assert.That(stopped.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(
                answer.GetProperty("all")[0].GetProperty("fault").GetString(),
                Is.EqualTo("may tell something of another person of the family or the household (characters 5 to 28)")
            );
            Assert.That(
                told.GetProperty("referrer").GetProperty("given").GetProperty("text").GetString(),
                Is.EqualTo(Telling)
            );
            Assert.That(overrides[0].GetProperty("reason").GetString(), Is.EqualTo("The school told us."));
        }
    }

    [Test]
    public async Task A_parent_who_referred_hears_of_their_child_and_of_themselves_by_name_and_of_nobody_else()
    {
        await _bench.DisposeAsync();
        _bench = await DecisionBench.SetUpAsync(
            SomeFamily.Contact with
            {
                Referrer = new Referrer { Kind = ReferrerKind.Family, Name = $"Maren {SomeFamily.Canary}" },
                People =
                [
                    .. SomeFamily.Contact.People,
                    new Subject
                    {
                        Code = "S3",
                        Role = SubjectRole.OtherAdult,
                        Names = [new PersonName { Given = "Craig", Family = "Hollis" }],
                    },
                ],
            }
        );
        await _bench.DecideAsync();

        var other = await TellAsync("referrer", "Zoë is fine, Maren. Craig is not.");
        await _bench.PostedAsync(
            Feedback,
            $$"""{{{DecisionBench.Manager}},"to":"referrer","how":"by letter","text":"Zoë is fine, Maren."}"""
        );

        Assert.That(other.Where(fault => fault.Contains("names ")), Has.One.StartsWith("text: names S3 "));
    }

    [Test]
    public async Task The_same_once_more_is_refused_and_how_they_were_told_tells_no_more_than_the_text_may()
    {
        await _bench.DecideAsync();
        var told = $$"""{{{DecisionBench.Manager}},"to":"referrer","how":"by letter"}""";
        var handed = $$"""{{{DecisionBench.Manager}},"to":"Early Help","recipient":"P. Orrell","how":"in person"}""";

        var how = await _bench.RefusedAsync(
            Feedback,
            $$"""{{{DecisionBench.Manager}},"to":"referrer","how":"told that maren's brother is in jail"}"""
        );
        var blank = await TellAsync("referrer", "   ");
        await _bench.PostedAsync(Feedback, told);
        var twice = await _bench.RefusedAsync(Feedback, told, HttpStatusCode.Conflict);
        var early = await _bench.RefusedAsync(Feedback, told.Insert(1, "\"givenAt\":\"2026-11-16T09:00:00Z\","));
        await _bench.PostedAsync(Feedback, told.Insert(1, "\"givenAt\":\"2026-11-17T09:59:30Z\","));
        await _bench.PostedAsync($"cases/{_bench.Enquiry}/summary", handed);
        var again = await _bench.RefusedAsync($"cases/{_bench.Enquiry}/summary", handed, HttpStatusCode.Conflict);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(how.Select(fault => fault.Split(':')[0]), Is.Not.Empty.And.All.EqualTo("how"));
            Assert.That(blank, Has.One.StartsWith("text: is blank"));
            Assert.That(twice, Has.One.StartsWith("to: stands on record"));
            Assert.That(early, Has.One.StartsWith("givenAt: is before the outcome was decided"));
            Assert.That(again, Has.One.StartsWith("recipient: has exactly this summary"));
        }
    }

    [Test]
    public async Task Before_it_is_decided_every_fault_of_a_handing_over_is_said_with_that()
    {
        var faults = await _bench.RefusedAsync($"cases/{_bench.Enquiry}/summary", """{"by":"A. Manager"}""");
        var alone = await _bench.RefusedAsync(
            $"cases/{_bench.Enquiry}/summary",
            $$"""{{{DecisionBench.Manager}},"to":"Early Help","recipient":"P. Orrell","how":"in person"}""",
            HttpStatusCode.Conflict
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                faults.Select(fault => fault.Split(':')[0]),
                Is.EquivalentTo(["role", "to", "recipient", "how", "reference"])
            );
            Assert.That(alone, Has.One.StartsWith("reference: is of a case that has no summary yet"));
        }
    }

    [Test]
    public async Task Another_team_than_the_outcomes_is_given_the_summary_with_a_reason_only()
    {
        await _bench.DecideAsync();
        var to = $$"""{{{DecisionBench.Manager}},"to":"Youth Justice","recipient":"P. Orrell","how":"in person"}""";

        var faults = await _bench.RefusedAsync($"cases/{_bench.Enquiry}/summary", to);
        await _bench.PostedAsync(
            $"cases/{_bench.Enquiry}/summary",
            to.Insert(1, "\"why\":\"Early Help has asked them.\",")
        );
        var view = await _bench.PostedAsync(
            $"cases/{_bench.Enquiry}/summary",
            $$"""{{{DecisionBench.Manager}},"to":"Early Help team","recipient":"D. Other","how":"in person"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Has.Exactly(1).StartsWith("why: is missing, and the outcome's team is Early Help"));
            Assert.That(view.GetProperty("given").GetArrayLength(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task A_closed_case_takes_what_is_about_the_hub_and_nothing_more_about_the_child()
    {
        await _bench.DecideAsync();

        await _bench.PostedAsync(Case("note"), $$"""{{{DecisionBench.Manager}},"text":"Filed."}""");
        var risk = await _bench.RefusedAsync(
            Case("risk-factor"),
            $$"""{{{DecisionBench.Manager}},"heading":"past-harm","text":"More."}""",
            HttpStatusCode.Conflict
        );
        var view = await _bench.RefusedAsync(
            Case("view"),
            """{"by":"A. Manager","of":"parent","giver":"mother","text":"More.","givenAt":"2026-11-17T09:00:00Z"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(risk, Has.Exactly(1).Contains("Make a new referral through"));
            Assert.That(view.Select(fault => fault.Split(':')[0]), Is.EqualTo(new[] { "role", "reference" }));
        }
    }

    [Test]
    public async Task A_family_that_must_not_be_told_is_not_unless_somebody_says_why()
    {
        await _bench.DisposeAsync();
        _bench = await DecisionBench.SetUpAsync(
            SomeFamily.Contact with
            {
                DoNotInformFamily = true,
                Referrer = new Referrer { Kind = ReferrerKind.MemberOfPublic, Name = "not given" },
            }
        );
        await _bench.DecideAsync();

        var refused = await _bench.RefusedAsync(
            Feedback,
            $$"""{{{DecisionBench.Manager}},"to":"family","how":"by letter"}"""
        );
        var anonymous = await TellAsync("referrer", "The child is with Early Help now.");
        var view = await _bench.PostedAsync(
            Feedback,
            $$"""{{{DecisionBench.Manager}},"to":"family","notTold":"The father would hear of it."}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Has.Exactly(1).Contains("telling the family would put the child at risk"));
            Assert.That(anonymous, Has.Exactly(1).Contains("told no more than that the hub has dealt with it"));
            Assert.That(view.GetProperty("referrer").GetProperty("text").GetString(), Does.Not.Contain("Early Help"));
            Assert.That(
                view.GetProperty("family").GetProperty("given").GetProperty("notTold").GetString(),
                Does.Contain("father")
            );
            Assert.That((await ClocksAsync()).Any(clock => clock.Kind is CaseClockKind.Family), Is.False);
        }
    }

    [Test]
    public async Task The_receiving_team_gets_a_summary_without_what_may_not_be_passed_on()
    {
        await _bench.Police.SendAsync(
            _bench.ToPolice,
            SomeReturn.Of(
                SomeReturn.Held(
                    "S1",
                    SomeReturn.Record("DI-1") with
                    {
                        Summary = "Found on the street at night.",
                    },
                    SomeReturn.Record("DI-2") with
                    {
                        Summary = "Heard from a source.",
                        Handling = "P",
                    }
                ),
                SomeReturn.NothingKnown("S2")
            )
        );
        await _bench.Police.ExpectAsync(LetterType.ReturnReceipt);
        await _bench.DecideAsync();

        var view = await _bench.GetAsync($"enquiries/{_bench.Enquiry}/summary");
        var given = await _bench.PostedAsync(
            $"enquiries/{_bench.Enquiry}/summary",
            $$"""{{{DecisionBench.Manager}},"to":"Early Help","recipient":"P. Orrell","how":"in person"}"""
        );

        var text = view.GetProperty("text").GetString();
        var acts = await _bench.Hub.ReadAsync(session => AuditStore.OfEnquiryAsync(session, _bench.Enquiry));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("Found on the street").And.Contain("Health has not answered yet"));
            Assert.That(text, Does.Not.Contain("Heard from a source"));
            Assert.That(text, Does.Contain("Police: 1 record not passed on"));
            Assert.That(view.GetProperty("summary").GetProperty("to").GetString(), Is.EqualTo("Early Help"));
            Assert.That(acts.Select(act => act.Act), Does.Contain(AuditAct.SummaryRead));
            Assert.That(
                given.GetProperty("given")[0].GetProperty("statement").GetProperty("digest").GetString(),
                Is.EqualTo(view.GetProperty("digest").GetString())
            );
        }
    }

    [Test]
    public async Task A_disagreement_goes_through_its_stages_each_with_a_clock_and_a_complaint_apart_from_it()
    {
        await _bench.DecideAsync();
        await _bench.PostedAsync(Case("disagreement"), Challenge("Dr A. Lecturer", "school nurse"));
        await _bench.PostedAsync(Case("complaint"), Challenge("M. Quillfeather", "mother"));

        await _bench.PostedAsync(Case("disagreement-answer"), Answer("goes-further"));
        var last = await _bench.RefusedAsync(Case("disagreement-answer"), Answer("goes-further"));
        await _bench.PostedAsync(Case("disagreement-answer"), Answer("settled"));
        var over = await _bench.RefusedAsync(Case("disagreement-answer"), Answer("settled"));

        var clocks = await ClocksAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                clocks
                    .Where(clock => clock.Kind is CaseClockKind.Disagreement)
                    .Select(clock => (clock.About, clock.EndedAt is not null)),
                Is.EqualTo(new[] { ("1 manager", true), ("1 escalation", true) })
            );
            Assert.That(
                clocks
                    .Where(clock => clock.Kind is CaseClockKind.Complaint)
                    .Select(clock => (clock.About, clock.EndedAt is not null)),
                Is.EqualTo(new[] { ("1 complaints-team", false) })
            );
            Assert.That(last, Has.Exactly(1).StartsWith("end: goes further, and this was the last stage"));
            Assert.That(over, Has.Exactly(1).StartsWith("number: is of one that is at its end"));
        }
    }

    [Test]
    public async Task A_new_contact_that_follows_it_is_linked_both_ways()
    {
        await _bench.DecideAsync();
        var earlier = (await _bench.RowAsync()).ContactReference;

        var later = await _bench.PostedAsync("contacts", Following(_bench.Enquiry.ToString()));
        var unknown = await _bench.RefusedAsync("contacts", Following("SAMPLE-2026-009999"));

        var reference = later.GetProperty("reference").GetString();
        var shown = (await _bench.GetAsync($"contacts/{earlier}")).GetProperty("standing");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(later.GetProperty("follows").GetString(), Is.EqualTo(earlier));
            Assert.That(shown.GetProperty("followedBy")[0].GetString(), Is.EqualTo(reference));
            Assert.That(unknown, Has.Exactly(1).StartsWith("follows: is no contact or enquiry of this hub"));
        }
    }

    [Test]
    public async Task It_is_kept_as_long_as_its_outcome_says_counted_from_the_decision()
    {
        _bench.Hub.Clock.Set(HubBench.Start.AddDays(20));
        await _bench.DecideAsync(outcome: "no-further-action");
        var contact = (await _bench.RowAsync()).ContactReference;
        var decided = HubBench.Start.AddDays(20);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await DueAsync("no-further-action", decided.AddMinutes(1)), Is.EqualTo(new[] { contact }));
            Assert.That(
                await DueAsync("no-further-action", decided.AddMinutes(-1)),
                Is.Empty,
                "not from when it was due"
            );
            Assert.That(
                await DueAsync("enquiry", decided.AddMinutes(1)),
                Is.Empty,
                "the outcome has a rule of its own"
            );
        }
    }

    private string Feedback => $"enquiries/{_bench.Enquiry}/feedback";

    private string Case(string kind) => $"cases/{_bench.Enquiry}/{kind}";

    private Task<string[]> TellAsync(string whom, string text) =>
        _bench.RefusedAsync(
            Feedback,
            $$"""{{{DecisionBench.Manager}},"to":"{{whom}}","how":"by letter","text":"{{text}}"}"""
        );

    private async Task<IReadOnlyList<CaseClock>> ClocksAsync()
    {
        var contact = (await _bench.RowAsync()).ContactReference;
        return await _bench.Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact));
    }

    private Task<IReadOnlyList<string>> DueAsync(string outcome, DateTimeOffset before) =>
        _bench.Hub.ReadAsync(view =>
            ErasureStore.DueAsync(view, outcome, ["no-further-action", "enquiry", "no-enquiry"], before, 10)
        );

    private static string Challenge(string from, string role) =>
        $$"""{{{DecisionBench.Manager}},"from":"{{from}}","fromRole":"{{role}}","text":"It is not enough."}""";

    private static string Answer(string end) =>
        $$"""{{{DecisionBench.Manager}},"number":1,"outcome":"It stands.","end":"{{end}}"}""";

    private static string Following(string reference) => WebContact.Json().Insert(1, $"\"follows\":\"{reference}\",");
}
