using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Deciding;
using MashBroker.Web.Board;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>The board and the enquiry say that an agency was asked again, how that came, and when.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_an_agency_is_asked_again
{
    private const string Brother =
        """{"role":"sibling","names":[{"given":"Ivo","family":"Sample"}],"dateOfBirth":"2019-05-03"}""";

    private static readonly HubTime London = new("Europe/London");
    private static readonly DateTimeOffset Asked = new(2026, 11, 17, 11, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Of_one_that_had_answered_it_is_said_with_the_time()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        await bench.PoliceAnswerAsync();
        await bench.Hub.UntilAsync(
            "answered",
            async () => (await StandingAsync(bench)).Standing is Standing.NothingKnown
        );
        var before = await StandingAsync(bench);
        bench.Hub.Clock.Advance(TimeSpan.FromHours(1));
        await bench.PostedAsync(
            $"enquiries/{bench.Enquiry}/facts",
            $$"""{{{DecisionBench.Manager}},"agency":"police","reason":"There is a brother.","people":[{{Brother}}]}"""
        );

        var after = await StandingAsync(bench);
        using var console = new CapturedConsole();
        await MashCommand.RunAsync([
            "enquiry",
            "show",
            $"{bench.Enquiry}",
            "--at",
            bench.Web.Http.BaseAddress!.ToString(),
        ]);
        var page = await bench.Web.Http.GetStringAsync(new Uri("/", UriKind.Relative));

        const string Words = "Asked again Tue 17 Nov 2026, 11:00, after it had answered";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.AskedAgain, Is.Null);
            Assert.That(after.AskedAgain, Is.EqualTo(Words));
            Assert.That(after.AskedAgainAt, Is.EqualTo(Asked));
            Assert.That(page, Does.Contain(Words));
            Assert.That(console.Out.ToString(), Does.Contain("Asked again Tue 17 Nov 2026, 11:00"));
        }
    }

    [Test]
    public async Task Of_one_whose_request_was_withdrawn_and_of_one_asked_later_it_is_said_in_other_words()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        bench.Hub.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var (verb, reason) in new[] { ("withdraw", "By mistake."), ("ask", "They are needed.") })
        {
            await bench.PostedAsync(
                $"enquiries/{bench.Enquiry}/{verb}",
                $$"""{{{DecisionBench.Manager}},"agency":"police","reason":"{{reason}}"}"""
            );
        }

        Assert.That(
            (await StandingAsync(bench)).AskedAgain,
            Is.EqualTo("Asked again Tue 17 Nov 2026, 11:00, after its request had been withdrawn")
        );
        Assert.That((await StandingAsync(bench, "health")).AskedAgain, Is.Null);
    }

    [TestCase(RequestState.Queued, "Asked later: Tue 17 Nov 2026, 11:00")]
    [TestCase(RequestState.NotAsked, null)]
    public void Of_one_that_was_not_asked_at_first(RequestState state, string? words) =>
        Assert.That(
            Standings.AskedAgain(
                new RequestRow
                {
                    Id = MessageId.New(),
                    EnquiryReference = EnquiryReference.Parse("SAMPLE-2026-000001"),
                    Agency = "police",
                    AgencyName = "Police",
                    State = state,
                    DueAt = Asked,
                    AskedAt = Asked,
                },
                London
            ),
            Is.EqualTo(words)
        );

    private static async Task<BoardRequest> StandingAsync(DecisionBench bench, string agency = "police")
    {
        var shown = await bench.GetAsync($"enquiries/{bench.Enquiry}");
        var view = shown.Deserialize<MashBroker.Web.Enquiries.EnquiryView>(MashBroker.Contracts.Json.MashJson.Options)!;
        return view.Board.Agencies.Single(each => each.Agency == agency);
    }
}
