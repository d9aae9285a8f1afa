using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Life;
using MashBroker.Ledger.Packs;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;

namespace MashBroker.Tests.Life;

/// <summary>A hub whose police are played by hand, and an enquiry that is changed after it was published.</summary>
internal sealed class ChangeBench : IAsyncDisposable
{
    private ChangeBench(HubBench hub, AgencyByHand police) => (Hub, Police) = (hub, police);

    public HubBench Hub { get; }

    public AgencyByHand Police { get; }

    public static async Task<ChangeBench> SetUpAsync()
    {
        var hub = await HubBench.SetUpAsync("police", "health");
        return new ChangeBench(hub, await hub.AgencyAsync("police"));
    }

    public static NewFacts Uncle { get; } = SomeChange.Told(SomeChange.Adult("Corin", "1980-04-02"));

    public static Return Nothing(params string[] subjects) =>
        SomeReturn.Of([.. subjects.Select(SomeReturn.NothingKnown)]);

    public async Task<EnquiryChange> ChangeAsync(Func<LedgerTransaction, Task<EnquiryChange?>> write) =>
        (await Hub.Ledger.WriteAsync(write, CancellationToken.None))!;

    public async Task<IReadOnlyList<LetterType>> DueAsync(string agency) =>
        [
            .. (
                await Hub.ReadAsync(view =>
                    MashBroker.Ledger.Outbox.OutboxStore.DueAsync(view, Hub.Clock.GetUtcNow(), 1_000)
                )
            )
                .Where(row => row.Agency == agency)
                .Select(row => row.Type),
        ];

    public async Task<RequestRow> RequestAsync(EnquiryReference enquiry, string agency) =>
        (await Hub.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry))).Single(each =>
            each.Agency == agency
        );

    public Task UntilRequestAsync(EnquiryReference enquiry, string agency, Func<RequestRow, bool> so) =>
        Hub.UntilAsync(agency, async () => so(await RequestAsync(enquiry, agency)));

    public Task UntilAsync(EnquiryReference enquiry, Func<EnquiryRow, bool> so) =>
        Hub.UntilAsync(
            "the enquiry",
            async () => so((await Hub.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)))!)
        );

    public async Task<Pack> PackAsync(EnquiryReference enquiry, int atLeast)
    {
        await UntilAsync(enquiry, row => row.PackVersion >= atLeast);
        var row = (await Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry)))!;
        return JsonSerializer.Deserialize<Pack>(row.Json, MashJson.Options)!;
    }

    public async Task<Pack> PackUntilAsync(EnquiryReference enquiry, Func<Pack, bool> so)
    {
        Pack? pack = null;
        await Hub.UntilAsync(
            "the pack",
            async () =>
                await Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry)) is { } row
                && so(pack = JsonSerializer.Deserialize<Pack>(row.Json, MashJson.Options)!)
        );
        return pack!;
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
