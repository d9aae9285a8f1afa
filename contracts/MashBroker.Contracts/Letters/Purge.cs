namespace MashBroker.Contracts.Letters;

/// <summary>The hub instructs an agency to erase what its adapter keeps of an enquiry. Its own records are not meant.</summary>
public sealed record PurgeInstruction : LetterBody
{
    public required string Reason { get; init; }
}

/// <summary>An agency certifies that its adapter has erased an enquiry.</summary>
public sealed record PurgeCertificate : LetterBody
{
    public required DateTimeOffset PurgedAt { get; init; }

    /// <summary>Letters erased, both directions.</summary>
    public required int LettersErased { get; init; }
}
