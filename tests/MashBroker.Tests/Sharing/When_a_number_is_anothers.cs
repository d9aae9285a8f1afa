using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Cli;
using MashBroker.Ledger.Figures;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Contacts;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Sharing;

/// <summary>A valid NHS number that two children share: it was mistyped, unless a name or the date of birth agrees.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_number_is_anothers
{
    private const string Number = "9990000018";
    private const string Rating = """{"by":"Ann Example","role":"manager","rating":"red","reason":"Serious."}""";

    [TestCase("Ivo", "Marsh", "2019-05-03", false, TestName = "Not_where_neither_a_name_nor_the_birth_agrees")]
    [TestCase("Ivo", "Marsh", null, false, TestName = "Not_where_no_name_agrees_and_no_birth_is_known")]
    [TestCase("Ivo", "Marsh", "2016-02-29", true, TestName = "By_the_date_of_birth")]
    [TestCase("Wendelmar", "Marsh", "2019-05-03", true, TestName = "By_the_given_name")]
    [TestCase("Ivo", "Quillmarsh", "2019-05-03", true, TestName = "By_the_family_name")]
    public async Task The_same_child(string given, string family, string? born, bool same)
    {
        await using var web = await WebBench.SetUpAsync("police");
        var first = await web.SubmitAsync(Contact("Wendelmar", "Quillmarsh", "2016-02-29", "2026-11-10T09:55:00Z"));
        await PublishAsync(web, first);
        var second = await SubmitAsync(web, Contact(given, family, born));
        var reference = second.GetProperty("reference").GetString()!;
        using var plan = await web.Http.GetAsync($"/api/contacts/{reference}/plan");
        using var rated = await web.PostAsync($"/api/contacts/{reference}/rating", Rating);

        var open = second.GetProperty("household")[0];
        var told = await rated.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(open.GetProperty("possibly").GetBoolean(), Is.Not.EqualTo(same));
            Assert.That(second.GetProperty("earlier")[0].GetProperty("possibly").GetBoolean(), Is.Not.EqualTo(same));
            Assert.That(await ReReferralsAsync(web), Is.EqualTo(same ? "<5" : "0"));
            Assert.That(rated.StatusCode, Is.EqualTo(same ? HttpStatusCode.Conflict : HttpStatusCode.OK), told);
            Assert.That(told.Contains("this child is open", StringComparison.Ordinal), Is.EqualTo(same));
        }
    }

    [Test]
    public async Task What_is_in_common_besides_counts_as_ever()
    {
        await using var web = await WebBench.SetUpAsync("police");
        const string Home = """[{"lines":["3 Larch Road"],"postcode":"ZX1 4BD"}]""";
        await PublishAsync(web, await web.SubmitAsync(Contact("Wendelmar", "Quillmarsh", "2016-02-29", home: Home)));
        var second = await SubmitAsync(web, Contact("Ivo", "Marsh", "2019-05-03", home: Home));
        var reference = second.GetProperty("reference").GetString();
        using var rated = await web.PostAsync($"/api/contacts/{reference}/rating", Rating);

        Assert.That(second.GetProperty("household")[0].GetProperty("inCommon").GetString(), Is.EqualTo("home"));
        Assert.That(await rated.Content.ReadAsStringAsync(), Does.Contain("an enquiry about this home is open"));
    }

    [Test, NonParallelizable]
    public async Task The_worker_reads_that_the_number_is_anothers()
    {
        await using var web = await WebBench.SetUpAsync("police");
        await PublishAsync(web, await web.SubmitAsync(Contact("Wendelmar", "Quillmarsh", "2016-02-29")));
        using var console = new CapturedConsole();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Contact("Ivo", "Marsh", "2019-05-03"));

        await MashCommand.RunAsync(["contact", "submit", file, "--at", web.Http.BaseAddress!.ToString()]);
        File.Delete(file);

        Assert.That(
            console.Out.ToString(),
            Does.Contain("heard of before: SAMPLE-C-2026-000001, the number of this child is another child's there")
                .And.Contain("note: The number of this child is another child's in the open enquiry SAMPLE-2026-000001")
                .And.Not.Contain("the same child")
                .And.Not.Contain("Join this contact")
        );
    }

    private static async Task PublishAsync(WebBench web, string contact)
    {
        using var rated = await web.PostAsync($"/api/contacts/{contact}/rating", Rating);
        await web.Hub.UntilAsync(
            "published",
            async () => (await web.Hub.ContactAsync(contact)).State is ContactState.Published
        );
    }

    private static async Task<JsonElement> SubmitAsync(WebBench web, string json)
    {
        using var answer = await web.PostAsync("/api/contacts", json);
        return await WebBench.ReadAsync(answer);
    }

    private static async Task<string?> ReReferralsAsync(WebBench web)
    {
        var month = FigureMonths.Between(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1), "Europe/London");
        var table = await web.Hub.ReadAsync(view => ReferralFigures.ReadAsync(view, month, web.Hub.Profile));
        var cell = table
            .Rows.Select(row => table.Columns.Zip(row).ToDictionary(each => each.First, each => each.Second))
            .Single(row => row["referrer"].Text == "professional")["reReferrals"];
        return cell.Text ?? cell.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Contact(
        string given,
        string family,
        string? born,
        string at = "2026-11-17T09:55:00Z",
        string home = "[]"
    )
    {
        var contact = SomeCase.Support("neglect");
        contact["receivedAt"] = at;
        contact["people"] = new JsonArray(
            new JsonObject
            {
                ["role"] = "child",
                ["names"] = new JsonArray(new JsonObject { ["given"] = given, ["family"] = family }),
                ["dateOfBirth"] = born,
                ["identifiers"] = new JsonArray(new JsonObject { ["scheme"] = "nhs-number", ["value"] = Number }),
                ["addresses"] = JsonNode.Parse(home),
            }
        );
        return contact.ToJsonString();
    }
}
