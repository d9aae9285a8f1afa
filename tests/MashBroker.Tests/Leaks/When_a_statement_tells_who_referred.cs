using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Leaks;

/// <summary>Whatever somebody puts on record about a case that a member of the public referred: by each act, and by none.</summary>
[CancelAfter(120_000)]
internal sealed class When_a_statement_tells_who_referred
{
    private const string Name = "Doreen Whitlock";
    private const string Tells = $"{Name} of next door is credible.";
    private const string Somebody = "\"by\":\"Ann Example\",\"role\":\"manager\"";

    // Each needs something on the case first: a decision, or a return after it. What they write is stopped at the case file too.
    private static readonly string[] LaterActs = ["addendum-judgement", "decision-kept", "summary-given"];

    // What is taken of an act that is no statement itself.
    private static readonly string[] OfOtherActs = ["criterion-answer", "departure", "form-left-out"];

    // It names agencies by their codes; whatever is none of them is refused.
    private static readonly string[] WithoutWords = ["chase"];

    private static readonly string[] OfTheHub = ["records-withheld", "addendum"];

    private WebBench _web = null!;
    private string _contact = "";
    private string _waiting = "";
    private EnquiryReference _enquiry = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        _contact = await SubmitAsync("Quillmarsh");
        await AcceptedAsync($"contacts/{_contact}/rating", $$"""{{{Somebody}},"rating":"red","reason":"Serious."}""");
        await _web.Hub.UntilAsync(
            "published",
            async () => (await _web.Hub.ContactAsync(_contact)).State is ContactState.Published
        );
        _enquiry = (await _web.Hub.ContactAsync(_contact)).EnquiryReference!;
        _waiting = await SubmitAsync("Ambleforth");
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    private static IEnumerable<string> Kinds => CaseEntryKinds.All.Select(kind => kind.Code);

    private static IEnumerable<string> Acts =>
        Kinds.Except([.. LaterActs, .. OfOtherActs, .. OfTheHub, .. WithoutWords]);

    [TestCaseSource(nameof(Kinds))]
    public void Every_text_of_every_kind_is_stopped_at_the_case_file(string code)
    {
        var kind = CaseEntryKinds.Find(code)!;
        var expected = FilledStatement.Paths(FilledStatement.Json(kind.Type, Tells), Tells).Except(["by", "role"]);

        Assert.That(expected, Is.Not.Empty, "what somebody says in it");
        var leak = Assert.ThrowsAsync<LeakFoundException>(() =>
            ChangeAsync((change, contact) => CaseFile.AddAsync(change, contact, FilledStatement.Of(kind, Tells)))
        )!;
        Assert.That(leak.Report.Findings.Select(finding => finding.Path).Distinct(), Is.EquivalentTo(expected));
        Assert.That(leak.ToString(), Does.Not.Contain("Doreen").And.Not.Contain("Whitlock"));
    }

    [TestCaseSource(nameof(Acts))]
    public async Task Every_text_that_an_act_takes_is_stopped_by_it_with_its_other_faults(string code)
    {
        var kind = CaseEntryKinds.Find(code)!;
        var body = FilledStatement.Json(kind.Type, Tells);
        body["by"] = "Ann Example";
        body["role"] = "manager";
        var reading = CaseEntryDoor.Read(kind, Encoding.UTF8.GetBytes(body.ToJsonString()), HubBench.Start);
        var expected = StatementTexts
            .Of((reading.Statement ?? reading.Incomplete)!)
            .Where(text => text.Text == Tells)
            .Select(text => text.Path)
            .ToList();
        Assert.That(expected, Is.Not.Empty, "what somebody says by it");
        var (status, answer) = await PostAsync(AddressOf(code), body.ToJsonString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)status, Is.InRange(400, 409), answer);
            Assert.That(answer, Does.Contain("digest").And.Not.Contain("Doreen").And.Not.Contain("Whitlock"));
            Assert.That(Paths(answer), Is.SupersetOf(expected));
            Assert.That(await CountAsync(), Is.EqualTo(1), "the decision to share, made by the rating");
        }
    }

    [TestCase("Told by D Whitlock.")]
    [TestCase("Ring 01632 960018 for more.")]
    [TestCase("She lives at 7 Foundry Row.")]
    public async Task What_would_be_taken_out_of_a_letter_is_stopped_as_it_was_given(string facts)
    {
        foreach (
            var (verb, text) in new[]
            {
                ("facts", $$"""{{{Somebody}},"reason":"New.","facts":"{{facts}}"}"""),
                ("rerate", $$"""{{{Somebody}},"rating":"amber","reason":"{{facts}}"}"""),
                ("withdraw", $$"""{{{Somebody}},"reason":"{{facts}}"}"""),
                ("ask", $$"""{{{Somebody}},"agency":"health","reason":"{{facts}}"}"""),
            }
        )
        {
            var (status, answer) = await PostAsync($"enquiries/{_enquiry}/{verb}", text);

            Assert.That(status, Is.EqualTo(HttpStatusCode.Conflict), $"{verb} {answer}");
            Assert.That(answer, Does.Contain("digest"), verb);
        }
    }

    [Test]
    public async Task What_a_rating_says_is_stopped()
    {
        var (rating, first) = await PostAsync(
            $"contacts/{_waiting}/rating",
            $$"""{{{Somebody}},"rating":"red","reason":"{{Tells}}"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rating, Is.EqualTo(HttpStatusCode.Conflict), first);
            Assert.That(Paths(first), Does.Contain("reason"));
        }
    }

    [Test]
    public void Somebody_described_anew_who_is_the_referrer_is_stopped()
    {
        var facts = new NewFacts
        {
            By = "Ann Example",
            Role = "manager",
            Reason = "New.",
            People =
            [
                new Subject
                {
                    Code = "",
                    Role = SubjectRole.OtherAdult,
                    Names = [new PersonName { Given = "Doreen", Family = "Whitlock" }],
                    Telephones = ["01632 960018"],
                },
            ],
        };

        var leak = Assert.ThrowsAsync<LeakFoundException>(() =>
            ChangeAsync((change, contact) => CaseFile.AddAsync(change, contact, facts))
        )!;

        Assert.That(
            leak.Report.Findings.Select(finding => finding.Path).Distinct(),
            Is.EquivalentTo(["people[0].names", "people[0].telephones"])
        );
    }

    [Test]
    public async Task What_stands_on_record_unseen_is_held_back_from_the_pack_and_an_override_lets_it_stand_there()
    {
        var contact = await SubmitAsync("Thistlewick");
        await AcceptedAsync($"contacts/{contact}/rating", $$"""{{{Somebody}},"rating":"red","reason":"Serious."}""");
        await _web.Hub.UntilAsync(
            "published",
            async () => (await _web.Hub.ContactAsync(contact)).State is ContactState.Published
        );
        var enquiry = (await _web.Hub.ContactAsync(contact)).EnquiryReference!;
        // As a version before the check wrote it.
        await _web.Hub.Ledger.WriteAsync(
            async ledger =>
            {
                var row = (await ContactStore.FindAsync(ledger, contact))!;
                var asked = new AskingLater
                {
                    By = "Ann Example",
                    Role = "manager",
                    Agency = "health",
                    Reason = "Doreen Whitlock insists.",
                };
                await CaseFile.AddAsync(ledger, row, asked, ofHub: true);
                return true;
            },
            CancellationToken.None
        );
        await AcceptedAsync(
            $"enquiries/{enquiry}/decision",
            """{"by":"A. Manager","role":"Team manager","outcome":"early-help","reason":"They need support.","considered":"It cannot wait.","overseenBy":"Cara Sample"}"""
        );
        var before = await PackAsync(enquiry, atLeast: 1);
        var body = $$"""{{{Somebody}},"decision":"share","with":["police"],"reason":"{{Tells}}"}""";
        var (_, stopped) = await PostAsync($"cases/{enquiry}/sharing-decision", body);
        var digest = JsonDocument.Parse(stopped).RootElement.GetProperty("digest").GetString();
        await AcceptedAsync(
            $"contacts/{contact}/leak-override",
            $$"""{{{Somebody}},"digest":"{{digest}}","reason":"They agreed."}"""
        );
        await AcceptedAsync($"cases/{enquiry}/sharing-decision", body);
        var after = await PackAsync(enquiry, atLeast: before.Version + 1);
        var acts = await _web.Hub.ReadAsync(view => AuditStore.BetweenAsync(view, 1, 1000));
        var overrides = await _web.Http.GetStringAsync(
            new Uri($"/api/cases/{contact}/leak-overrides", UriKind.Relative)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetString(before.Json), Does.Not.Contain("Doreen").And.Contain("held back"));
            Assert.That(Encoding.UTF8.GetString(after.Json), Does.Contain(Tells).And.Not.Contain("insists"));
            Assert.That(
                acts.Where(act => act.Act is AuditAct.LeakOverridden).Select(act => act.Detail),
                Has.Some.Match("^on record: .*ReferrerName [0-9]")
            );
            Assert.That(
                overrides.Split("They agreed.").Length,
                Is.EqualTo(2),
                "one override is shown, with however many texts"
            );
        }
    }

    private async Task<PackRow> PackAsync(EnquiryReference enquiry, int atLeast)
    {
        PackRow? pack = null;
        await _web.Hub.UntilAsync(
            "the pack",
            async () =>
                (pack = await _web.Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry)))?.Version >= atLeast
        );
        return pack!;
    }

    private string AddressOf(string code) =>
        code switch
        {
            "re-rating" => $"enquiries/{_enquiry}/rerate",
            "new-facts" => $"enquiries/{_enquiry}/facts",
            "chase" => $"enquiries/{_enquiry}/chase",
            "asked-later" => $"enquiries/{_enquiry}/ask",
            "enquiry-withdrawal" => $"enquiries/{_enquiry}/withdraw",
            "strategy-call" => $"strategy/{_enquiry}/call",
            "strategy-cancellation" => $"strategy/{_enquiry}/cancel",
            "strategy-record" => $"strategy/{_enquiry}/record",
            "joined-enquiry" => $"contacts/{_waiting}/join/{_enquiry}",
            "contact-decision" => $"contacts/{_waiting}/decision",
            "decision" => $"enquiries/{_enquiry}/decision",
            "feedback" => $"enquiries/{_enquiry}/feedback",
            // Whoever adds a kind with an address of its own names it here: at the common one it is not found.
            _ => $"cases/{_enquiry}/{code}",
        };

    private static IEnumerable<string> Paths(string answer) =>
        JsonDocument
            .Parse(answer)
            .RootElement.GetProperty("all")
            .EnumerateArray()
            .Select(fault => fault.GetProperty("path").GetString()!);

    private async Task<(HttpStatusCode Status, string Answer)> PostAsync(string path, string json)
    {
        using var answer = await _web.PostAsync($"/api/{path}", json);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task AcceptedAsync(string path, string json)
    {
        var (status, answer) = await PostAsync(path, json);
        Assert.That((int)status, Is.LessThan(300), answer);
    }

    private async Task<int> CountAsync() =>
        (await _web.Hub.ReadAsync(view => CaseFile.ReadAsync(view, _contact))).Count;

    private Task<int> ChangeAsync(Func<LedgerTransaction, ContactRow, Task<int>> change) =>
        _web.Hub.Ledger.WriteAsync(
            async ledger => await change(ledger, (await ContactStore.FindAsync(ledger, _contact))!),
            CancellationToken.None
        );

    private Task<string> SubmitAsync(string family)
    {
        var contact = JsonNode.Parse(WebContact.Json("Shouting is heard at night.", family))!;
        contact["referrer"] = JsonSerializer.SerializeToNode(
            new
            {
                kind = "member-of-public",
                name = Name,
                role = "Neighbour",
                telephone = "01632 960018",
                address = new { lines = new[] { "7 Foundry Row", "Marlsea" }, postcode = "ZX8 4KT" },
            }
        );
        return _web.SubmitAsync(contact.ToJsonString());
    }
}
