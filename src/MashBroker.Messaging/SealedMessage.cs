namespace MashBroker.Messaging;

/// <summary>The one type that can be sent: sealed bytes. Plain text never enters the transport, so no fault message can leak it.</summary>
internal sealed class SealedMessage(byte[] body)
{
    public byte[] Body { get; } = body;
}
