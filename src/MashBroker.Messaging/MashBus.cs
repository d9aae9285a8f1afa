using System.ComponentModel.DataAnnotations;
using MashBroker.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MashBroker.Messaging;

/// <summary>
/// The one connection of a process to its transport: RabbitMQ, or memory for a whole evaluation in one process. Carries the
/// same sealed bytes either way. Lanes may be consumed and released while it runs.
/// </summary>
public sealed class MashBus : IAsyncDisposable
{
    private readonly Transport _transport;

    private MashBus(Transport transport) => _transport = transport;

    /// <summary>
    /// Everything in this process: what was sent and not consumed is gone when it ends. A message that keeps failing is parked
    /// and logged, as over RabbitMQ.
    /// </summary>
    public static MashBus InMemory(ILoggerFactory? logging = null, BrokerOptions? options = null) =>
        new(new InMemoryTransport(options ?? new BrokerOptions(), logging ?? NullLoggerFactory.Instance));

    /// <exception cref="ValidationException">Says everything that is wrong with the options.</exception>
    public static MashBus RabbitMq(BrokerOptions options, ILoggerFactory? logging = null) =>
        new(new RabbitMqTransport(options, BrokerAddress.From(options), logging ?? NullLoggerFactory.Instance));

    /// <summary>Starts attaching; returns without waiting for a broker that is not there yet. See <see cref="ReadyAsync"/>.</summary>
    public Task StartAsync(CancellationToken cancellation) => _transport.StartAsync(cancellation);

    /// <summary>Completes when the transport is connected, with every exchange and every consumed lane in place.</summary>
    public Task ReadyAsync(CancellationToken cancellation) => _transport.ReadyAsync(cancellation);

    /// <summary>
    /// Starts taking messages off a lane, now or as soon as the broker is there. Dispose the handle to stop: it waits for the
    /// messages in hand; all others wait in the lane.
    /// </summary>
    /// <exception cref="InvalidOperationException">This process consumes the lane already.</exception>
    public Task<IAsyncDisposable> ConsumeAsync(Lane lane, ISealedConsumer consumer, CancellationToken cancellation) =>
        _transport.ConsumeAsync(lane, consumer, cancellation);

    /// <summary>Returns once the transport has confirmed the message in a queue.</summary>
    /// <param name="lane">For a return, the lane that names its sender.</param>
    /// <exception cref="LaneUnavailableException">Not confirmed in time, refused or unroutable: it may or may not have arrived. Send the same bytes again.</exception>
    public Task SendAsync(Lane lane, ReadOnlyMemory<byte> sealedBytes, MessageId id, CancellationToken cancellation)
    {
        if (lane is { Agency: null, Sender: null })
        {
            throw new ArgumentException("A return names its sender: Lane.Returns(hub, rating, sender).", nameof(lane));
        }

        return _transport.SendAsync(lane, sealedBytes.ToArray(), id, cancellation);
    }

    /// <summary>How many messages of this hub are parked because nobody could take them. Over RabbitMQ the hub alone may ask.</summary>
    /// <exception cref="LaneUnavailableException">The broker cannot be asked.</exception>
    public Task<long> CountDeadLettersAsync(string hub, CancellationToken cancellation) =>
        _transport.CountDeadLettersAsync(hub, cancellation);

    /// <summary>The parked messages themselves; over RabbitMQ they are read at the broker.</summary>
    internal IReadOnlyCollection<DeadLetter> DeadLettersInMemory => ((InMemoryTransport)_transport).DeadLetters;

    internal Transport Transport => _transport;

    public ValueTask DisposeAsync() => _transport.DisposeAsync();
}

public sealed class LaneUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
