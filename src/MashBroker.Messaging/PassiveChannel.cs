using MassTransit;
using MassTransit.Middleware;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MashBroker.Messaging;

/// <summary>
/// Keeps MassTransit from declaring anything on a channel that reads: it checks that its lane exists and leaves all else to
/// <see cref="Topology"/>. An agency's user may configure nothing, and a lane must never come to exist with other arguments.
/// </summary>
internal sealed class PassiveChannel(LaneReader reader, Action<string> laneMissing) : IFilter<ChannelContext>
{
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromSeconds(1);

    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        await LaneExistsAsync(context.ConnectionContext.Connection);
        await next.Send(new Context(context));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("passive");

    /// <summary>
    /// An agency may come before the hub has made its lane, or before it may read it. Without this look MassTransit would wait
    /// up to half a minute between tries.
    /// </summary>
    private async Task LaneExistsAsync(IConnection connection)
    {
        var said = false;
        while (true)
        {
            // The broker closes a channel that asks in vain.
            await using var channel = await connection.CreateChannelAsync(cancellationToken: reader.Released);
            try
            {
                await channel.QueueDeclarePassiveAsync(reader.Lane.Name, reader.Released);
                return;
            }
            catch (OperationInterruptedException e) when (connection.IsOpen)
            {
                if (!said)
                {
                    said = true;
                    laneMissing(e.ShutdownReason?.ReplyText ?? e.Message);
                }
            }

            await Task.Delay(PauseBetweenLooks, reader.Released);
        }
    }

    private sealed class Context(ChannelContext inner) : ScopePipeContext(inner), ChannelContext
    {
        public IChannel Channel => inner.Channel;

        public ConnectionContext ConnectionContext => inner.ConnectionContext;

        public Task<QueueDeclareOk> QueueDeclare(
            string queue,
            bool durable,
            bool exclusive,
            bool autoDelete,
            IDictionary<string, object?> arguments
        ) => inner.QueueDeclarePassive(queue);

        public Task<QueueDeclareOk> QueueDeclarePassive(string queue) => inner.QueueDeclarePassive(queue);

        public Task ExchangeDeclare(
            string exchange,
            string type,
            bool durable,
            bool autoDelete,
            IDictionary<string, object?> arguments
        ) => Task.CompletedTask;

        public Task ExchangeDeclarePassive(string exchange) => Task.CompletedTask;

        public Task ExchangeBind(
            string destination,
            string source,
            string routingKey,
            IDictionary<string, object?> arguments
        ) => Task.CompletedTask;

        public Task QueueBind(
            string queue,
            string exchange,
            string routingKey,
            IDictionary<string, object?> arguments
        ) => Task.CompletedTask;

        public Task<uint> QueuePurge(string queue) => Task.FromResult(0u);

        public Task BasicPublishAsync(
            string exchange,
            string routingKey,
            bool mandatory,
            BasicProperties basicProperties,
            byte[] body,
            bool awaitAck
        ) => inner.BasicPublishAsync(exchange, routingKey, mandatory, basicProperties, body, awaitAck);

        public Task BasicQos(uint prefetchSize, ushort prefetchCount, bool global) =>
            inner.BasicQos(prefetchSize, prefetchCount, global);

        public ValueTask BasicAck(ulong deliveryTag, bool multiple) => inner.BasicAck(deliveryTag, multiple);

        public Task BasicNack(ulong deliveryTag, bool multiple, bool requeue) =>
            inner.BasicNack(deliveryTag, multiple, requeue);

        public Task<string> BasicConsume(
            string queue,
            bool noAck,
            bool exclusive,
            IDictionary<string, object?> arguments,
            IAsyncBasicConsumer consumer,
            string consumerTag,
            CancellationToken cancellationToken
        ) => inner.BasicConsume(queue, noAck, exclusive, arguments, consumer, consumerTag, cancellationToken);

        public Task BasicCancel(string consumerTag) => inner.BasicCancel(consumerTag);
    }
}
