using MashBroker.Cli;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>A contact that nobody rated in time: no rating brings back the minutes that are gone.</summary>
[CancelAfter(60_000)]
internal sealed class When_the_decision_is_overdue_before_publishing
{
    // Received at 09:55, decided within 24 hours at the sample hub.
    private static readonly TimeSpan TwoHoursTooLate = new(25, 55, 0);

    [Test]
    public async Task The_plan_says_so_with_the_minutes_over()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(WebContact.Json());
        var before = await PlanAsync(web, contact);
        web.Hub.Clock.Advance(TwoHoursTooLate);

        var after = await PlanAsync(web, contact);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.TryGetProperty("decisionMinutesOver", out _), Is.False, "in time");
            Assert.That(before.GetProperty("inOneSentence").GetString(), Does.Not.Contain("overdue"));
            Assert.That(after.GetProperty("decisionMinutesOver").GetInt32(), Is.EqualTo(120));
            Assert.That(
                after
                    .GetProperty("choices")
                    .EnumerateArray()
                    .Select(each => each.GetProperty("decisionMinutesOver").GetInt32()),
                Is.All.EqualTo(120)
            );
            Assert.That(
                after.GetProperty("inOneSentence").GetString(),
                Does.StartWith("The decision is overdue already, by 2 hours; ")
            );
        }
    }

    [Test, NonParallelizable]
    public async Task The_commands_say_so_too()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(WebContact.Json());
        web.Hub.Clock.Advance(TwoHoursTooLate);
        using var console = new CapturedConsole();
        var at = web.Http.BaseAddress!.ToString();

        Assert.That(await MashCommand.RunAsync(["contact", "plan", contact, "--at", at]), Is.Zero);
        var plan = console.Out.ToString();
        Assert.That(await MashCommand.RunAsync(["contact", "outlook", contact, "--at", at]), Is.Zero);

        Assert.That(
            plan,
            Does.Contain("The decision is overdue already, by 2 hours").And.Contain("overdue by 2 hours")
        );
        Assert.That(console.Out.ToString()[plan.Length..], Does.Contain(", overdue by 2 hours; decided by"));
    }

    [Test]
    public void Where_ratings_have_limits_of_their_own_those_that_are_over_are_named()
    {
        var hub = HubProfiles.Load(HubProfiles.Sample) with { Decision = HubDefaults.Decision };
        var received = new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero);
        var sentence = RatingChoice.InOneSentence(
            RatingChoice.All(hub, received, received.AddHours(24).AddSeconds(61))
        );

        Assert.That(sentence, Does.StartWith("By Amber or Red the decision is overdue already, by 2 minutes; "));
    }

    private static async Task<System.Text.Json.JsonElement> PlanAsync(WebBench web, string contact)
    {
        using var answer = await web.Http.GetAsync($"/api/contacts/{contact}/plan");
        return await WebBench.ReadAsync(answer);
    }
}
