using MashBroker.Contracts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>The outlook names whom publishing would ask, and nobody else.</summary>
[CancelAfter(60_000)]
internal sealed class When_the_outlook_is_asked_for
{
    private const string Somebody = "\"by\":\"Ann Example\",\"role\":\"manager\"";

    [TestCase("""{"decision":"share","with":["police"],"reason":"Only they know him."}""", "police")]
    [TestCase("""{"decision":"not-to-share","with":["health"],"reason":"Not needed."}""", "police,education")]
    public async Task A_decision_to_share_narrowly_holds_there_as_in_the_plan_and_as_it_is_published(
        string decision,
        string asked
    )
    {
        await using var web = await WebBench.SetUpAsync("police", "health", "education");
        var contact = await web.SubmitAsync(WebContact.Json());
        using var kept = await web.PostAsync(
            $"/api/cases/{contact}/sharing-decision",
            $$"""{{{Somebody}},{{decision[1..]}}"""
        );
        Assert.That(kept.IsSuccessStatusCode, await kept.Content.ReadAsStringAsync());

        var outlook = await ReadAsync(web, $"contacts/{contact}/outlook");
        var plan = await ReadAsync(web, $"contacts/{contact}/plan");
        using var rated = await web.PostAsync(
            $"/api/contacts/{contact}/rating",
            $$"""{{{Somebody}},"rating":"amber","reason":"Serious."}"""
        );
        var enquiry = (await WebBench.ReadAsync(rated)).GetProperty("enquiry").GetString();
        var requests = await web.Hub.ReadAsync(view =>
            EnquiryStore.RequestsOfAsync(view, EnquiryReference.Parse(enquiry!))
        );

        string[] inOutlook =
        [
            .. outlook
                .GetProperty("agencies")
                .EnumerateArray()
                .Where(each => !each.TryGetProperty("notAskedBecause", out _))
                .Select(each => each.GetProperty("code").GetString()!),
        ];
        string[] inPlan =
        [
            .. plan.GetProperty("agencies")
                .EnumerateArray()
                .Where(each => each.GetProperty("asked").GetBoolean())
                .Select(each => each.GetProperty("agency").GetString()!),
        ];
        var connected = new[] { "police", "health", "education" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inOutlook, Is.EqualTo(inPlan));
            Assert.That(inOutlook.Intersect(connected), Is.EquivalentTo(asked.Split(',')));
            Assert.That(
                requests.Where(each => each.State is not RequestState.NotAsked).Select(each => each.Agency),
                Is.EquivalentTo(asked.Split(',')),
                "as published"
            );
        }
    }

    private static async Task<System.Text.Json.JsonElement> ReadAsync(WebBench web, string path)
    {
        using var answer = await web.Http.GetAsync($"/api/{path}");
        return await WebBench.ReadAsync(answer);
    }
}
