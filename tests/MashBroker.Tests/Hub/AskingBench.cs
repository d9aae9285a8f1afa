using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Ledger.Quarantine;
using MashBroker.Ledger.Returns;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;

namespace MashBroker.Tests.Hub;

/// <summary>A hub that asks police and health, both played by hand, and what it then has on record.</summary>
internal sealed class AskingBench : IAsyncDisposable
{
    private AskingBench(HubBench hub, AgencyByHand police, AgencyByHand health) =>
        (Hub, Police, Health) = (hub, police, health);

    public static AgencyRecord Incident => SomeReturn.Record("DI-1", new DateOnly(2026, 10, 4));

    public HubBench Hub { get; }

    public AgencyByHand Police { get; }

    public AgencyByHand Health { get; }

    public static async Task<AskingBench> SetUpAsync()
    {
        var hub = await HubBench.SetUpAsync("police", "health");
        return new AskingBench(hub, await hub.AgencyAsync("police"), await hub.AgencyAsync("health"));
    }

    public Task<EnquiryReference> PublishAsync() => Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);

    public Task<IReadOnlyList<RequestRow>> RequestsAsync(EnquiryReference enquiry) =>
        Hub.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry));

    public Task<IReadOnlyList<ReturnRow>> ReturnsAsync(EnquiryReference enquiry) =>
        Hub.ReadAsync(view => ReturnStore.OfEnquiryAsync(view, enquiry));

    public Task<IReadOnlyList<RefusedMessage>> RefusedAsync() =>
        Hub.ReadAsync(view => QuarantineStore.LatestAsync(view, 100));

    public Task UntilRequestAsync(EnquiryReference enquiry, string agency, Func<RequestRow, bool> holds) =>
        Hub.UntilAsync(
            $"request to {agency}",
            async () => holds((await RequestsAsync(enquiry)).Single(request => request.Agency == agency))
        );

    public async Task<PackRow> PackRowAsync(EnquiryReference enquiry, int version)
    {
        await Hub.UntilAsync(
            $"pack version {version}",
            async () => await Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry, version)) is not null
        );
        return (await Hub.ReadAsync(view => PackStore.FindAsync(view, enquiry, version)))!;
    }

    public async Task<Pack> PackAsync(EnquiryReference enquiry, int version) =>
        JsonSerializer.Deserialize<Pack>((await PackRowAsync(enquiry, version)).Json, MashJson.Options)!;

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
