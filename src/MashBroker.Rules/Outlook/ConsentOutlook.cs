namespace MashBroker.Rules;

/// <param name="SoughtBy">Who speaks with the parents about agreement, in this order; empty where nobody does so now.</param>
/// <param name="MayBeDispensedWith">An enquiry goes ahead without agreement; why is recorded all the same.</param>
public sealed record ConsentOutlook(IReadOnlyList<string> SoughtBy, bool MayBeDispensedWith, ToldBeforehand Beforehand)
{
    /// <summary>What is done in place of seeking agreement; absent where it is sought.</summary>
    public string? InsteadOfSeeking { get; init; }

    /// <summary>Where the hub says that the matter is discussed with the parents; absent where it names no such case.</summary>
    public string? DiscussedWhere { get; init; }
}

/// <summary>Whether parents hear of the referral before it is made.</summary>
public enum ToldBeforehand
{
    /// <summary>They are told.</summary>
    Expected = 0,

    /// <summary>Only if whoever refers is sure that this adds no risk to the child.</summary>
    OnlyIfSure,

    /// <summary>Nobody has to tell them.</summary>
    NotExpected,
}
