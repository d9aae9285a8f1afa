using System.Net;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Cases;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>The referrer and the family hear what concerns them and of nobody else, once, under a clock.</summary>
[CancelAfter(60_000)]
internal sealed class When_the_outcome_is_told
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
                (await _bench.ClocksAsync()).Single(clock => clock.Kind is CaseClockKind.Feedback).EndedAt,
                Is.EqualTo(HubBench.Start)
            );
            Assert.That(
                (await _bench.ClocksAsync()).Single(clock => clock.Kind is CaseClockKind.Family).EndedAt,
                Is.Null
            );
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
            Assert.That(
                (await _bench.ClocksAsync()).Single(clock => clock.Kind is CaseClockKind.Family).EndedAt,
                Is.Not.Null
            );
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

        var overrides = (await _bench.GetAsync(_bench.Case("leak-overrides"))).GetProperty("overrides");
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
            Assert.That((await _bench.ClocksAsync()).Any(clock => clock.Kind is CaseClockKind.Family), Is.False);
        }
    }

    private string Feedback => $"enquiries/{_bench.Enquiry}/feedback";

    private Task<string[]> TellAsync(string whom, string text) =>
        _bench.RefusedAsync(
            Feedback,
            $$"""{{{DecisionBench.Manager}},"to":"{{whom}}","how":"by letter","text":"{{text}}"}"""
        );
}
