using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Packs;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;

namespace MashBroker.Tests.Sharing;

/// <summary>A hub whose police are played by hand, what is stated to it about sharing, and the pack that follows.</summary>
internal sealed class SharingBench : IAsyncDisposable
{
    /// <summary>Who states it: the first two fields of every statement.</summary>
    public const string By = "\"by\":\"Ann Example\",\"role\":\"duty social worker\"";

    private SharingBench(WebBench web, AgencyByHand police) => (Web, Police) = (web, police);

    public WebBench Web { get; }

    public AgencyByHand Police { get; }

    public static async Task<SharingBench> SetUpAsync()
    {
        var web = await WebBench.SetUpAsync("police");
        return new SharingBench(web, await web.Hub.AgencyAsync("police"));
    }

    public static (string Kind, string Json)[] Statements =>
        [
            ("parents-informed", $$"""{{{By}},"parents":"not-informed","whyNot":"It would put her at risk."}"""),
            (
                "consent",
                $$"""{{{By}},"agreement":"refused","soughtBy":"duty social worker","soughtFrom":"father","reason":"He said no."}"""
            ),
            (
                "lawful-basis",
                $$"""{{{By}},"basis":"uk-gdpr-6-1-e","condition":"safeguarding","withoutConsent":"c","necessity":"She may be hurt tonight."}"""
            ),
        ];

    public Task<HttpResponseMessage> PostAsync(string reference, string kind, string json) =>
        Web.PostAsync($"/api/cases/{reference}/{kind}", json);

    public Task<HttpResponseMessage> RateAsync(string contact) =>
        Web.PostAsync($"/api/contacts/{contact}/rating", """{"by":"A. Manager","role":"Team manager"}""");

    public Task<string> GetAsync(string path) => Web.Http.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<Pack> AnswerAndReadAsync(Return body)
    {
        var request = (await Police.ExpectAsync(LetterType.Request))[0];
        await Police.SendAsync(request, body);
        return await ReadAsync(request.Letter.Head.Enquiry!);
    }

    public async Task<Pack> ReadAsync(EnquiryReference enquiry, int version = 1)
    {
        await Web.Hub.UntilAsync(
            "pack",
            async () => await Web.Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry, version)) is not null
        );
        return JsonSerializer.Deserialize<Pack>((await PackRowAsync(enquiry)).Json, MashJson.Options)!;
    }

    public async Task<PackRow> PackRowAsync(EnquiryReference enquiry) =>
        (await Web.Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry)))!;

    public ValueTask DisposeAsync() => Web.DisposeAsync();
}
