namespace MashBroker.Contracts.Letters;

/// <summary>The hub tells an agency that it need not answer a request any more.</summary>
public sealed record Withdrawal : LetterBody
{
    public required string Reason { get; init; }

    /// <summary>What becomes of the answer of an agency that had answered before; absent where it had not.</summary>
    public string? YourReturn { get; init; }
}
