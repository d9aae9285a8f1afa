using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Vault;

namespace MashBroker.Ledger.Returns;

/// <summary>One part of an agency's return, as received.</summary>
public sealed record ReturnRow
{
    /// <summary>Goes up in the order received, over all enquiries.</summary>
    public required long Position { get; init; }

    public required MessageId LetterId { get; init; }

    public required MessageId RequestId { get; init; }

    public required EnquiryReference EnquiryReference { get; init; }

    public required string Agency { get; init; }

    public required int Part { get; init; }

    /// <summary>1 for the first of its part number; a later one revises it. The newest counts, all are kept.</summary>
    public required int Revision { get; init; }

    public required bool Final { get; init; }

    public required AnswerKind Answer { get; init; }

    /// <summary>The amendment it answers; null: the request itself.</summary>
    public MessageId? Answers { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required bool Late { get; init; }

    public required string Digest { get; init; }

    /// <summary>The return's body as JSON; personal. Opened when asked for.</summary>
    /// <exception cref="ContentErasedException">It was erased.</exception>
    public byte[] Content => Vault.Open(ReturnStore.Cell("content", LetterId), KeptContent);

    /// <summary>How far the agency's clock was off, if noticeably.</summary>
    public long? ClockSkewSeconds { get; init; }

    internal byte[] KeptContent { get; init; } = [];

    internal ContentVault Vault { get; set; } = null!;
}
