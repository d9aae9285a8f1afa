using System.Net;
using System.Text.Json.Nodes;
using MashBroker.Tests.Contacts;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Leaks;

/// <summary>The name of whoever acts reaches agencies, the pack and the evidence.</summary>
[CancelAfter(60_000)]
internal sealed class When_who_acts_tells_who_referred
{
    [TestCase("Ann Example for Doreen Whitlock", true)]
    [TestCase("Ann Example, told by 01632 960018", true)]
    [TestCase("Jane Whitlock", false, TestName = "A_colleague_may_share_the_surname")]
    public async Task It_is_stopped(string by, bool stopped)
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = SomeCase.Support("neglect");
        contact["referrer"] = new JsonObject
        {
            ["kind"] = "member-of-public",
            ["name"] = "Doreen Whitlock",
            ["telephone"] = "01632 960018",
        };
        var reference = await web.SubmitAsync(contact.ToJsonString());
        using var noted = await web.PostAsync(
            $"/api/cases/{reference}/note",
            $$"""{"by":"{{by}}","role":"manager","text":"Rang the school."}"""
        );
        using var rated = await web.PostAsync(
            $"/api/contacts/{reference}/rating",
            $$"""{"by":"{{by}}","role":"manager","rating":"red","reason":"Serious."}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(noted.IsSuccessStatusCode, Is.Not.EqualTo(stopped), await noted.Content.ReadAsStringAsync());
            Assert.That(rated.StatusCode, Is.EqualTo(stopped ? HttpStatusCode.Conflict : HttpStatusCode.OK));
            Assert.That(
                (await rated.Content.ReadAsStringAsync()).Contains("\"by\"", StringComparison.Ordinal),
                Is.EqualTo(stopped)
            );
        }
    }
}
