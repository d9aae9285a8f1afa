using MashBroker.Contracts;

namespace MashBroker.Messaging;

/// <summary>What differs between RabbitMQ and memory.</summary>
internal abstract class Transport : IAsyncDisposable
{
    /// <summary>Begins; does not wait for a broker that is not there yet.</summary>
    public abstract Task StartAsync(CancellationToken cancellation);

    /// <summary>Completes when connected, with every exchange and every consumed lane in place.</summary>
    public abstract Task ReadyAsync(CancellationToken cancellation);

    public abstract Task<IAsyncDisposable> ConsumeAsync(
        Lane lane,
        ISealedConsumer consumer,
        CancellationToken cancellation
    );

    public abstract Task SendAsync(Lane lane, byte[] sealedBytes, MessageId id, CancellationToken cancellation);

    public abstract Task<long> CountDeadLettersAsync(string hub, CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
