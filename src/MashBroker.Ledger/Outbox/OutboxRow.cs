using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Vault;

namespace MashBroker.Ledger.Outbox;

/// <summary>A letter the hub has decided to send.</summary>
public sealed record OutboxRow
{
    public required long Position { get; init; }

    public required MessageId LetterId { get; init; }

    public required LetterType Type { get; init; }

    public required string Agency { get; init; }

    public required Rating Rating { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    public MessageId? RequestId { get; init; }

    /// <summary>The letter as JSON, until it is sealed. Opened when asked for.</summary>
    /// <exception cref="ContentErasedException">It was erased.</exception>
    public byte[]? Letter => KeptLetter is null ? null : OutboxCells.Open(Vault, Type, "letter", LetterId, KeptLetter);

    /// <summary>The bytes to send: the same at each attempt.</summary>
    public byte[]? Sealed { get; init; }

    public required int TimesSent { get; init; }

    internal byte[]? KeptLetter { get; init; }

    internal ContentVault Vault { get; set; } = null!;
}
