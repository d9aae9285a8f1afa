using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using MashBroker.Sealing;
using NUnit.Framework;

namespace MashBroker.Testing.Adapters;

/// <summary>The hub as an adapter sees it: seals letters to the agency and opens what comes back.</summary>
public sealed class HubStandIn : ISealedConsumer, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly HashSet<LetterType> Taken =
    [
        LetterType.Receipt,
        LetterType.Return,
        LetterType.Heartbeat,
        LetterType.PurgeCertificate,
    ];

    private readonly MashBus _bus;
    private readonly TimeProvider _clock;
    private readonly string _agency;
    private readonly PartyKeys _keys;
    private readonly Opener _opener;
    private readonly Lock _lock = new();
    private readonly List<Arrival> _arrived = [];
    private readonly List<IAsyncDisposable> _lanes = [];
    private TaskCompletionSource _news = New();

    private HubStandIn(MashBus bus, TimeProvider clock, string agency, string keyFolder)
    {
        (_bus, _clock, _agency) = (bus, clock, agency);
        _keys = PartyKeys.Load(keyFolder);
        var register = TrustRegister.Load(keyFolder);
        _opener = new Opener(_keys, register, clock);
        Sealer = new Sealer(_keys, register, clock);
    }

    public const string Hub = "sefton";

    public Sealer Sealer { get; }

    public static async Task<HubStandIn> StartAsync(MashBus bus, TimeProvider clock, string agency, string keyFolder)
    {
        var hub = new HubStandIn(bus, clock, agency, keyFolder);
        foreach (var rating in new[] { Rating.Red, Rating.Amber, Rating.Green })
        {
            hub._lanes.Add(await bus.ConsumeAsync(Lane.Returns(Hub, rating), hub, CancellationToken.None));
        }

        return hub;
    }

    public Letter Letter(
        LetterBody body,
        MessageId? request = null,
        Rating rating = Rating.Green,
        EnquiryReference? enquiry = null,
        InReplyTo? inReplyTo = null
    )
    {
        var now = _clock.GetUtcNow();
        var dueAt = body is Request asked ? asked.ReturnDueAt : (DateTimeOffset?)null;
        var head = LetterHeads.New(
            body,
            Sealer.Profile,
            Hub,
            Party.HubName,
            _agency,
            rating,
            "safeguarding-enquiry",
            now,
            now.AddDays(60)
        );
        return new Letter(
            head with
            {
                Enquiry = enquiry ?? EnquiryReference.For(Hub, 2026, 123),
                Request = request ?? MessageId.New(),
                DueAt = dueAt,
                InReplyTo = inReplyTo,
            },
            body
        );
    }

    /// <summary>Seals a letter and sends it down the lane of its rating.</summary>
    public async Task<SealedLetter> SendAsync(Letter letter)
    {
        var sealedLetter = Sealer.Seal(letter);
        await SendAsync(letter.Head.Id, letter.Head.Rating, sealedLetter.Bytes);
        return sealedLetter;
    }

    public Task SendAsync(MessageId id, Rating rating, byte[] bytes) =>
        _bus.SendAsync(Lane.ToAgency(Hub, _agency, rating), bytes, id, CancellationToken.None);

    public Task ConsumeAsync(SealedDelivery delivery, CancellationToken cancellation)
    {
        var opening = _opener.Open(delivery.Body, Taken);
        var arrival = new Arrival(
            opening.Letter
                ?? throw new InvalidOperationException($"The hub refuses it: {opening.Fault} {opening.Detail}"),
            opening.Digest!,
            delivery.Body.ToArray(),
            delivery.Lane
        );
        lock (_lock)
        {
            _arrived.Add(arrival);
            _news.TrySetResult();
            _news = New();
        }

        return Task.CompletedTask;
    }

    public IReadOnlyList<Arrival> Arrived
    {
        get
        {
            lock (_lock)
            {
                return [.. _arrived];
            }
        }
    }

    /// <summary>Waits until as many letters of this kind are in, in the order they came.</summary>
    public async Task<IReadOnlyList<Arrival>> ExpectAsync<TBody>(int count = 1, MessageId? request = null)
        where TBody : LetterBody
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task news;
            List<Arrival> fitting;
            lock (_lock)
            {
                news = _news.Task;
                fitting =
                [
                    .. _arrived.Where(one =>
                        one.Letter.Body is TBody && (request is null || one.Letter.Head.Request == request)
                    ),
                ];
            }

            if (fitting.Count >= count)
            {
                return fitting;
            }

            try
            {
                await news.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{fitting.Count} of {count} letters {typeof(TBody).Name} came within {Patience}.");
            }
        }
    }

    public async Task<Return> ReturnToAsync(MessageId request) =>
        (Return)(await ExpectAsync<Return>(1, request))[0].Letter.Body;

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
        {
            await lane.DisposeAsync();
        }

        _keys.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A letter that reached the hub, with the bytes it came as.</summary>
public sealed record Arrival(Letter Letter, string Digest, byte[] Bytes, Lane Lane);
