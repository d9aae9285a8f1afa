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

        RefuseTwice(hub, "criteria[].code");
        RefuseTwice(hub, "agencies[].code");
        RefuseUnknownCriteria(hub, "lowestRatings[].when", profile);
        RefuseUnknownCriteria(hub, "suggestedRatings[].when", profile);
        RefuseUnknownCriteria(hub, "legalBases[].when", profile);

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
        foreach (var (index, percent) in profile.PreWarningPercents.Index().Skip(1))
        {
            if (percent <= profile.PreWarningPercents[index - 1])
            {
                hub.Fault(
                    $"preWarningPercents[{index}]",
                    "is not above the one before.",
                    "Write each once, the smallest first."
                );
            }
        }
    }

    private static void CheckRetention(ProfileObject hub, HubProfile profile)
    {
        RefuseTwice(hub, "retention[].outcome");
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
        foreach (var (path, outcome) in hub.TextsAt("retention[].outcome").Where(rule => !known.Contains(rule.Text)))
        {
            hub.Fault(path, $"is '{outcome}', which is no outcome here.", $"Use {string.Join(", ", known)}.");
        }

        // Earlier enquiries are found in what is kept: erased too soon, a criterion of the hub could never hold.
        var remembered = profile.Criteria.OfType<ReferredAgain>().Max(criterion => (int?)criterion.WithinMonths) ?? 0;
        foreach (var tooShort in profile.Retention.Where(rule => rule.Months > 0 && rule.Months <= remembered))
        {
            // Absent from the file where it is the default that is too short here.
            var stated = hub.TextsAt("retention[].outcome").FirstOrDefault(rule => rule.Text == tooShort.Outcome).Path;
            hub.Fault(
                stated?.Replace(".outcome", ".months", StringComparison.Ordinal) ?? "retention",
                $"erases '{tooShort.Outcome}' after {tooShort.Months} months, and a criterion looks back {remembered}.",
                "Keep a month longer than the criterion looks back."
            );
        }
    }

    /// <param name="pattern">Where the codes stand, e.g. <c>criteria[].code</c>.</param>
    internal static void RefuseTwice(ProfileObject hub, string pattern)
    {
        var seen = new HashSet<string>();
        foreach (var (path, code) in hub.TextsAt(pattern).Where(code => code.Text.Length > 0))
        {
            if (!seen.Add(code))
            {
                hub.Fault(path, $"is '{code}', as of another before it.", "Give each its own.");
            }
        }
    }

    /// <param name="pattern">Where the circumstances stand, e.g. <c>visits.whenAny[]</c>.</param>
    internal static void RefuseUnknownCriteria(ProfileObject hub, string pattern, HubProfile profile)
    {
        var known = profile.Criteria.Select(criterion => criterion.Code).ToHashSet();
        foreach (
            var (path, unknown) in hub.TextsAt($"{pattern}.anyCriterionOf[]").Where(one => !known.Contains(one.Text))
        )
        {
            hub.Fault(path, $"is the criterion '{unknown}', which is not stated.", "State it, or correct its code.");
        }
    }
}
