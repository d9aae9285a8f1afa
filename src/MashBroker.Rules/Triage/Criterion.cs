namespace MashBroker.Rules;

/// <summary>One of a hub's reasons to make a multi-agency enquiry. The kinds of criterion are the files beside this one.</summary>
/// <param name="Code">Travels to agencies in requests, so it says nothing about the child beyond itself.</param>
/// <param name="Name">As the hub's staff read it.</param>
public abstract record Criterion(string Code, string Name)
{
    internal abstract CriterionOutcome Judge(ContactFacts facts);
}

/// <summary>Invariant: at most one of holding facts and a near miss.</summary>
internal sealed record CriterionOutcome
{
    public static readonly CriterionOutcome DoesNotHold = new();

    /// <summary>Why it holds, in plain words without names; empty where it does not hold.</summary>
    public IReadOnlyList<string> Facts { get; private init; } = [];

    public DateTimeOffset? Since { get; private init; }

    public string? NearMiss { get; private init; }

    public DateTimeOffset? WillHoldAfter { get; private init; }

    /// <summary>Only a person can say; this is what they are asked.</summary>
    public string? Question { get; private init; }

    public static CriterionOutcome Holds(DateTimeOffset since, params IReadOnlyList<string> facts) =>
        new() { Facts = facts, Since = since };

    public static CriterionOutcome Nearly(string why, DateTimeOffset? willHoldAfter = null) =>
        new() { NearMiss = why, WillHoldAfter = willHoldAfter };

    public static CriterionOutcome Ask(string question) => new() { Question = question };
}
