using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Everything stated must be so; nothing stated is always so.</summary>
public sealed record Circumstances
{
    /// <summary>The referrer says that the child is at risk now.</summary>
    public bool ImmediateRisk { get; init; }

    /// <summary>The referrer says that the child has suffered, or is likely to suffer, significant harm.</summary>
    public bool SignificantHarm { get; init; }

    /// <summary>
    /// The child has suffered significant harm: as <see cref="SignificantHarm"/>, unless the referrer says that it is likely and not
    /// suffered. Where nobody said which, it holds. ops/decisions/0068.
    /// </summary>
    public bool HarmSuffered { get; init; }

    /// <summary>A missing episode has not ended.</summary>
    public bool StillMissing { get; init; }

    /// <summary>The referrer's level of need, 1 to 4, is this or higher.</summary>
    public int? LevelOfNeedAtLeast { get; init; }

    /// <summary>One of these criteria holds.</summary>
    public IReadOnlyList<string> AnyCriterionOf { get; init; } = [];

    /// <summary>The referrer names a concern of one of these kinds, codes of <see cref="ConcernKind"/>.</summary>
    public IReadOnlyList<string> AnyConcernOf { get; init; } = [];

    /// <summary>The referrer says that telling the family would put the child at risk.</summary>
    public bool DoNotInformFamily { get; init; }

    internal bool HoldAlways =>
        !ImmediateRisk
        && !SignificantHarm
        && !HarmSuffered
        && !StillMissing
        && !DoNotInformFamily
        && LevelOfNeedAtLeast is null
        && AnyCriterionOf.Count == 0
        && AnyConcernOf.Count == 0;

    internal bool Hold(ContactFacts facts, IEnumerable<CriterionFinding> criteria) =>
        (!ImmediateRisk || facts.Contact.Concern.ImmediateRisk)
        && (!SignificantHarm || facts.Contact.Concern.SignificantHarm)
        && (!HarmSuffered || facts.Contact.Concern is { SignificantHarm: true, HarmSuffered: not false })
        && (!StillMissing || facts.StillMissing)
        && (LevelOfNeedAtLeast is not { } level || facts.Contact.Concern.LevelOfNeed >= level)
        && (AnyCriterionOf.Count == 0 || criteria.Any(criterion => AnyCriterionOf.Contains(criterion.Code)))
        && (AnyConcernOf.Count == 0 || facts.Contact.Concern.Kinds.Any(AnyConcernOf.Contains))
        && (!DoNotInformFamily || facts.Contact.DoNotInformFamily);
}
