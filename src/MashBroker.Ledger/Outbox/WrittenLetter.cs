using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Outbox;

/// <summary>A letter of the hub's own, as an agency's answer may name it.</summary>
public sealed record WrittenLetter
{
    public required MessageId LetterId { get; init; }

    public required LetterType Type { get; init; }

    public required string Agency { get; init; }

    public EnquiryReference? EnquiryReference { get; init; }

    public MessageId? RequestId { get; init; }

    /// <summary>Absent until it is sealed; it is sealed and kept before it is sent.</summary>
    public string? Digest { get; init; }
}
