namespace MashBroker.Rules;

/// <summary>Whom the hub expects to speak with the parents, and when nobody has to. It is never the lawful basis of an enquiry.</summary>
public sealed record ConsentRule
{
    /// <summary>Who seeks agreement, in this order.</summary>
    public required IReadOnlyList<string> SoughtBy { get; init; }

    /// <summary>Where the hub says that the matter is discussed with the parents; absent where it names no such case.</summary>
    public string? DiscussedWhere { get; init; }

    /// <summary>In any of these an enquiry goes ahead without agreement.</summary>
    public required IReadOnlyList<Circumstances> DispensedWhenAny { get; init; }

    /// <summary>In any of these parents need not be told before the referral.</summary>
    public IReadOnlyList<Circumstances> NotToldWhenAny { get; init; } = [];

    /// <summary>In any of these parents are told before only if it is sure that this adds no risk.</summary>
    public IReadOnlyList<Circumstances> OnlyIfSureWhenAny { get; init; } = [];

    internal bool OnlyIfSureHolds(ContactFacts facts, IReadOnlyList<CriterionFinding> found) =>
        !NotToldWhenAny.Any(when => when.Hold(facts, found)) && OnlyIfSureWhenAny.Any(when => when.Hold(facts, found));
}
