namespace MashBroker.Contracts.Letters;

/// <summary>An agency proves that it has a request, or what amends or withdraws one, on disk.</summary>
public sealed record Receipt : LetterBody
{
    /// <summary>When it was written to the adapter's inbox, by the agency's clock, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
