using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Testing.Adapters;

namespace MashBroker.Tests.Adapters;

/// <summary>An adapter over the records of <see cref="Household"/>, and the hub that asks it about them.</summary>
internal sealed class AskedAdapter : IAsyncDisposable
{
    public static readonly string[] PoliceKinds = [RecordKind.PoliceCrime, RecordKind.PoliceDomesticIncident];

    private AskedAdapter(AdapterBench bench) => (Bench, Inbox) = (bench, new StoredInbox(bench));

    public AdapterBench Bench { get; }

    public HubStandIn Hub => Bench.Hub;

    public AdvancingClock Clock => Bench.Clock;

    public StoredInbox Inbox { get; }

    /// <summary>Replace them before the start.</summary>
    public FakeAgencyRecords Records { get; set; } = Household.Records();

    public static async Task<AskedAdapter> OpenAsync() => new(await AdapterBench.OpenAsync());

    public Task StartAsync(Action<AdapterOptions>? options = null) => Bench.StartAsync(Records, options);

    public Letter Request(params Subject[] subjects) => Request(Rating.Green, subjects);

    public Letter Request(Rating rating, params Subject[] subjects) =>
        Hub.Letter(Asking.For(subjects, Clock.GetUtcNow(), PoliceKinds), rating: rating);

    public async Task<Return> AnswerAsync(Letter request)
    {
        await Hub.SendAsync(request);
        return await Hub.ReturnToAsync(request.Head.Request!.Value);
    }

    public Task<SealedLetter> ReceiptAsync(Arrival arrival) =>
        Hub.SendAsync(
            Hub.Letter(
                new ReturnReceipt { ReceivedAt = Clock.GetUtcNow(), Late = false },
                arrival.Letter.Head.Request,
                inReplyTo: new InReplyTo(arrival.Letter.Head.Id, arrival.Digest)
            )
        );

    public int ReturnsTo(Letter request) =>
        Hub.Arrived.Count(one => one.Letter.Body is Return && one.Letter.Head.Request == request.Head.Request);

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
