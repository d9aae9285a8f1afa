using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>What a hub's criteria make of a contact. It proposes; a named person confirms.</summary>
public sealed record TriageFinding
{
    public required DateTimeOffset AssessedAt { get; init; }

    /// <summary>The criteria that hold, in the profile's order.</summary>
    public required IReadOnlyList<CriterionFinding> Criteria { get; init; }

    /// <summary>Criteria that came so close that somebody should check the facts.</summary>
    public required IReadOnlyList<NearMiss> NearMisses { get; init; }

    /// <summary>Criteria that the hub leaves to a person, as questions to them.</summary>
    public required IReadOnlyList<QuestionForAPerson> ForAPerson { get; init; }

    /// <summary>Kinds of concern that the referrer named and that are no criterion of this hub.</summary>
    public required IReadOnlyList<string> OtherConcerns { get; init; }

    public required RatingSuggestion Suggested { get; init; }

    /// <summary>The least rating that the hub's own rules allow here; None where they do not say.</summary>
    public required Rating LowestAllowed { get; init; }

    /// <summary>At least one criterion holds. Without one there is no multi-agency enquiry unless a person answers a question with yes.</summary>
    public bool Qualifies => Criteria.Count > 0;
}

/// <param name="Facts">Why it holds, in plain words without names.</param>
/// <param name="Since">When it came to hold, UTC.</param>
public sealed record CriterionFinding(string Code, string Name, IReadOnlyList<string> Facts, DateTimeOffset Since);

/// <param name="Why">In plain words without names.</param>
/// <param name="WillHoldAfter">When it will hold if nothing happens (a child still missing), UTC.</param>
public sealed record NearMiss(string Code, string Name, string Why, DateTimeOffset? WillHoldAfter = null);

public sealed record QuestionForAPerson(string Code, string Name, string Question);

public sealed record RatingSuggestion(Rating Rating, IReadOnlyList<string> Reasons);
