using System.Collections.Concurrent;
using System.Globalization;
using MashBroker.Contracts;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;

namespace MashBroker.Messaging;

/// <summary>MassTransit over RabbitMQ. Reattaches by itself when the broker was away.</summary>
internal sealed partial class RabbitMqTransport : Transport
{
    // MassTransit declares the exchange it sends to, which an agency may not; for this name it declares nothing.
    // The exchange that is meant stands in the message's properties.
    private static readonly Uri Undeclared = new("exchange:amq.rabbitmq.reply-to");

    private readonly BrokerOptions _options;
    private readonly BrokerAddress _address;
    private readonly FailurePolicy _failures;
    private readonly ILogger _logger;
    private readonly IBusControl _bus;
    private readonly BrokerDoor _door;
    private readonly TopologyKeeper? _keeper;
    private readonly ConcurrentDictionary<string, Attachment> _attachments = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stop;
    private Task _started = Task.CompletedTask;
    private int _disposed;

    public RabbitMqTransport(BrokerOptions options, BrokerAddress address, ILoggerFactory logging)
    {
        _options = options;
        _address = address;
        _failures = new FailurePolicy(options);
        _logger = logging.CreateLogger<MashBus>();
        _stop = _stopping.Token;
        _door = new BrokerDoor(address, _logger);
        if (options.CreatesTopology)
        {
            _keeper = new TopologyKeeper(options, _door, _logger);
        }

        LogContext.ConfigureCurrentLogContext(logging);
        _bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(Configure);
    }

    /// <summary>For tests, which try to send something else.</summary>
    public IBus Inner => _bus;

    public override Task StartAsync(CancellationToken cancellation)
    {
        _started = _bus.StartAsync(_stop);
        _keeper?.Start();
        return Task.CompletedTask;
    }

    public override async Task ReadyAsync(CancellationToken cancellation)
    {
        await _started.WaitAsync(cancellation);
        if (_keeper is not null)
        {
            await _keeper.Declared.WaitAsync(cancellation);
        }

        await Task.WhenAll(_attachments.Values.Select(attachment => attachment.Ready)).WaitAsync(cancellation);
    }

    public override Task<IAsyncDisposable> ConsumeAsync(
        Lane lane,
        ISealedConsumer consumer,
        CancellationToken cancellation
    )
    {
        var attachment = new Attachment(this, new LaneReader(lane, consumer, _options, _logger));
        if (!_attachments.TryAdd(lane.Name, attachment))
        {
            throw new InvalidOperationException($"{lane} is consumed already in this process.");
        }

        attachment.Start();
        return Task.FromResult<IAsyncDisposable>(attachment);
    }

    public override async Task SendAsync(Lane lane, byte[] sealedBytes, MessageId id, CancellationToken cancellation)
    {
        using var timely = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timely.CancelAfter(_options.ConfirmTimeout);
        try
        {
            var endpoint = await _bus.GetSendEndpoint(Undeclared).WaitAsync(timely.Token);
            await endpoint
                .Send(
                    new SealedMessage(sealedBytes),
                    context => Address((RabbitMqMessageSendContext<SealedMessage>)context, lane, id),
                    timely.Token
                )
                .WaitAsync(timely.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new LaneUnavailableException(
                $"{lane}: message {id} was not confirmed within {_options.ConfirmTimeoutSeconds} s; is the broker up? Send it again."
            );
        }
        catch (MessageReturnedException)
        {
            throw new LaneUnavailableException(
                $"{lane}: the broker has no such lane for message {id}; does the hub list the agency?"
            );
        }
        catch (Exception e) when (BrokerDoor.IsBrokerFault(e))
        {
            throw new LaneUnavailableException(
                $"{lane}: the broker did not take message {id} ({e.GetType().Name}).",
                e
            );
        }
    }

    public override async Task<long> CountDeadLettersAsync(string hub, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _door.ConnectAsync(cancellation);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
            return await channel.MessageCountAsync(Topology.Dead(hub), cancellation);
        }
        catch (Exception e) when (BrokerDoor.IsBrokerFault(e))
        {
            throw new LaneUnavailableException($"The dead letters of {hub} cannot be counted ({e.GetType().Name}).", e);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        foreach (var attachment in _attachments.Values)
        {
            await attachment.DisposeAsync();
        }

        await _stopping.CancelAsync();
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }

        // It ends with an error where the broker never came.
        await _started.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        using var patience = new CancellationTokenSource(_options.StopTimeout);
        await _bus.StopAsync(patience.Token);
        _stopping.Dispose();
    }

    private void Configure(IRabbitMqBusFactoryConfigurator bus)
    {
        bus.Host(
            _address.Host,
            _address.Port,
            _address.VirtualHost,
            host =>
            {
                host.Username(_address.User);
                host.Password(_address.Password);
                host.PublisherConfirmation = true;
                host.Heartbeat(BrokerDoor.Heartbeat);
                host.ConnectionName(_address.User);
                // Runs before each connection.
                host.OnRefreshConnectionFactory = factory =>
                {
                    factory.ClientProperties = BrokerDoor.ClientProperties;
                    _address.Security?.Secure(factory);
                    return _door.KnockAsync(_stop);
                };
            }
        );
        // Never comes to exist, as nothing consumes there; its name would be the machine's.
        bus.OverrideDefaultBusEndpointQueueName("mash.unused");
        bus.ClearSerialization();
        bus.AddSerializer(SealedSerializer.Instance);
        bus.AddDeserializer(SealedSerializer.Instance, isDefault: true);
    }

    private void Address(RabbitMqMessageSendContext<SealedMessage> context, Lane lane, MessageId id)
    {
        context.ReadPropertiesFrom(
            new Dictionary<string, object>
            {
                ["RMQ-Exchange"] = lane.Exchange,
                ["RMQ-RoutingKey"] = lane.RoutingKey,
                // The broker refuses the message if this is not who is logged in.
                ["RMQ-UserId"] = _address.User,
            }
        );
        context.MessageId = id.Value;
        // Without it an unroutable message is confirmed and gone.
        context.Mandatory = true;
        context.Durable = true;
    }

    private async Task PassAsync(LaneReader reader, ConsumeContext<SealedMessage> message)
    {
        var transport = message.ReceiveContext;
        transport.TryGetPayload<RabbitMqBasicConsumeContext>(out var basic);
        var user = basic?.Properties.IsUserIdPresent() == true ? basic.Properties.UserId : null;
        var delivery = new SealedDelivery(message.Message.Body, reader.Lane, user, transport.Redelivered);
        var taking = await reader.TakeAsync(delivery, basic?.Properties.MessageId ?? "(none)");
        switch (taking.Result)
        {
            case TakingResult.Consumed:
                return;
            case TakingResult.LeftInLane:
                throw new LaneReleasedException(reader.Lane);
            default:
                // Counted by the broker, which parks the message at the limit.
                var failures = 1 + (int)Math.Min(1000, DeliveryCount(transport.TransportHeaders));
                await Task.Delay(_failures.PauseAfter(failures), reader.Released)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw new DeliveryFailedException(reader.Lane, taking.Fault!);
        }
    }

    private static long DeliveryCount(Headers headers) =>
        headers.TryGetHeader("x-delivery-count", out var count) && count is IConvertible number
            ? number.ToInt64(CultureInfo.InvariantCulture)
            : 0;

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Lane {Lane} cannot be read yet and is looked for again: {Fault}"
        )]
        public static partial void LaneMissing(ILogger logger, string lane, string fault);
    }

    private sealed class Attachment(RabbitMqTransport transport, LaneReader reader) : IAsyncDisposable
    {
        private HostReceiveEndpointHandle? _endpoint;
        private int _disposed;

        public Task Ready => _endpoint?.Ready ?? Task.CompletedTask;

        public void Start() =>
            _endpoint = transport._bus.ConnectReceiveEndpoint(
                reader.Lane.Name,
                configurator =>
                {
                    var endpoint = (IRabbitMqReceiveEndpointConfigurator)configurator;
                    endpoint.ConfigureConsumeTopology = false;
                    endpoint.PublishFaults = false;
                    endpoint.PrefetchCount = transport._options.Prefetch(reader.Lane.Rating);
                    endpoint.ConfigureChannel(channel =>
                        channel.UseFilter(
                            new PassiveChannel(
                                reader,
                                fault => Log.LaneMissing(transport._logger, reader.Lane.Name, fault)
                            )
                        )
                    );
                    // What fails goes back to its lane, for the broker to count, and not to an error queue that nobody declared,
                    // with the exception's text in its headers.
                    endpoint.RethrowFaultedMessages();
                    endpoint.ThrowOnSkippedMessages();
                    endpoint.Handler<SealedMessage>(message => transport.PassAsync(reader, message));
                }
            );

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 1)
            {
                return;
            }

            await reader.ReleaseAsync();
            using var patience = new CancellationTokenSource(transport._options.StopTimeout);
            await _endpoint!.StopAsync(patience.Token);
            transport._attachments.TryRemove(reader.Lane.Name, out _);
            reader.Dispose();
        }
    }
}
