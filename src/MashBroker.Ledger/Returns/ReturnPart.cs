using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Returns;

/// <summary>One revision of one part of a return.</summary>
public sealed record ReturnPart
{
    public required int Part { get; init; }

    public required int Revision { get; init; }

    public required bool Final { get; init; }

    public required AnswerKind Answer { get; init; }

    /// <summary>The amendment it answers; null: the request itself.</summary>
    public MessageId? Answers { get; init; }
}
