namespace MashBroker.Contracts.Letters;

/// <summary>The hub proves to an agency that its return is on disk, and whether it was in time.</summary>
public sealed record ReturnReceipt : LetterBody
{
    /// <summary>The hub's receipt time, UTC; this clock rules.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required bool Late { get; init; }
}
