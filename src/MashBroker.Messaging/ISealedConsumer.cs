namespace MashBroker.Messaging;

/// <summary>Takes sealed messages off a lane. Every consumer can receive its message twice.</summary>
public interface ISealedConsumer
{
    /// <summary>
    /// Returning acknowledges the delivery. Throwing puts it back; after the delivery limit it is dead-lettered, never dropped.
    /// Refused messages are not thrown: the consumer writes them to quarantine and returns.
    /// </summary>
    Task ConsumeAsync(SealedDelivery delivery, CancellationToken cancellation);
}

/// <param name="Body">The CMS exactly as it passed the transport.</param>
/// <param name="Lane">The lane it came by.</param>
/// <param name="BrokerUser">User that sent it, as the broker validated (user_id): <see cref="BrokerPermissions.UserOfAgency"/> or <see cref="BrokerPermissions.UserOfHub"/>. In memory the lane it was sent by says so. Null when the sender gave none.</param>
/// <param name="Redelivered">The broker believes this was delivered before.</param>
public sealed record SealedDelivery(ReadOnlyMemory<byte> Body, Lane Lane, string? BrokerUser, bool Redelivered);
