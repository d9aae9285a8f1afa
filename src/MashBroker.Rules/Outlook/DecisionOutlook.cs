using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>What follows from an outcome: who holds the child, who is told what by when, what is kept.</summary>
public sealed record DecisionOutlook
{
    public required OutcomeRule Outcome { get; init; }

    /// <summary>Who gets a summary; absent where nobody receives the case.</summary>
    public string? SummaryTo { get; init; }

    /// <summary>The hub's own social workers hold the case from now on.</summary>
    public required bool HeldByHub { get; init; }

    /// <summary>What this referrer is told.</summary>
    public required FeedbackRule Feedback { get; init; }

    public required DueTime FeedbackDue { get; init; }

    public required IReadOnlyList<string> FamilyToldBy { get; init; }

    public required string FamilyToldWhat { get; init; }

    public required DueTime FamilyDue { get; init; }

    /// <summary>Calendar months that the hub keeps its copy.</summary>
    public required int KeptMonths { get; init; }

    /// <param name="outcome">Code of one of the hub's outcomes.</param>
    /// <param name="afterEnquiry">False for a contact of which no multi-agency enquiry was made.</param>
    /// <returns>Null where the hub has no such outcome, or not for a contact without an enquiry.</returns>
    public static DecisionOutlook? Of(
        HubProfile profile,
        string outcome,
        ReferrerKind referrer,
        DateTimeOffset decidedAt,
        bool afterEnquiry = true
    )
    {
        if (Open(profile, afterEnquiry).FirstOrDefault(one => one.Code == outcome) is not { } chosen)
        {
            return null;
        }

        var clock = new HubClock(profile);
        var feedback = profile.Feedback.First(rule => rule.ReferrerKinds.Contains(referrer));
        var byOutcome = profile.Retention.FirstOrDefault(rule => rule.Outcome == outcome);
        var otherwise = afterEnquiry ? RetentionRule.Enquiry : RetentionRule.NoEnquiry;
        return new DecisionOutlook
        {
            Outcome = chosen,
            SummaryTo = chosen.Receiver is null ? null : profile.SummaryTo,
            HeldByHub = profile.MashHolds.Contains(outcome),
            Feedback = feedback,
            FeedbackDue = clock.FeedbackDue(referrer, decidedAt),
            FamilyToldBy = chosen.FamilyToldBy is { } by ? [by] : profile.Family.ToldBy,
            FamilyToldWhat = profile.Family.What,
            FamilyDue = clock.FamilyDue(decidedAt),
            KeptMonths = (byOutcome ?? profile.Retention.First(rule => rule.Outcome == otherwise)).Months,
        };
    }

    /// <summary>
    /// The outcomes to choose from. Without an enquiry those that the hub names for it; where it names none, those that do not
    /// hand the case to social care under statute, unless it has no others.
    /// </summary>
    public static IReadOnlyList<OutcomeRule> Open(HubProfile profile, bool afterEnquiry)
    {
        if (afterEnquiry)
        {
            return profile.Outcomes;
        }

        IReadOnlyList<OutcomeRule> open =
        [
            .. profile.Outcomes.Where(outcome =>
                profile.NoEnquiry.Outcomes.Count == 0
                    ? !outcome.SocialCare
                    : profile.NoEnquiry.Outcomes.Contains(outcome.Code)
            ),
        ];
        return open.Count == 0 ? profile.Outcomes : open;
    }
}
