using System.Net.Mime;
using System.Runtime.Serialization;
using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;

namespace MashBroker.Messaging;

/// <summary>
/// Passes sealed bytes through unchanged, without an envelope and without the headers that would name machine and process.
/// Any other type refuses to be sent, and any other content refuses to be received.
/// </summary>
internal sealed class SealedSerializer : ISerializerFactory, IMessageSerializer, IMessageDeserializer
{
    /// <summary>RFC 8551: CMS in DER.</summary>
    public const string MediaType = "application/pkcs7-mime";

    public static readonly SealedSerializer Instance = new();

    public ContentType ContentType { get; } = new(MediaType);

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class =>
        context.Message is SealedMessage message
            ? new BytesMessageBody(message.Body)
            : throw new SerializationException($"{typeof(T).Name} is not sealed and is not sent.");

    public ConsumeContext Deserialize(ReceiveContext receiveContext)
    {
        // The client library gives back the buffer when the delivery is done; a consumer may keep the bytes.
        var body = receiveContext.Body.GetBytes();
        if (!string.Equals(receiveContext.ContentType?.MediaType, MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw new SerializationException(
                $"A message on {receiveContext.InputAddress.AbsolutePath} is not {MediaType}; it goes to the dead letters."
            );
        }

        var head = new RawMessageContext(receiveContext.TransportHeaders, receiveContext.InputAddress, default);
        return new BodyConsumeContext(receiveContext, new SealedContext(new SealedMessage(body), head));
    }

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        throw Unsupported();

    public MessageBody GetMessageBody(string text) => throw Unsupported();

    public void Probe(ProbeContext context) => context.CreateScope("sealed").Add("contentType", MediaType);

    // What the transport asks of formats that can be edited, converted or rescheduled. Sealed bytes cannot.
    private static NotSupportedException Unsupported() => new("Sealed bytes are passed on whole or not at all.");

    private sealed class SealedContext(SealedMessage message, MessageContext head)
        : BaseSerializerContext(NoObjects.Instance, head, MessageTypeCache<SealedMessage>.MessageTypeNames)
    {
        public override bool IsSupportedMessageType<T>() => typeof(T) == typeof(SealedMessage);

        public override bool IsSupportedMessageType(Type messageType) => messageType == typeof(SealedMessage);

        public override bool TryGetMessage<T>(out T? found)
            where T : class
        {
            found = message as T;
            return found is not null;
        }

        public override bool TryGetMessage(
            Type messageType,
            [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out object? found
        )
        {
            found = messageType == typeof(SealedMessage) ? message : null;
            return found is not null;
        }

        public override IMessageSerializer GetMessageSerializer() => Instance;

        public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) =>
            throw Unsupported();

        public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) =>
            throw Unsupported();

        public override Dictionary<string, object> ToDictionary<T>(T? message)
            where T : class => throw Unsupported();
    }

    private sealed class NoObjects : IObjectDeserializer
    {
        public static readonly NoObjects Instance = new();

        public T? DeserializeObject<T>(object? value, T? defaultValue = null)
            where T : class => value as T ?? defaultValue;

        public T? DeserializeObject<T>(object? value, T? defaultValue = null)
            where T : struct => value as T? ?? defaultValue;

        public MessageBody SerializeObject(object? value) => throw Unsupported();
    }
}
