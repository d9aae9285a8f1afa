using MashBroker.Contracts;

namespace MashBroker.Messaging;

/// <summary>
/// The one connection of a process to its transport: RabbitMQ, or memory for a whole evaluation in one process. Carries the
/// same sealed bytes either way. Lanes may be consumed and released while it runs.
/// </summary>
public sealed class MashBus : IAsyncDisposable
{
    public static MashBus InMemory( /* to be designed */
    ) => throw new NotImplementedException();

    public static MashBus RabbitMq(BrokerOptions options) => throw new NotImplementedException();

    public Task StartAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Starts taking messages off a lane. Dispose the handle to stop (waits for the one in hand).</summary>
    public Task<IAsyncDisposable> ConsumeAsync(Lane lane, ISealedConsumer consumer, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Returns once the transport has confirmed the message in a queue.</summary>
    /// <exception cref="LaneUnavailableException">Not confirmed in time, refused or unroutable: it may or may not have arrived. Send the same bytes again.</exception>
    public Task SendAsync(Lane lane, ReadOnlyMemory<byte> sealedBytes, MessageId id, CancellationToken cancellation) =>
        throw new NotImplementedException();

    public ValueTask DisposeAsync() => throw new NotImplementedException();
}

public sealed class LaneUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
