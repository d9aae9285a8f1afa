namespace MashBroker.Contracts.Letters;

/// <summary>The hub reminds an agency that its return is due or late.</summary>
public sealed record Chaser : LetterBody
{
    /// <summary>1 for the first reminder of this request.</summary>
    public required int Number { get; init; }

    /// <summary>Whole minutes to the deadline when this was written; negative once it has passed.</summary>
    public required int MinutesLeft { get; init; }
}
