using System.Net;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Deciding;

/// <summary>An enquiry that police and health were asked about, and somebody who decides on it over the API.</summary>
internal sealed class DecisionBench : IAsyncDisposable
{
    /// <summary>Who oversees Early Help: at the sample hub every decision on it names somebody.</summary>
    public const string Overseen = ",\"overseenBy\":\"Cara Sample\"";

    public const string EarlyHelp = "early-help";

    public const string Manager = "\"by\":\"A. Manager\",\"role\":\"Team manager\"";

    private DecisionBench(WebBench web) => Web = web;

    public WebBench Web { get; }

    public HubBench Hub => Web.Hub;

    public EnquiryReference Enquiry { get; private set; } = null!;

    public AgencyByHand Police { get; private set; } = null!;

    public AgencyByHand Health { get; private set; } = null!;

    public Came ToPolice { get; private set; } = null!;

    public Came ToHealth { get; private set; } = null!;

    /// <param name="rules">Changes those of the sample hub.</param>
    public static async Task<DecisionBench> SetUpAsync(
        Contact? contact = null,
        Func<HubProfile, HubProfile>? rules = null
    )
    {
        var bench = new DecisionBench(
            await WebBench.SetUpAsync(
                (rules ?? (same => same))(HubProfiles.Load(HubProfiles.Sample)),
                ["police", "health"]
            )
        );
        bench.Police = await bench.Hub.AgencyAsync("police");
        bench.Health = await bench.Hub.AgencyAsync("health");
        bench.Enquiry = await bench.Hub.EnquireAsync(contact ?? SomeFamily.Contact, Rating.Amber);
        bench.ToPolice = (await bench.Police.ExpectAsync(LetterType.Request))[0];
        bench.ToHealth = (await bench.Health.ExpectAsync(LetterType.Request))[0];
        return bench;
    }

    public Task PoliceAnswerAsync() => AnswerAsync(Police, ToPolice, Known);

    public Task HealthAnswerAsync() => AnswerAsync(Health, ToHealth, Known);

    /// <summary>Decides, whatever is missing, and takes the answer as it comes.</summary>
    public Task<HttpResponseMessage> PostDecisionAsync(string more = "", string outcome = EarlyHelp) =>
        PostAsync(
            $"enquiries/{Enquiry}/decision",
            $$"""{{{Manager}},"outcome":"{{outcome}}","reason":"{{SomeFamily.Canary}} needs support.","considered":"It cannot wait."{{(outcome == EarlyHelp ? Overseen : "")}}{{more}}}"""
        );

    public async Task<JsonElement> DecideAsync(string more = "", string outcome = EarlyHelp)
    {
        using var answer = await PostDecisionAsync(more, outcome);
        return await AcceptedAsync(answer);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string json) => Web.PostAsync($"/api/{path}", json);

    public async Task<JsonElement> PostedAsync(string path, string json)
    {
        using var answer = await PostAsync(path, json);
        return await AcceptedAsync(answer);
    }

    /// <summary>The faults of an answer that must not be an acceptance, as "field: fault remedy".</summary>
    public async Task<string[]> RefusedAsync(
        string path,
        string json,
        HttpStatusCode status = HttpStatusCode.BadRequest
    )
    {
        using var answer = await PostAsync(path, json);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), text);
        return
        [
            .. (await WebBench.ReadAsync(answer))
                .GetProperty("all")
                .EnumerateArray()
                .Select(fault =>
                    $"{fault.GetProperty("path")}: {fault.GetProperty("fault")} {fault.GetProperty("remedy")}"
                ),
        ];
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Web.Http.GetAsync(new Uri($"/api/{path}", UriKind.Relative));
        return await AcceptedAsync(answer);
    }

    public Task<JsonElement> ShowAsync() => GetAsync($"enquiries/{Enquiry}/decision");

    public async Task<EnquiryRow> RowAsync() => (await Hub.ReadAsync(view => EnquiryStore.FindAsync(view, Enquiry)))!;

    public async Task<PackRow> PackAsync(int version) =>
        (await Hub.ReadAsync(view => PackStore.FindAsync(view, Enquiry, version)))!;

    /// <summary>The path of the case, for statements of one kind.</summary>
    public string Case(string kind) => $"cases/{Enquiry}/{kind}";

    public async Task<IReadOnlyList<CaseClock>> ClocksAsync()
    {
        var contact = (await RowAsync()).ContactReference;
        return await Hub.ReadAsync(view => CaseClocks.OfCaseAsync(view, contact));
    }

    public Task UntilAddendumAsync(int number) =>
        Hub.UntilAsync(
            $"addendum {number}",
            async () => (await Hub.ReadAsync(view => AddendumStore.OfEnquiryAsync(view, Enquiry))).Count >= number
        );

    public ValueTask DisposeAsync() => Web.DisposeAsync();

    private static Return Known => SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"));

    private static async Task AnswerAsync(AgencyByHand agency, Came request, Return body)
    {
        await agency.SendAsync(request, body);
        await agency.ExpectAsync(LetterType.ReturnReceipt);
    }

    private static async Task<JsonElement> AcceptedAsync(HttpResponseMessage answer)
    {
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
        return await WebBench.ReadAsync(answer);
    }
}
