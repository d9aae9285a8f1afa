using System.Collections.Concurrent;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using MashBroker.Sealing;

namespace MashBroker.Testing.Hub;

/// <summary>An agency played by a test: opens what comes with its own keys and answers when the test says so.</summary>
public sealed class AgencyByHand : ISealedConsumer, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly HashSet<LetterType> Everything = [.. Enum.GetValues<LetterType>()];

    private readonly HubBench _bench;
    private readonly MashBus? _own;
    private readonly PartyKeys _keys;
    private readonly Opener _opener;
    private readonly List<IAsyncDisposable> _lanes = [];
    private readonly ConcurrentQueue<Came> _came = new();
    private volatile TaskCompletionSource _arrived = New();

    /// <param name="own">Its own connection, disposed with it; otherwise it shares the hub's, in memory.</param>
    public AgencyByHand(HubBench bench, string agency, MashBus? own = null)
    {
        (_bench, Agency, _own) = (bench, agency, own);
        var folder = bench.KeysOf(agency);
        _keys = PartyKeys.Load(folder);
        var register = TrustRegister.Load(folder);
        _opener = new Opener(_keys, register, bench.Clock);
        Sealer = new Sealer(_keys, register, bench.Clock);
    }

    public string Agency { get; }

    public Sealer Sealer { get; }

    public IReadOnlyCollection<Came> All => _came;

    public async Task ListenAsync()
    {
        foreach (var rating in new[] { Rating.Red, Rating.Amber, Rating.Green })
        {
            var lane = Lane.ToAgency(_bench.Profile.Code, Agency, rating);
            _lanes.Add(await Bus.ConsumeAsync(lane, this, CancellationToken.None));
        }
    }

    /// <summary>Waits for so many letters of a type; gives all that came.</summary>
    public async Task<IReadOnlyList<Came>> ExpectAsync(LetterType type, int count = 1)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var arrived = _arrived.Task;
            Came[] came = [.. _came.Where(each => each.Letter.Head.Type == type)];
            if (came.Length >= count)
            {
                return came;
            }

            await arrived.WaitAsync(patience.Token);
        }
    }

    public Task ConsumeAsync(SealedDelivery delivery, CancellationToken cancellation)
    {
        var opening = _opener.Open(delivery.Body, Everything);
        if (opening.Letter is null)
        {
            throw new InvalidOperationException($"The hub sent what {Agency} cannot open: {opening.Fault}.");
        }

        _came.Enqueue(new Came(opening.Letter, opening.Digest!, delivery.Body.ToArray()));
        Interlocked.Exchange(ref _arrived, New()).TrySetResult();
        return Task.CompletedTask;
    }

    public Task ReceiptAsync(Came request) =>
        SendAsync(Answering(request, new Receipt { ReceivedAt = _bench.Clock.GetUtcNow() }));

    public Letter Answering(Came request, LetterBody body) =>
        new(
            LetterHeads.New(
                body,
                Sealer.Profile,
                _bench.Profile.Code,
                Agency,
                Party.HubName,
                request.Letter.Head.Rating,
                request.Letter.Head.Purpose,
                _bench.Clock.GetUtcNow(),
                _bench.Clock.GetUtcNow().AddDays(60)
            ) with
            {
                Enquiry = request.Letter.Head.Enquiry,
                Request = request.Letter.Head.Request,
                InReplyTo = new InReplyTo(request.Letter.Head.Id, request.Digest),
            },
            body
        );

    public Task<byte[]> SendAsync(Came request, Return body) => SendAsync(Answering(request, body));

    /// <returns>The bytes sent.</returns>
    public async Task<byte[]> SendAsync(Letter letter)
    {
        var bytes = Sealer.Seal(letter).Bytes;
        await SendAsync(bytes, letter.Head.Rating);
        return bytes;
    }

    public Task SendAsync(ReadOnlyMemory<byte> bytes, Rating rating) =>
        Bus.SendAsync(
            Lane.Returns(_bench.Profile.Code, rating, Agency),
            bytes,
            MessageId.New(),
            CancellationToken.None
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
        {
            await lane.DisposeAsync();
        }

        if (_own is not null)
        {
            await _own.DisposeAsync();
        }

        _keys.Dispose();
    }

    private MashBus Bus => _own ?? _bench.Bus;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A letter of the hub as it came.</summary>
public sealed record Came(Letter Letter, string Digest, byte[] Bytes);
