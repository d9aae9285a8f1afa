using System.Text;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Strategy;
using MashBroker.Testing.Families;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Strategy;

/// <summary>The sample hub, where Police, Health and Education have to attend, and an enquiry about harm that calls for a discussion.</summary>
internal sealed class StrategyBench : IAsyncDisposable
{
    private static readonly Contact Harm = SomeFamily.Contact with
    {
        Concern = SomeFamily.Contact.Concern with { SignificantHarm = true },
    };

    private StrategyBench(TemporaryFolder folder, WebBench web) => (Folder, Web) = (folder, web);

    /// <summary>Its sub-folder <c>pickup</c> takes the messages that go out.</summary>
    public TemporaryFolder Folder { get; }

    public WebBench Web { get; }

    public HubBench Hub => Web.Hub;

    public AgencyByHand Health { get; private set; } = null!;

    public EnquiryReference Enquiry { get; private set; } = null!;

    public static async Task<StrategyBench> SetUpAsync()
    {
        var folder = new TemporaryFolder();
        var web = await WebBench.SetUpAsync(
            options =>
            {
                options.From = "mash@sample.example";
                options.PickupFolder = folder.File("pickup");
                options.Places = ["Room 2"];
                options.Invitees = new() { ["police"] = "desk@police.example", ["health"] = "desk@health.example" };
                options.Invitees["probation"] = "desk@probation.example";
            },
            "police",
            "health"
        );
        return new StrategyBench(folder, web)
        {
            Health = await web.Hub.AgencyAsync("health"),
            Enquiry = await web.Hub.EnquireAsync(Harm, Rating.Red),
        };
    }

    public Task<HttpResponseMessage> SendAsync(string verb, string json) =>
        Web.PostAsync($"/api/strategy/{Enquiry}/{verb}", json);

    public async Task<T> PostAsync<T>(string verb, string json)
    {
        using var answer = await SendAsync(verb, json);
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.That(answer.IsSuccessStatusCode, Is.True, Encoding.UTF8.GetString(body));
        return JsonSerializer.Deserialize<T>(body, MashJson.Options)!;
    }

    public Task<string> ViewAsync() => Web.Http.GetStringAsync(new Uri($"/api/strategy/{Enquiry}", UriKind.Relative));

    public Task<string> CalendarAsync() =>
        Web.Http.GetStringAsync(new Uri($"/api/strategy/{Enquiry}/invitation.ics", UriKind.Relative));

    public async Task<IReadOnlyList<StrategyRow>> RowsAsync() =>
        await Hub.ReadAsync(async view => await StrategyStore.OfCaseAsync(view, await ContactAsync(view)));

    public async Task<IReadOnlyList<CaseClock>> ClocksAsync() =>
        [
            .. (await Hub.ReadAsync(async view => await CaseClocks.OfCaseAsync(view, await ContactAsync(view)))).Where(
                clock => clock.Kind is CaseClockKind.StrategyDiscussion
            ),
        ];

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        Folder.Dispose();
    }

    private async Task<string> ContactAsync(LedgerSession view) =>
        (await EnquiryStore.FindAsync(view, Enquiry))!.ContactReference;
}
