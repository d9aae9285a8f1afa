using System.Net;
using MashBroker.Cli;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Contacts;
using NUnit.Framework;

namespace MashBroker.Tests.Web;

/// <summary>What the API says of a contact by the hub's rules.</summary>
[CancelAfter(60_000)]
internal sealed class OutlookTests
{
    private WebBench _bench = null!;
    private string _reference = "";

    [SetUp]
    public async Task SetUp()
    {
        _bench = await WebBench.SetUpAsync("police");
        _reference = await _bench.SubmitAsync(WebContact.Json());
    }

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Everything_that_the_rules_say_is_told_and_nobody_is_named()
    {
        using var answer = await _bench.Http.GetAsync($"/api/contacts/{_reference}/outlook");
        var text = await answer.Content.ReadAsStringAsync();
        var outlook = await WebBench.ReadAsync(answer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(outlook.GetProperty("standing").GetString(), Is.EqualTo("enquiry"));
            Assert.That(outlook.GetProperty("criteria")[0].GetProperty("facts").GetArrayLength(), Is.EqualTo(1));
            Assert.That(outlook.GetProperty("rating").GetString(), Is.EqualTo("amber"));
            Assert.That(outlook.GetProperty("lowestAllowed").GetString(), Is.EqualTo("amber"));
            Assert.That(outlook.GetProperty("levelOfNeed").GetProperty("metBy").GetString(), Is.EqualTo("Social Care"));
            Assert.That(
                outlook.GetProperty("routes")[0].GetProperty("kind").GetString(),
                Is.EqualTo("child-protection")
            );
            Assert.That(outlook.GetProperty("strategy").GetProperty("quorum").GetArrayLength(), Is.EqualTo(3));
            Assert.That(outlook.GetProperty("outcomes").GetArrayLength(), Is.EqualTo(5));
            Assert.That(outlook.GetProperty("choices").GetArrayLength(), Is.EqualTo(3));
            Assert.That(text, Does.Not.Contain("Wendelmar").And.Not.Contain("Quillmarsh").And.Not.Contain("hides"));
        }
    }

    [Test]
    public async Task Another_rating_is_looked_at_when_asked_for()
    {
        using var answer = await _bench.Http.GetAsync($"/api/contacts/{_reference}/outlook?rating=red");
        Assert.That((await WebBench.ReadAsync(answer)).GetProperty("rating").GetString(), Is.EqualTo("red"));
    }

    [Test, NonParallelizable]
    public async Task The_command_tells_it_in_lines()
    {
        using var console = new CapturedConsole();
        var at = _bench.Http.BaseAddress!.ToString();
        Assert.That(
            await MashCommand.RunAsync(["contact", "outlook", _reference, "--at", at]),
            Is.Zero,
            console.Error.ToString()
        );
        Assert.That(
            console.Out.ToString(),
            Does.Contain("Amber at least")
                .And.Contain("Strategy Meeting by")
                .And.Contain("level of need 4: Social Care")
                .And.Contain("outcome section-47")
                .And.Contain("Child protection: ")
                .And.Contain("agreement of the parents: ")
                .And.Contain("have to attend")
                .And.Contain("invited: ")
                .And.Contain("Police: never heard of")
                .And.Contain("after the decision")
                .And.Not.Contain("ChildProtection")
                .And.Not.Contain("-5 minutes")
        );
    }

    [Test, NonParallelizable]
    public async Task Nobody_seeks_agreement_of_parents_who_must_not_be_told()
    {
        var contact = WebContact.Json().Replace("{\"receivedAt\"", "{\"doNotInformFamily\":true,\"receivedAt\"");
        var reference = await _bench.SubmitAsync(contact);
        using var console = new CapturedConsole();
        Assert.That(
            await MashCommand.RunAsync(["contact", "outlook", reference, "--at", _bench.Http.BaseAddress!.ToString()]),
            Is.Zero,
            console.Error.ToString()
        );
        Assert.That(
            console.Out.ToString(),
            Does.Contain("nobody seeks it now")
                .And.Contain("parents are not told beforehand")
                .And.Not.Contain("sought by")
        );
    }

    [TestCase(null, true)]
    [TestCase(3, false)]
    public async Task Whoever_hands_in_a_contact_is_told_to_ask_for_the_level_of_need(int? stated, bool asked)
    {
        var contact = SomeCase.Support();
        contact["concern"]!["levelOfNeed"] = stated;
        using var answer = await _bench.PostAsync("/api/contacts", contact.ToJsonString());
        var warnings = (await WebBench.ReadAsync(answer)).GetProperty("warnings").EnumerateArray();
        Assert.That(
            warnings.Any(each => each.GetProperty("path").GetString() == "concern.levelOfNeed"),
            Is.EqualTo(asked)
        );
    }

    [TestCase("?rating=purple", HttpStatusCode.BadRequest)]
    [TestCase("x", HttpStatusCode.NotFound)]
    public async Task What_is_not_known_is_refused_with_the_remedy(string wrong, HttpStatusCode status)
    {
        var path = wrong.StartsWith('?')
            ? $"/api/contacts/{_reference}/outlook{wrong}"
            : "/api/contacts/SAMPLE-C-2026-999999/outlook";
        using var answer = await _bench.Http.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }
}
