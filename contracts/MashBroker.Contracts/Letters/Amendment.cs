namespace MashBroker.Contracts.Letters;

/// <summary>The hub tells an agency that the rating or the facts of an open request have changed.</summary>
public sealed record Amendment : LetterBody
{
    public required AmendmentKind Kind { get; init; }

    /// <summary>Why, in a sentence, for the agency's officer.</summary>
    public required string Reason { get; init; }

    /// <summary>The new rating; on re-ratings only.</summary>
    public Rating? NewRating { get; init; }

    /// <summary>The new latest time for the return; on re-ratings only.</summary>
    public DateTimeOffset? ReturnDueAt { get; init; }

    /// <summary>People added or corrected (same subject code); the others stand.</summary>
    public IReadOnlyList<Subject> Subjects { get; init; } = [];

    public string? NewFacts { get; init; }
}

public enum AmendmentKind
{
    None = 0,
    Rerated,
    NewFacts,
}
