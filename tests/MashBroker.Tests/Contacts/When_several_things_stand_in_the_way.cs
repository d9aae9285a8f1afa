using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>What is wrong with the form, what stands on record and what the leak check finds are said in one answer.</summary>
[CancelAfter(120_000)]
internal sealed class When_several_things_stand_in_the_way
{
    private const string Name = "Doreen Whitlock";
    private const string Somebody = "\"by\":\"Ann Example\",\"role\":\"manager\"";
    private const string Tells = $"{Name} of next door is credible.";

    [Test]
    public async Task A_rating_tells_all_of_it_at_once()
    {
        await using var web = await WebBench.SetUpAsync("police");
        await PublishAsync(web, await SubmitAsync(web));
        var contact = await SubmitAsync(web);
        await AcceptedAsync(
            web,
            $"cases/{contact}/consent",
            $$"""{{{Somebody}},"agreement":"refused","soughtBy":"Ann Example","soughtFrom":"mother","reason":"She said no."}"""
        );

        var (status, answer) = await SendAsync(
            web,
            $"contacts/{contact}/rating",
            $$"""{"by":"Ann Example","rating":"purple","levelOfNeed":9,"departsFromRole":"{{Tells}}"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(
                Paths(answer),
                Is.SupersetOf(["role", "rating", "levelOfNeed", "reason", "askTwiceBecause", "departsFromRole"])
            );
            Assert.That(answer.GetProperty("digest").GetString(), Has.Length.EqualTo(64));
            Assert.That(answer.GetRawText(), Does.Not.Contain("Whitlock"));
            Assert.That((await web.Hub.ContactAsync(contact)).State, Is.EqualTo(ContactState.Triaged));
        }
    }

    [Test]
    public async Task A_rating_that_is_well_formed_tells_every_conflict_at_once()
    {
        await using var web = await WebBench.SetUpAsync("police");
        await PublishAsync(web, await SubmitAsync(web));
        var contact = await SubmitAsync(web);
        await AcceptedAsync(
            web,
            $"cases/{contact}/sharing-decision",
            $$"""{{{Somebody}},"decision":"not-to-share","reason":"Not yet."}"""
        );

        var (status, answer) = await SendAsync(
            web,
            $"contacts/{contact}/rating",
            $$"""{{{Somebody}},"rating":"red","reason":"{{Tells}}"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(Paths(answer), Is.SupersetOf(["rating", "askTwiceBecause", "reason"]));
        }
    }

    [Test]
    public async Task A_contact_that_is_declined_tells_all_of_it_at_once()
    {
        var sample = HubProfiles.Load(HubProfiles.Sample);
        await using var web = await WebBench.SetUpAsync(sample with { NoEnquiry = HubDefaults.NoEnquiry }, ["police"]);
        var contact = await SubmitAsync(web);

        var (status, answer) = await SendAsync(
            web,
            $"contacts/{contact}/no-enquiry",
            $$"""{"role":"manager","reason":"{{Tells}}"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(Paths(answer).Distinct(), Is.EquivalentTo(["by", "departsFromCriteria", "reason"]));
            Assert.That(answer.GetProperty("digest").GetString(), Has.Length.EqualTo(64));
        }
    }

    [Test]
    public async Task A_join_tells_what_its_own_referrer_the_enquirys_and_the_case_say_of_it_at_once()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var first = await SubmitAsync(web);
        await PublishAsync(web, first);
        var enquiry = (await web.Hub.ContactAsync(first)).EnquiryReference!;
        var contact = await SubmitAsync(
            web,
            "Hubert Ambleforth",
            """[{"role":"parent","names":[{"given":"Pia","family":"Quillmarsh"}]},{"role":"parent","names":[{"given":"Pia","family":"Quillmarsh"}]}]"""
        );

        var (status, answer) = await SendAsync(
            web,
            $"contacts/{contact}/join/{enquiry}",
            $$"""{"by":"Ann Example","reason":"{{Tells}} So is Hubert Ambleforth of the shop."}"""
        );

        var faults = answer.GetProperty("all").EnumerateArray().Select(each => each.GetRawText()).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(Paths(answer), Has.Member("role"));
            Assert.That(faults, Has.Some.Contains("once more"), "what telling the people would be refused for");
            Assert.That(
                faults,
                Has.Some.Contains($"{LeakKind.ReferrerName.InWords()}, by whoever referred the enquiry")
            );
            Assert.That(faults, Has.Some.Contains($"{LeakKind.ReferrerName.InWords()} (characters"));
            Assert.That(faults, Has.Some.Contains($"/api/contacts/{enquiry}/leak-override"));
            Assert.That(answer.GetRawText(), Does.Not.Contain("Whitlock").And.Not.Contain("Ambleforth"));
        }
    }

    private static async Task PublishAsync(WebBench web, string contact)
    {
        await AcceptedAsync(
            web,
            $"contacts/{contact}/rating",
            $$"""{{{Somebody}},"rating":"red","reason":"Serious."}"""
        );
        await web.Hub.UntilAsync(
            "published",
            async () => (await web.Hub.ContactAsync(contact)).State is ContactState.Published
        );
    }

    private static Task<string> SubmitAsync(WebBench web, string name = Name, string people = "[]")
    {
        var contact = SomeCase.Support("neglect");
        contact["referrer"] = new JsonObject
        {
            ["kind"] = "member-of-public",
            ["name"] = name,
            ["telephone"] = "01632 960018",
        };
        foreach (var person in JsonNode.Parse(people)!.AsArray())
        {
            contact["people"]!.AsArray().Add(person!.DeepClone());
        }

        // Twice the same bytes would be one contact.
        contact["concern"]!["summary"] = $"Shouting is heard at night ({MessageId.New()}).";
        return web.SubmitAsync(contact.ToJsonString());
    }

    private static async Task AcceptedAsync(WebBench web, string path, string json)
    {
        var (status, answer) = await SendAsync(web, path, json);
        Assert.That((int)status, Is.LessThan(300), answer.GetRawText());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(
        WebBench web,
        string path,
        string json
    )
    {
        using var answer = await web.PostAsync($"/api/{path}", json);
        return (answer.StatusCode, await WebBench.ReadAsync(answer));
    }

    private static List<string?> Paths(JsonElement answer) =>
        [.. answer.GetProperty("all").EnumerateArray().Select(fault => fault.GetProperty("path").GetString())];
}
