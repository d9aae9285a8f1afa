using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>What referrers of some kinds are told after the decision, and by when. Never anything about third parties.</summary>
/// <param name="Limit">From the decision.</param>
public sealed record FeedbackRule(
    IReadOnlyList<ReferrerKind> ReferrerKinds,
    FeedbackContent What,
    string By,
    TimeLimit Limit
)
{
    /// <summary>The hub says nothing about these kinds of referrer.</summary>
    internal bool ByDefault { get; init; }
}

public enum FeedbackContent
{
    None = 0,

    /// <summary>The name of the outcome.</summary>
    Outcome,

    /// <summary>That the hub has dealt with what they said, and nothing of the family.</summary>
    Acknowledgement,
}
