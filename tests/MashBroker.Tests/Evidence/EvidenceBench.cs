using System.Security.Cryptography.X509Certificates;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Decisions;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Returns;
using MashBroker.Sealing;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;

namespace MashBroker.Tests.Evidence;

/// <summary>An enquiry of which the police answered in time, health late and education not at all, and its evidence.</summary>
internal sealed class EvidenceBench : IAsyncDisposable
{
    private EvidenceBench(WebBench web) => Web = web;

    public WebBench Web { get; }

    public EnquiryReference Enquiry { get; private set; } = null!;

    public byte[] WithContent { get; private set; } = [];

    public byte[] WithoutContent { get; private set; } = [];

    public X509Certificate2 Root { get; private set; } = null!;

    public string RootFile => Path.Combine(Web.Hub.KeysOf(Party.HubName), "root.crt");

    public static async Task<EvidenceBench> SetUpAsync()
    {
        var bench = new EvidenceBench(await WebBench.SetUpAsync("police", "health", "education"));
        await bench.RunAsync();
        return bench;
    }

    public async Task<byte[]> ExportAsync(bool content) =>
        await Web.Http.GetByteArrayAsync($"/api/enquiries/{Enquiry}/evidence?content={(content ? "true" : "false")}");

    public EvidenceReport Check(byte[] evidence) => EvidenceCheck.Run(evidence, Root);

    public async ValueTask DisposeAsync()
    {
        Root.Dispose();
        await Web.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var hub = Web.Hub;
        Root = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(RootFile));
        AgencyByHand[] agencies =
        [
            await hub.AgencyAsync("police"),
            await hub.AgencyAsync("health"),
            await hub.AgencyAsync("education"),
        ];
        Enquiry = await hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        // Another enquiry's acts stand between this one's.
        await hub.EnquireAsync(SomeFamily.Contact, Rating.Green);
        foreach (var agency in agencies)
        {
            await agency.ReceiptAsync(RequestOf(await agency.ExpectAsync(LetterType.Request, 2)));
        }

        var (police, health) = (agencies[0], agencies[1]);
        var toPolice = RequestOf(await police.ExpectAsync(LetterType.Request));
        var toHealth = RequestOf(await health.ExpectAsync(LetterType.Request));
        await police.SendAsync(toPolice, Known());
        await police.ExpectAsync(LetterType.ReturnReceipt);
        await PostAsync(
            "decision",
            $$"""{"by":"A. Manager","role":"Team manager","outcome":"early-help","reason":"{{SomeFamily.Canary}}","considered":"Yes.","overseenBy":"Cara Sample"}"""
        );
        hub.Clock.Set(toHealth.Letter.Head.DueAt!.Value.AddMilliseconds(1));
        await health.SendAsync(toHealth, Known());
        await health.ExpectAsync(LetterType.ReturnReceipt);
        await agencies[2].ExpectAsync(LetterType.Chaser);
        await hub.UntilAsync(
            "both returns",
            async () => (await hub.ReadAsync(view => ReturnStore.OfEnquiryAsync(view, Enquiry))).Count == 2
        );
        await hub.UntilAsync(
            "the addendum",
            async () => (await hub.ReadAsync(view => AddendumStore.OfEnquiryAsync(view, Enquiry))).Count == 1
        );
        await PostAsync(
            "addenda/1/judgement",
            $$"""{"by":"A. Manager","role":"Team manager","effect":"would-not-have-changed","reason":"{{SomeFamily.Canary}}","toldTo":"P. Orrell"}"""
        );
        WithContent = await ExportAsync(content: true);
        WithoutContent = await ExportAsync(content: false);
    }

    private async Task PostAsync(string what, string json)
    {
        using var answer = await Web.PostAsync($"/api/enquiries/{Enquiry}/{what}", json);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    private Came RequestOf(IEnumerable<Came> came) => came.First(each => each.Letter.Head.Enquiry == Enquiry);

    private static Return Known() => SomeReturn.Of(SomeReturn.NothingKnown("S1"), SomeReturn.NothingKnown("S2"));
}
