using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>The parts of a profile about deciding and what follows.</summary>
internal static class ProfileDecision
{
    public static DecisionMakers ReadMakers(ProfileObject makers)
    {
        var by = makers.Texts("by");
        if (by.Count == 0)
        {
            makers.Fault("by", "names nobody.", "Say whose decision it is.");
        }

        return new DecisionMakers(by, makers.Texts("jointlyWith"), makers.Texts("recommendedBy"));
    }

    public static OutcomeRule ReadOutcome(ProfileObject outcome) =>
        new()
        {
            Code = outcome.Code("code"),
            Name = outcome.Text("name"),
            Receiver = outcome.OptionalText("receiver"),
            ReceiverVaries = outcome.Flag("receiverVaries"),
            OverseenBy = outcome.OptionalText("overseenBy"),
            FamilyToldBy = outcome.OptionalText("familyToldBy"),
            NotStated = outcome.Flag("notStated"),
            Closes = outcome.Flag("closes"),
            SocialCare = outcome.Flag("socialCare"),
        };

    public static CaseHoldRule ReadHold(ProfileObject hold) =>
        new(hold.Object("limit", ProfileLimits.ReadLimit) ?? NoLimit(hold), hold.Text("then"));

    public static FamilyRule ReadFamily(ProfileObject family)
    {
        var toldBy = family.Texts("toldBy");
        if (toldBy.Count == 0)
        {
            family.Fault("toldBy", "names nobody.", "Say who tells the family.");
        }

        return new FamilyRule(
            toldBy,
            family.OptionalText("what") ?? HubDefaults.Family.What,
            family.Object("limit", ProfileLimits.ReadLimit) ?? HubDefaults.FeedbackLimit
        );
    }

    public static VisitRule ReadVisits(ProfileObject visits) =>
        new(visits.Flag("byHub"), visits.Text("who"), ProfileCriteria.ReadWhenAny(visits, "whenAny"));

    /// <summary>The hub's own rules first; kinds of referrer that it leaves out are told as the default says.</summary>
    public static IReadOnlyList<FeedbackRule> ReadFeedback(ProfileObject hub)
    {
        var stated = hub.Objects("feedback", ReadFeedbackRule);
        var told = new HashSet<string>();
        foreach (var (path, kind) in hub.TextsAt("feedback[].referrerKinds[]").Where(kind => !told.Add(kind.Text)))
        {
            hub.Fault(path, $"is '{kind}', whom another rule tells.", "Leave it in one of them.");
        }

        var kinds = stated.SelectMany(rule => rule.ReferrerKinds).ToHashSet();
        return
        [
            .. stated,
            .. HubDefaults
                .Feedback.Select(rule =>
                    rule with
                    {
                        ReferrerKinds = [.. rule.ReferrerKinds.Where(kind => !kinds.Contains(kind))],
                    }
                )
                .Where(rule => rule.ReferrerKinds.Count > 0),
        ];
    }

    /// <summary>Null where the profile does not state this kind of stage.</summary>
    public static IReadOnlyList<StageRule>? ReadStages(ProfileObject hub, string name, TimeLimit otherwise)
    {
        if (!hub.Has(name))
        {
            return null;
        }

        var stages = hub.Objects(
            name,
            stage => new StageRule(
                stage.Code("code"),
                stage.Text("who"),
                stage.Object("limit", ProfileLimits.ReadLimit) ?? otherwise
            )
        );
        if (stages.Count == 0)
        {
            hub.Fault(name, "is empty: nobody would look at it.", "State its first step, or leave it out.");
        }

        return stages;
    }

    private static FeedbackRule ReadFeedbackRule(ProfileObject rule)
    {
        var kinds = rule.Words<ReferrerKind>("referrerKinds");
        if (kinds.Count == 0)
        {
            rule.Fault("referrerKinds", "names nobody.", "Say who is told: professional, member-of-public, family.");
        }

        return new FeedbackRule(
            kinds,
            rule.RequiredWord<FeedbackContent>("what"),
            rule.OptionalText("by") ?? HubDefaults.FeedbackBy,
            rule.Object("limit", ProfileLimits.ReadLimit) ?? HubDefaults.FeedbackLimit
        );
    }

    private static TimeLimit NoLimit(ProfileObject hold)
    {
        hold.Fault("limit", "is missing.", "Write hours or workingDays.");
        return HubDefaults.FeedbackLimit;
    }
}
