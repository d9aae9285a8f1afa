namespace MashBroker.Rules;

/// <summary>What can only be seen of a profile as a whole.</summary>
internal static class ProfileCheck
{
    public static void Run(ProfileObject hub, HubProfile profile)
    {
        if (profile.Criteria.Count == 0)
        {
            hub.Fault("criteria", "is empty: no contact could ever qualify.", "State at least one criterion.");
        }

        if (profile.Agencies.Count == 0)
        {
            hub.Fault("agencies", "is empty: nobody would be asked.", "List the agencies of this hub.");
        }

        RefuseTwice(hub, "criteria", profile.Criteria.Select(criterion => criterion.Code));
        RefuseTwice(hub, "agencies", profile.Agencies.Select(agency => agency.Code));
        RefuseUnknownCriteria(hub, "lowestRatings", profile, profile.LowestRatings.Select(rule => rule.When));
        RefuseUnknownCriteria(hub, "suggestedRatings", profile, profile.SuggestedRatings.Select(rule => rule.When));
        RefuseUnknownCriteria(hub, "legalBases", profile, profile.LegalBases.Select(rule => rule.When));

        if (!profile.SuggestedRatings.Any(rule => rule.When.HoldAlways))
        {
            hub.Fault(
                "suggestedRatings",
                "leaves contacts without a suggestion.",
                "End with a rule that has no \"when\"."
            );
        }

        if (!profile.LegalBases.Any(rule => rule.When.HoldAlways))
        {
            hub.Fault("legalBases", "leaves enquiries without a basis.", "End with a basis that has no \"when\".");
        }

        CheckRetention(hub, profile);
        if (!profile.PreWarningPercents.Order().Distinct().SequenceEqual(profile.PreWarningPercents))
        {
            hub.Fault("preWarningPercents", "is not ascending.", "Write each once, the smallest first.");
        }
    }

    private static void CheckRetention(ProfileObject hub, HubProfile profile)
    {
        RefuseTwice(hub, "retention", profile.Retention.Select(rule => rule.Outcome));
        foreach (
            var needed in new[] { RetentionRule.Enquiry, RetentionRule.NoEnquiry }.Except(
                profile.Retention.Select(rule => rule.Outcome)
            )
        )
        {
            hub.Fault("retention", $"has no rule for '{needed}'.", "State how many months are kept after it.");
        }

        string[] known =
        [
            RetentionRule.Enquiry,
            RetentionRule.NoEnquiry,
            .. profile.Outcomes.Select(outcome => outcome.Code),
        ];
        foreach (var (index, rule) in profile.Retention.Index())
        {
            if (!known.Contains(rule.Outcome))
            {
                hub.Fault(
                    $"retention[{index}].outcome",
                    $"is '{rule.Outcome}', which is no outcome here.",
                    $"Use {string.Join(", ", known)}."
                );
            }
        }

        // Earlier enquiries are found in what is kept: erased too soon, a criterion of the hub could never hold.
        var remembered = profile.Criteria.OfType<ReferredAgain>().Max(criterion => (int?)criterion.WithinMonths) ?? 0;
        foreach (var tooShort in profile.Retention.Where(rule => rule.Months > 0 && rule.Months <= remembered))
        {
            hub.Fault(
                "retention",
                $"erases '{tooShort.Outcome}' after {tooShort.Months} months, and a criterion looks back {remembered}.",
                "Keep a month longer than the criterion looks back."
            );
        }
    }

    internal static void RefuseTwice(ProfileObject hub, string name, IEnumerable<string> codes)
    {
        foreach (
            var twice in codes.Where(code => code.Length > 0).GroupBy(code => code).Where(same => same.Count() > 1)
        )
        {
            hub.Fault(name, $"has the code '{twice.Key}' twice.", "Give each its own.");
        }
    }

    internal static void RefuseUnknownCriteria(
        ProfileObject hub,
        string name,
        HubProfile profile,
        IEnumerable<Circumstances> rules
    )
    {
        var known = profile.Criteria.Select(criterion => criterion.Code);
        foreach (var unknown in rules.SelectMany(rule => rule.AnyCriterionOf).Except(known))
        {
            hub.Fault(
                name,
                $"depends on the criterion '{unknown}', which is not stated.",
                "State it, or correct its code."
            );
        }
    }
}
