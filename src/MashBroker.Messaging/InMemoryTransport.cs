using System.Collections.Concurrent;
using MashBroker.Contracts;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace MashBroker.Messaging;

/// <summary>
/// MassTransit's transport in memory. Its endpoints lose what they hold when they stop, so that a lane's endpoint stays as
/// long as the bus, and its messages wait there for a consumer.
/// </summary>
internal sealed partial class InMemoryTransport : Transport
{
    // No broker checks who sends here; all senders are this process.
    private const string SenderHeader = "mash-sender";

    private readonly IBusControl _bus;
    private readonly BrokerOptions _options;
    private readonly FailurePolicy _failures;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, Lazy<Task<WaitingLane>>> _lanes = new();
    private readonly ConcurrentQueue<DeadLetter> _dead = new();
    private readonly CancellationTokenSource _stopped = new();
    private int _disposed;

    public InMemoryTransport(BrokerOptions options, ILoggerFactory logging)
    {
        _options = options;
        _failures = new FailurePolicy(options);
        _logger = logging.CreateLogger<MashBus>();
        LogContext.ConfigureCurrentLogContext(logging);
        _bus = MassTransit.Bus.Factory.CreateUsingInMemory(bus =>
        {
            bus.ClearSerialization();
            bus.AddSerializer(SealedSerializer.Instance);
            bus.AddDeserializer(SealedSerializer.Instance, isDefault: true);
        });
    }

    public IReadOnlyCollection<DeadLetter> DeadLetters => _dead;

    /// <summary>For tests, which look at what passes.</summary>
    public IBus Inner => _bus;

    public override Task StartAsync(CancellationToken cancellation) => _bus.StartAsync(cancellation);

    public override Task ReadyAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override async Task<IAsyncDisposable> ConsumeAsync(
        Lane lane,
        ISealedConsumer consumer,
        CancellationToken cancellation
    )
    {
        var waiting = await LaneAsync(lane);
        return waiting.Attach(new LaneReader(lane, consumer, _options, _logger));
    }

    public override async Task SendAsync(Lane lane, byte[] sealedBytes, MessageId id, CancellationToken cancellation)
    {
        await LaneAsync(lane);
        var endpoint = await _bus.GetSendEndpoint(new Uri($"exchange:{lane.Name}"));
        var sender = lane.Sender is { } agency
            ? BrokerPermissions.UserOfAgency(lane.Hub, agency)
            : BrokerPermissions.UserOfHub(lane.Hub);
        await endpoint.Send(
            new SealedMessage(sealedBytes),
            context =>
            {
                context.MessageId = id.Value;
                context.Headers.Set(SenderHeader, sender);
            },
            cancellation
        );
    }

    public override Task<long> CountDeadLettersAsync(string hub, CancellationToken cancellation) =>
        Task.FromResult((long)_dead.Count(letter => letter.Lane.Hub == hub));

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stopped.CancelAsync();
        await _bus.StopAsync(CancellationToken.None);
    }

    private Task<WaitingLane> LaneAsync(Lane lane) =>
        _lanes.GetOrAdd(lane.Name, _ => new Lazy<Task<WaitingLane>>(() => OpenAsync(lane))).Value;

    private async Task<WaitingLane> OpenAsync(Lane lane)
    {
        // Read by name alone: who sends by a lane of returns differs from message to message.
        var read = lane.Sender is null ? lane : Lane.Returns(lane.Hub, lane.Rating);
        var waiting = new WaitingLane(read);
        var handle = _bus.ConnectReceiveEndpoint(
            lane.Name,
            endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                endpoint.PublishFaults = false;
                endpoint.PrefetchCount = _options.Prefetch(lane.Rating);
                endpoint.Handler<SealedMessage>(message => PassAsync(waiting, message));
            }
        );
        await handle.Ready;
        return waiting;
    }

    /// <summary>Stays with one message until it was consumed or parked: nothing else here would deliver it again.</summary>
    private async Task PassAsync(WaitingLane waiting, ConsumeContext<SealedMessage> message)
    {
        var id = message.MessageId.ToString()!;
        var sender = message.ReceiveContext.TransportHeaders.Get<string>(SenderHeader);
        var failures = 0;
        try
        {
            while (true)
            {
                var reader = await waiting.ReaderAsync(_stopped.Token);
                var delivery = new SealedDelivery(message.Message.Body, waiting.Lane, sender, failures > 0);
                var taking = await reader.TakeAsync(delivery, id);
                if (taking.Result is TakingResult.Consumed)
                {
                    return;
                }

                if (taking.Result is TakingResult.Failed)
                {
                    failures++;
                    if (_failures.IsSpent(failures))
                    {
                        _dead.Enqueue(new DeadLetter(id, waiting.Lane, message.Message.Body, taking.Fault!));
                        Log.Parked(_logger, id, waiting.Lane.Name, failures, taking.Fault!);
                        return;
                    }

                    await Task.Delay(_failures.PauseAfter(failures), _stopped.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // The process ends, and its memory with it.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Message {MessageId} of lane {Lane} was parked after {Failures} failures, the last a {Fault}"
        )]
        public static partial void Parked(ILogger logger, string messageId, string lane, int failures, string fault);
    }
}

/// <summary>A message that nobody could take, kept as it came.</summary>
internal sealed record DeadLetter(string MessageId, Lane Lane, ReadOnlyMemory<byte> Body, string Fault);
