using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Web.Contacts;

/// <summary>Everything that the hub's rules say of a contact now, without anybody's name. They propose; named persons decide.</summary>
public sealed record OutlookView
{
    /// <summary>The hub's, IANA: what is said in words is by its clock.</summary>
    public string? Zone { get; init; }

    public required EnquiryStanding Standing { get; init; }

    /// <summary>Who decides whether there is an enquiry, and what they decide.</summary>
    public required TriageDuty TriagedBy { get; init; }

    /// <summary>Those that hold, with the facts and since when.</summary>
    public required IReadOnlyList<CriterionFinding> Criteria { get; init; }

    public required IReadOnlyList<NearMiss> NearMisses { get; init; }

    /// <summary>Criteria that the hub leaves to a person.</summary>
    public required IReadOnlyList<QuestionForAPerson> ForAPerson { get; init; }

    public required RatingSuggestion Suggested { get; init; }

    /// <summary>The least that the hub's rules allow; absent where they do not say.</summary>
    public Rating? LowestAllowed { get; init; }

    public required string RatedBy { get; init; }

    /// <summary>The one that what follows is computed with: asked for, confirmed or suggested.</summary>
    public required Rating Rating { get; init; }

    /// <summary>Absent where the hub measures needs by no document.</summary>
    public NeedAdvice? LevelOfNeed { get; init; }

    public required IReadOnlyList<RouteAdvice> Routes { get; init; }

    public required ConsentOutlook Consent { get; init; }

    /// <summary>Grounds on which something may be shared.</summary>
    public required IReadOnlyList<NeedToKnowGround> NeedToKnow { get; init; }

    /// <summary>Whose views are sought beside the returns.</summary>
    public required IReadOnlyList<string> ViewsSoughtFrom { get; init; }

    /// <summary>Green, Amber and Red beside each other.</summary>
    public required IReadOnlyList<ChoiceView> Choices { get; init; }

    public required DateTimeOffset DecisionDueAt { get; init; }

    /// <summary>Who would be asked; empty where no enquiry is made.</summary>
    public required IReadOnlyList<AgencyOutlookView> Agencies { get; init; }

    /// <summary>Absent where none is called for.</summary>
    public StrategyOutlookView? Strategy { get; init; }

    /// <summary>What is done instead; absent where an enquiry is made.</summary>
    public NoEnquiryRule? InsteadOfEnquiry { get; init; }

    public required DecisionMakers DecisionMakers { get; init; }

    public required IReadOnlyList<OutcomeRule> Outcomes { get; init; }

    public required bool VisitExpected { get; init; }

    internal static OutlookView Of(HubProfile profile, Outlook outlook, IReadOnlySet<string> heardOf) =>
        new()
        {
            Zone = profile.Zone,
            Standing = outlook.Standing,
            TriagedBy = profile.TriagedBy,
            Criteria = outlook.Triage.Criteria,
            NearMisses = outlook.Triage.NearMisses,
            ForAPerson = outlook.Triage.ForAPerson,
            Suggested = outlook.Triage.Suggested,
            LowestAllowed = outlook.Triage.LowestAllowed is Rating.None ? null : outlook.Triage.LowestAllowed,
            RatedBy = profile.RatedBy,
            Rating = outlook.Rating,
            LevelOfNeed = outlook.LevelOfNeed,
            Routes = outlook.Routes,
            Consent = outlook.Consent,
            NeedToKnow = profile.NeedToKnow,
            ViewsSoughtFrom = profile.ViewsSoughtFrom,
            Choices = [.. outlook.Choices.Select(ChoiceView.Of)],
            DecisionDueAt = outlook.DecisionDue.At,
            Agencies =
            [
                .. (outlook.Plan?.Agencies ?? []).Select(agency =>
                    AgencyOutlookView.Of(profile, agency, heardOf.Contains(agency.Code))
                ),
            ],
            Strategy = outlook.Strategy is { } strategy ? StrategyOutlookView.Of(profile, strategy) : null,
            InsteadOfEnquiry = outlook.InsteadOfEnquiry,
            DecisionMakers = outlook.DecisionMakers,
            Outcomes = outlook.Outcomes,
            VisitExpected = outlook.VisitExpected,
        };
}

/// <param name="NotAskedBecause">Absent where it would be asked.</param>
/// <param name="NeverHeardOf">Its adapter has never reported: unless it does before publishing, it is not asked.</param>
public sealed record AgencyOutlookView(
    string Code,
    string Name,
    bool Linked,
    string? NotAskedBecause = null,
    bool NeverHeardOf = false
)
{
    internal static AgencyOutlookView Of(HubProfile profile, AgencyPlan plan, bool heardOf) =>
        new(
            plan.Code,
            plan.Name,
            profile.Agencies.Single(agency => agency.Code == plan.Code).Linked,
            plan.Ask is null ? plan.Reason.InWords() : null,
            !heardOf
        );
}

/// <summary>The meeting of agencies that the hub's rules call for.</summary>
public sealed record StrategyOutlookView
{
    public required string Name { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? AimedAt { get; init; }

    public required bool MayWait { get; init; }

    /// <summary>Absent where the hub does not say.</summary>
    public string? Lead { get; init; }

    /// <summary>Names of agencies, with those they stand for.</summary>
    public required IReadOnlyList<string> Quorum { get; init; }

    /// <summary>Names of agencies.</summary>
    public required IReadOnlyList<string> Invited { get; init; }

    public required bool ReturnStandsIn { get; init; }

    internal static StrategyOutlookView Of(HubProfile profile, StrategyOutlook strategy)
    {
        return new StrategyOutlookView
        {
            Name = strategy.Rule.Name,
            DueAt = strategy.Due.At,
            AimedAt = strategy.AimedAt?.At,
            MayWait = strategy.MayWait,
            Lead = strategy.Lead,
            Quorum =
            [
                .. strategy.Rule.Quorum.Select(one =>
                    one.StandsFor.Count == 0
                        ? NameOf(one.Agency)
                        : $"{NameOf(one.Agency)} (for {string.Join(", ", one.StandsFor.Select(NameOf))})"
                ),
            ],
            Invited = [.. strategy.Rule.Invited.Select(NameOf)],
            ReturnStandsIn = strategy.Rule.ReturnStandsIn,
        };

        string NameOf(string code) => profile.Agencies.Single(agency => agency.Code == code).Name;
    }
}
