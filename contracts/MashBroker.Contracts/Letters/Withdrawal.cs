namespace MashBroker.Contracts.Letters;

/// <summary>The hub tells an agency that it need not answer a request any more.</summary>
public sealed record Withdrawal : LetterBody
{
    public required string Reason { get; init; }

    /// <summary>What becomes of what the agency had returned before, in whole or in part; absent where nothing had come.</summary>
    public string? YourReturn { get; init; }
}
