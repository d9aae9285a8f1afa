using MashBroker.Ledger.Cases;
using MashBroker.Tests.Deciding;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Cases;

/// <summary>What stands on record in the same words is not taken twice, and a time is answered as it was understood.</summary>
[CancelAfter(120_000)]
internal sealed class When_an_act_is_repeated
{
    private const string Said = "\"from\":\"Hal Example\",\"fromRole\":\"head teacher\",\"text\":\"It is not enough.\"";

    [TestCase("disagreement", 2)]
    [TestCase("complaint", 1)]
    public async Task The_same_challenge_is_refused_until_it_is_settled(string kind, int number)
    {
        await using var bench = await DecisionBench.SetUpAsync();
        await bench.DecideAsync();
        var path = $"cases/{bench.Enquiry}/{kind}";
        await bench.PostedAsync(path, $"{{{DecisionBench.Manager},{Said}}}");
        if (number == 2)
        {
            await bench.PostedAsync(path, $"{{{DecisionBench.Manager},{Said.Replace("It is", "This is")}}}");
        }

        var refused = await bench.RefusedAsync(path, $"{{{DecisionBench.Manager},{Said}}}");
        var clocks = (
            await bench.Hub.ReadAsync(async view =>
                await CaseClocks.OfCaseAsync(view, (await bench.RowAsync()).ContactReference)
            )
        ).Count(clock =>
            clock.EndedAt is null && clock.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)
        );
        await bench.PostedAsync(
            $"{path}-answer",
            $"{{{DecisionBench.Manager},\"number\":1,\"end\":\"settled\",\"outcome\":\"They were told why.\"}}"
        );
        await bench.PostedAsync(path, $"{{{DecisionBench.Manager},{Said}}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                refused,
                Has.One.Items.And.All.StartsWith("text: stands on record with exactly this already, as number 1")
            );
            Assert.That(clocks, Is.EqualTo(number));
        }
    }

    [Test]
    public async Task A_discussion_in_the_minute_of_receipt_is_taken_and_a_call_says_the_time_it_understood()
    {
        await using var web = await WebBench.SetUpAsync("police");
        var contact = await web.SubmitAsync(
            WebContact.Json().Replace("09:55:00Z", "09:55:43Z", StringComparison.Ordinal)
        );

        using var held = await web.PostAsync(
            $"/api/strategy/{contact}/record",
            """{"by":"A. Manager","role":"manager","heldAt":"2026-11-17T09:55:00Z","lead":"L. Lead","leadRole":"Team Manager","attended":[],"decisions":["Section 47."]}"""
        );
        using var called = await web.PostAsync(
            $"/api/strategy/{contact}/call",
            """{"by":"A. Manager","role":"manager","startsAt":"2026-11-17T12:00:00+01:00","reason":"Another."}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await held.Content.ReadAsStringAsync(),
                Does.Not.Contain("is before the hub was told of the child")
            );
            Assert.That(
                await called.Content.ReadAsStringAsync(),
                Does.Contain("\"startsAt\":\"2026-11-17T11:00:00").Or.Contain("\"startsAt\": \"2026-11-17T11:00:00")
            );
        }
    }
}
