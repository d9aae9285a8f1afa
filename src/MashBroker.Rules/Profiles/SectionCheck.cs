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
        ProfileCheck.RefuseTwice(hub, "outcomes[].code");
        ProfileCheck.RefuseTwice(hub, "needToKnow[].code");
        ProfileCheck.RefuseTwice(hub, "noEnquiry.steps[].code");
        ProfileCheck.RefuseTwice(hub, "disagreement[].code");
        ProfileCheck.RefuseTwice(hub, "complaints[].code");
        foreach (var (path, code) in hub.TextsAt("outcomes[].code"))
        {
            if (
                profile.Outcomes.Any(outcome => outcome.Code == code && outcome is { Closes: true, Receiver: not null })
            )
            {
                hub.Fault(
                    path.Replace(".code", ".receiver", StringComparison.Ordinal),
                    "receives a case that closes.",
                    "Leave out \"receiver\" or \"closes\"."
                );
            }
        }

        for (var i = 0; i < profile.Outcomes.Count; i++)
        {
            if (profile.Outcomes[i] is { ReceiverVaries: true, Receiver: null })
            {
                hub.Fault(
                    $"outcomes[{i}].receiverVaries",
                    "is said of no receiver.",
                    "Describe in \"receiver\" who it can be, or leave it out."
                );
            }
        }

        RefuseUnknown(hub, "mashHolds[]", "outcomes", outcomes);
        RefuseUnknown(hub, "noEnquiry.outcomes[]", "outcomes", outcomes);
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
        RefuseUnknown(hub, "strategyDiscussion.quorum[].agency", "agencies", agencies);
        RefuseUnknown(hub, "strategyDiscussion.quorum[].standsFor[]", "agencies", agencies);
        RefuseUnknown(hub, "strategyDiscussion.invited[]", "agencies", agencies);
        ProfileCheck.RefuseTwice(hub, "strategyDiscussion.quorum[].agency");
        foreach (var (path, present) in Present("strategyDiscussion.quorum[].standsFor[]"))
        {
            hub.Fault(path, $"is '{present}', which must attend itself.", "Leave it out here, or out of the quorum.");
        }

        foreach (var (path, present) in Present("strategyDiscussion.invited[]"))
        {
            hub.Fault(path, $"is '{present}', which must attend.", "Leave it in the quorum alone.");
        }

        IEnumerable<(string Path, string Text)> Present(string pattern) =>
            hub.TextsAt(pattern).Where(one => quorum.Contains(one.Text));
    }

    private static void CheckCircumstances(ProfileObject hub, HubProfile profile)
    {
        string[] patterns =
        [
            "strategyDiscussion.whenAny[]",
            "strategyDiscussion.urgentWhenAny[]",
            "routes.*.exceptWhenAny[]",
            "visits.whenAny[]",
            "consent.dispensedWhenAny[]",
            "consent.notToldWhenAny[]",
            "consent.onlyIfSureWhenAny[]",
        ];
        foreach (var pattern in patterns)
        {
            ProfileCheck.RefuseUnknownCriteria(hub, pattern, profile);
        }
    }

    private static void RefuseUnknown(
        ProfileObject hub,
        string pattern,
        string section,
        IReadOnlyCollection<string> known
    )
    {
        foreach (var (path, unknown) in hub.TextsAt(pattern).Where(one => !known.Contains(one.Text)))
        {
            hub.Fault(
                path,
                $"is '{unknown}', which is not among the \"{section}\".",
                "State it there, or correct its code."
            );
        }
    }
}
