using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Ledger.Figures;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Deciding;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>A contact says what stands: of its enquiry as it is now, or of the one that it was joined to.</summary>
[NonParallelizable]
[CancelAfter(120_000)]
internal sealed class When_it_is_asked_what_became_of_a_contact
{
    private const string Somebody = "\"by\":\"Ann Example\",\"role\":\"manager\"";

    [Test]
    public async Task It_says_that_its_enquiry_was_rated_anew_withdrawn_and_decided()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        var contact = (await bench.RowAsync()).ContactReference;
        var published = await ToldAsync(bench.Web, contact);

        await bench.PostedAsync(
            $"enquiries/{bench.Enquiry}/rerate",
            $$"""{{{Somebody}},"rating":"red","reason":"It is worse."}"""
        );
        var rated = await ToldAsync(bench.Web, contact);
        await bench.PostedAsync(
            $"enquiries/{bench.Enquiry}/withdraw",
            $$"""{{{Somebody}},"reason":"Another family."}"""
        );
        var withdrawn = await ToldAsync(bench.Web, contact);
        await bench.DecideAsync();
        var decided = await ToldAsync(bench.Web, contact);

        using var answer = await bench.Web.Http.GetAsync(new Uri($"/api/contacts/{contact}", UriKind.Relative));
        var standing = (await WebBench.ReadAsync(answer)).GetProperty("standing");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(published, Does.Contain(": published").And.Contain("decision due"));
            Assert.That(
                rated,
                Does.Contain("rated Amber").And.Contain("rated anew: Red now").And.Contain("first Amber")
            );
            Assert.That(withdrawn, Does.Contain("withdrawn Tue 17 Nov 10:00, not decided"));
            Assert.That(
                decided,
                Does.Contain("decided: Referral to Early Help, Tue 17 Nov 10:00")
                    .Or.Contain("decided: ")
                    .And.Contain("decision was due")
            );
            Assert.That(decided, Does.Not.Contain("not decided").And.Not.Contain("decision due"));
            Assert.That(standing.GetProperty("outcome").GetString(), Is.EqualTo("early-help"));
            Assert.That(
                standing.GetProperty("decidedAt").GetDateTimeOffset(),
                Is.EqualTo((await bench.RowAsync()).DecidedAt)
            );
        }
    }

    [Test]
    public async Task A_joined_one_names_the_enquiry_and_is_counted_apart()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        var json = await bench.Web.Http.GetStringAsync(
            new Uri($"/api/contacts/{(await bench.RowAsync()).ContactReference}", UriKind.Relative)
        );
        var again = JsonDocument.Parse(json).RootElement.GetProperty("contact").GetRawText();
        var contact = await bench.Web.SubmitAsync(again);
        await bench.PostedAsync(
            $"contacts/{contact}/join/{bench.Enquiry}",
            $$"""{{{Somebody}},"reason":"The same family.","samePerson":["S2"]}"""
        );

        var told = await ToldAsync(bench.Web, contact);
        var table = await bench.Hub.ReadAsync(view =>
            ReferralFigures.ReadAsync(
                view,
                FigureMonths.Between(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1), bench.Hub.Profile.Zone),
                bench.Hub.Profile
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told, Does.Contain($"joined to {bench.Enquiry}"));
            Assert.That(told, Does.Not.Contain("decided, no enquiry").And.Not.Contain("no outcome was recorded"));
            Assert.That(
                Counts(table, "joined"),
                Has.Some.EqualTo(FigureCell.Small).Or.Some.EqualTo(FigureCell.Withheld),
                "one, which is shown as fewer than five"
            );
            Assert.That(Counts(table, "noEnquiry"), Has.All.EqualTo(FigureCell.Of(0)));
            Assert.That(Counts(table, "noEnquiryUnstated"), Has.All.EqualTo(FigureCell.Of(0)));
        }
    }

    private static IEnumerable<FigureCell> Counts(FigureTable table, string column)
    {
        var at = table.Columns.ToList().IndexOf(column);
        return table.Rows.Select(row => row[at]);
    }

    private static async Task<string> ToldAsync(WebBench web, string contact)
    {
        using var console = new CapturedConsole();
        var at = $"{web.Http.BaseAddress}";
        await MashCommand.RunAsync(["contact", "show", contact, "--at", at]);
        await MashCommand.RunAsync(["contact", "list", "--at", at]);
        return $"{console.Out}{console.Error}";
    }
}
