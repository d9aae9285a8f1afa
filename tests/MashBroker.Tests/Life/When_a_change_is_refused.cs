using System.Net;
using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>Over the API: whoever is refused is told everything at once, and what can be done.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_a_change_is_refused
{
    private static readonly Contact Hidden = SomeFamily.Contact with
    {
        People =
        [
            SomeFamily.Contact.People[0] with
            {
                Addresses =
                [
                    new Address
                    {
                        Lines = ["14 Cadwallader Passage"],
                        Postcode = "ZZ99 3VZ",
                        Protected = true,
                    },
                ],
            },
            SomeFamily.Contact.People[1],
        ],
    };

    private WebBench _web = null!;
    private AgencyByHand _police = null!;
    private EnquiryReference _enquiry = null!;

    [SetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police", "health");
        _police = await _web.Hub.AgencyAsync("police");
        _enquiry = await _web.Hub.EnquireAsync(Hidden, Rating.Amber);
        await _police.ExpectAsync(LetterType.Request);
    }

    [TearDown]
    public async Task TearDown() => await _web.DisposeAsync();

    [Test]
    public async Task Faults_of_the_form_of_the_enquiry_and_of_the_leak_check_are_said_at_once()
    {
        using var answer = await PostAsync(
            "facts",
            """
            {"role":"social worker","reason":"They moved.","facts":"They moved to 14 Cadwallader Passage.","agency":"education",
             "people":[{"code":"S9","role":"parent","names":[{"given":"A","family":"B"}]}]}
            """
        );

        var body = await WebBench.ReadAsync(answer);
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(Paths(body), Is.SupersetOf(new[] { "by", "people[0].code", "agency" }));
        });
    }

    [Test]
    public async Task A_leak_is_told_beside_a_missing_name_and_can_be_let_pass_by_its_digest()
    {
        using var answer = await PostAsync(
            "facts",
            """{"role":"social worker","reason":"They moved.","facts":"They moved to 14 Cadwallader Passage."}"""
        );

        var body = await WebBench.ReadAsync(answer);
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(Paths(body), Does.Contain("by").And.Contain("facts"));
            Assert.That(body.GetProperty("digest").GetString(), Is.Not.Empty);
            Assert.That(_police.All.Select(came => came.Letter.Head.Type), Has.None.EqualTo(LetterType.Amendment));
        });
    }

    [Test]
    public async Task A_rating_without_a_name_that_stands_already_has_two_faults()
    {
        using var answer = await PostAsync("rerate", """{"role":"manager","rating":"amber","reason":"Seen."}""");

        Assert.That(Paths(await WebBench.ReadAsync(answer)), Is.EquivalentTo(new[] { "by", "rating" }));
    }

    [Test]
    public async Task A_decision_not_to_share_that_comes_too_late_says_who_was_told_and_how_to_withdraw()
    {
        const string Decision = """
            {"by":"A. Manager","role":"manager","decision":"not-to-share","with":["police"],"reason":"The mother fears an officer."}
            """;
        using var console = new CapturedConsole();
        using var folder = new MashBroker.Testing.Families.TemporaryFolder();
        var file = folder.File("decision.json");
        await File.WriteAllTextAsync(file, Decision);

        using var answer = await _web.PostAsync($"/api/cases/{_enquiry}/sharing-decision", Decision);
        var code = await MashCommand.RunAsync([
            "case",
            "add",
            "sharing-decision",
            $"{_enquiry}",
            file,
            "--at",
            _web.Http.BaseAddress!.ToString(),
        ]);

        var remarks = (await WebBench.ReadAsync(answer))
            .GetProperty("remarks")
            .EnumerateArray()
            .Select(each => each.GetString());
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(
                remarks,
                Is.EqualTo(
                    new[]
                    {
                        "Police was asked, and told what its request says, and has not answered.",
                        $"This decision calls nothing back. To withdraw what was asked: mash enquiry withdraw {_enquiry} --agency police --reason \"...\"",
                    }
                )
            );
            Assert.That($"{console.Out}", Does.Contain($"mash enquiry withdraw {_enquiry} --agency police"));
        });
    }

    [Test]
    public async Task The_plan_says_with_whom_nobody_has_signed_what_is_shared()
    {
        var contact = (
            await _web.Hub.ReadAsync(view => MashBroker.Ledger.Enquiries.EnquiryStore.FindAsync(view, _enquiry))
        )!.ContactReference;
        var json = await _web.Http.GetStringAsync(
            new Uri($"/api/contacts/{contact}/plan?rating=amber", UriKind.Relative)
        );
        using var console = new CapturedConsole();
        await MashCommand.RunAsync(["contact", "plan", contact, "--at", _web.Http.BaseAddress!.ToString()]);

        using var plan = JsonDocument.Parse(json);
        Assert.Multiple(() =>
        {
            Assert.That(
                plan.RootElement.GetProperty("placeholderAgreements").GetString(),
                Does.Contain("Police").And.Contain("a placeholder")
            );
            Assert.That(
                plan.RootElement.GetProperty("agencies")[0].GetProperty("placeholderAgreement").GetBoolean(),
                Is.True
            );
            Assert.That(
                $"{console.Out}",
                Does.Contain("The sharing agreement with Police").And.Contain("a placeholder")
            );
        });
    }

    private static IEnumerable<string?> Paths(JsonElement body) =>
        [.. body.GetProperty("all").EnumerateArray().Select(fault => fault.GetProperty("path").GetString())];

    private Task<HttpResponseMessage> PostAsync(string verb, string json) =>
        _web.PostAsync($"/api/enquiries/{_enquiry}/{verb}", json);
}
