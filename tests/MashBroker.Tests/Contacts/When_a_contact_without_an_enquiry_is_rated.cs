using System.Net;
using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Cases;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>Contacts are ranked whatever becomes of them: whoever decides without an enquiry rates, and says why it differs.</summary>
[NonParallelizable]
[CancelAfter(120_000)]
internal sealed class When_a_contact_without_an_enquiry_is_rated
{
    private const string Decision =
        "\"outcome\":\"no-further-action\",\"by\":\"A. Manager\",\"role\":\"manager\",\"reason\":\"Open already.\",\"departsFromCriteria\":\"Told twice.\"";

    [Test]
    public async Task Where_red_or_amber_is_suggested_it_is_asked_for_and_shown()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await SuggestedRedAsync(web);

        using var bare = await web.PostAsync($"/api/contacts/{contact}/decision", $"{{{Decision}}}");
        using var unsaid = await web.PostAsync(
            $"/api/contacts/{contact}/decision",
            $"{{{Decision},\"rating\":\"amber\"}}"
        );
        using var none = await web.PostAsync(
            $"/api/contacts/{contact}/decision",
            $"{{{Decision},\"rating\":\"none\",\"ratingReason\":\"Hm.\"}}"
        );
        using var taken = await web.PostAsync(
            $"/api/contacts/{contact}/decision",
            $"{{{Decision},\"rating\":\"amber\",\"ratingReason\":\"She is with her aunt.\"}}"
        );

        using var console = new CapturedConsole();
        var at = $"{web.Http.BaseAddress}";
        await MashCommand.RunAsync(["contact", "show", contact, "--at", at]);
        await MashCommand.RunAsync(["contact", "list", "--at", at]);
        var said = $"{console.Out}";
        var kept = await web.Hub.ReadAsync(view => CaseFile.LatestAsync<ContactDecision>(view, contact));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PathsAsync(bare), Is.EqualTo(["rating"]));
            Assert.That(await PathsAsync(unsaid), Is.EqualTo(["ratingReason"]));
            Assert.That(await PathsAsync(none), Does.Contain("rating"));
            Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.OK), await taken.Content.ReadAsStringAsync());
            Assert.That((await web.Hub.ContactAsync(contact)).Rating, Is.EqualTo(Rating.Amber));
            Assert.That((kept!.Rating, kept.RatingReason), Is.EqualTo((Rating.Amber, "She is with her aunt.")));
            Assert.That(said, Does.Contain("rated Amber").And.Contain("Rated Amber: She is with her aunt."));
            Assert.That(said, Does.Contain("decided, no enquiry: No further action"));
            Assert.That(said, Does.Not.Contain("not rated"));
        }
    }

    [Test]
    public async Task Where_green_is_suggested_nobody_has_to()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());
        await DoStepsAsync(web, contact);

        using var taken = await web.PostAsync(
            $"/api/contacts/{contact}/decision",
            """{"outcome":"no-further-action","by":"A. Manager","role":"manager","reason":"x"}"""
        );

        Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.OK), await taken.Content.ReadAsStringAsync());
        Assert.That((await web.Hub.ContactAsync(contact)).Rating, Is.Null);
    }

    [Test]
    public async Task The_short_way_asks_for_it_too()
    {
        await using var web = await WebBench.SetUpAsync(
            HubProfiles.Load(HubProfiles.Sample) with
            {
                NoEnquiry = HubDefaults.NoEnquiry,
            },
            ["police"]
        );
        var contact = await SuggestedRedAsync(web, steps: false);
        const string Declined =
            "\"by\":\"A. Manager\",\"role\":\"manager\",\"reason\":\"Open already.\",\"departsFromCriteria\":\"Told twice.\"";

        using var bare = await web.PostAsync($"/api/contacts/{contact}/no-enquiry", $"{{{Declined}}}");
        using var taken = await web.PostAsync(
            $"/api/contacts/{contact}/no-enquiry",
            $"{{{Declined},\"rating\":\"red\"}}"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PathsAsync(bare), Is.EqualTo(["rating"]));
            Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.OK), await taken.Content.ReadAsStringAsync());
            Assert.That((await web.Hub.ContactAsync(contact)).Rating, Is.EqualTo(Rating.Red));
        }
    }

    [Test]
    public async Task Nobody_oversees_their_own_decision_by_whatever_title()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());
        await DoStepsAsync(web, contact);

        using var answer = await web.PostAsync(
            $"/api/contacts/{contact}/decision",
            """{"outcome":"early-help","by":"Dot Lane","role":"manager","reason":"x","overseenBy":"Dr Dot Lane"}"""
        );

        Assert.That(await PathsAsync(answer), Is.EqualTo(["overseenBy"]));
    }

    private static async Task<string> SuggestedRedAsync(WebBench web, bool steps = true)
    {
        var json = SomeCase.Support("neglect");
        json["concern"]!["immediateRisk"] = true;
        var contact = await web.SubmitAsync(json.ToJsonString());
        Assert.That((await web.Hub.ContactAsync(contact)).SuggestedRating, Is.EqualTo(Rating.Red));
        if (steps)
        {
            await DoStepsAsync(web, contact);
        }

        return contact;
    }

    private static async Task DoStepsAsync(WebBench web, string contact)
    {
        foreach (var (kind, statement) in SomeCase.Steps)
        {
            await SomeCase.PutOnRecordAsync(web, contact, kind, statement);
        }
    }

    private static async Task<List<string?>> PathsAsync(HttpResponseMessage answer) =>
        [
            .. (await WebBench.ReadAsync(answer))
                .GetProperty("all")
                .EnumerateArray()
                .Select(fault => fault.GetProperty("path").GetString()),
        ];
}
