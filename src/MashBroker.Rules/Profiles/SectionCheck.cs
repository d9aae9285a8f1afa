namespace MashBroker.Rules;

/// <summary>Sections of a profile that name codes of others.</summary>
internal static class SectionCheck
{
    public static void Run(ProfileObject hub, HubProfile profile)
    {
        if (profile.Outcomes.Count == 0)
        {
            hub.Fault("outcomes", "is empty: nothing could be decided.", "State at least one, or leave it out.");
        }

        var outcomes = profile.Outcomes.Select(outcome => outcome.Code).ToList();
        ProfileCheck.RefuseTwice(hub, "outcomes", outcomes);
        ProfileCheck.RefuseTwice(hub, "needToKnow", profile.NeedToKnow.Select(ground => ground.Code));
        ProfileCheck.RefuseTwice(hub, "noEnquiry.steps", profile.NoEnquiry.Steps.Select(step => step.Code));
        ProfileCheck.RefuseTwice(hub, "disagreement", profile.Disagreement.Select(stage => stage.Code));
        ProfileCheck.RefuseTwice(hub, "complaints", profile.Complaints.Select(stage => stage.Code));
        foreach (var (index, outcome) in profile.Outcomes.Index())
        {
            if (outcome is { Closes: true, Receiver: not null })
            {
                hub.Fault(
                    $"outcomes[{index}].receiver",
                    "receives a case that closes.",
                    "Leave out \"receiver\" or \"closes\"."
                );
            }
        }

        RefuseUnknown(hub, "mashHolds", "outcomes", profile.MashHolds, outcomes);
        RefuseUnknown(hub, "noEnquiry.outcomes", "outcomes", profile.NoEnquiry.Outcomes, outcomes);
        CheckStrategy(hub, profile);
        CheckCircumstances(hub, profile);
    }

    private static void CheckStrategy(ProfileObject hub, HubProfile profile)
    {
        if (profile.StrategyDiscussion is not { } rule)
        {
            return;
        }

        var agencies = profile.Agencies.Select(agency => agency.Code).ToList();
        var quorum = rule.Quorum.Select(one => one.Agency).ToList();
        RefuseUnknown(hub, "strategyDiscussion.quorum", "agencies", quorum, agencies);
        RefuseUnknown(
            hub,
            "strategyDiscussion.quorum",
            "agencies",
            rule.Quorum.SelectMany(one => one.StandsFor),
            agencies
        );
        RefuseUnknown(hub, "strategyDiscussion.invited", "agencies", rule.Invited, agencies);
        ProfileCheck.RefuseTwice(hub, "strategyDiscussion.quorum", quorum);
        foreach (var (index, one) in rule.Quorum.Index())
        {
            foreach (var present in one.StandsFor.Intersect(quorum))
            {
                hub.Fault(
                    $"strategyDiscussion.quorum[{index}].standsFor",
                    $"names '{present}', which must attend itself.",
                    "Leave it out here, or out of the quorum."
                );
            }
        }

        foreach (var twice in rule.Invited.Intersect(quorum))
        {
            hub.Fault(
                "strategyDiscussion.invited",
                $"names '{twice}', which must attend.",
                "Leave it in the quorum alone."
            );
        }
    }

    private static void CheckCircumstances(ProfileObject hub, HubProfile profile)
    {
        Criteria("strategyDiscussion.whenAny", profile.StrategyDiscussion?.WhenAny ?? []);
        Criteria("strategyDiscussion.urgentWhenAny", profile.StrategyDiscussion?.UrgentWhenAny ?? []);
        Criteria("routes", profile.Routes.SelectMany(route => route.ExceptWhenAny));
        Criteria("visits.whenAny", profile.Visits?.WhenAny ?? []);
        Criteria(
            "consent",
            [
                .. profile.Consent.DispensedWhenAny,
                .. profile.Consent.NotToldWhenAny,
                .. profile.Consent.OnlyIfSureWhenAny,
            ]
        );

        void Criteria(string name, IEnumerable<Circumstances> rules) =>
            ProfileCheck.RefuseUnknownCriteria(hub, name, profile, rules);
    }

    private static void RefuseUnknown(
        ProfileObject hub,
        string name,
        string section,
        IEnumerable<string> codes,
        IReadOnlyCollection<string> known
    )
    {
        foreach (var unknown in codes.Except(known))
        {
            hub.Fault(
                name,
                $"names '{unknown}', which is not among the \"{section}\".",
                "State it there, or correct its code."
            );
        }
    }
}
