namespace MashBroker.Rules;

/// <summary>The part of a profile about the meeting of agencies.</summary>
internal static class ProfileStrategy
{
    public static StrategyRule Read(ProfileObject rule)
    {
        var read = new StrategyRule
        {
            Name = rule.Text("name"),
            WhenAny = ProfileCriteria.ReadWhenAny(rule, "whenAny"),
            Aim = rule.Object("aim", ProfileLimits.ReadLimit),
            Limit = rule.Object("limit", ProfileLimits.ReadLimit),
            NextWorkingDay = rule.Word("nextWorkingDay", StrategyWait.None),
            UrgentWhenAny = rule.Has("urgentWhenAny")
                ? ProfileCriteria.ReadWhenAny(rule, "urgentWhenAny")
                : HubDefaults.StrategyUrgentWhenAny,
            Lead = rule.OptionalText("lead"),
            OutOfHoursLead = rule.OptionalText("outOfHoursLead"),
            Quorum = rule.Objects(
                "quorum",
                agency => new QuorumAgency(agency.Code("agency"), agency.Texts("standsFor"))
            ),
            Invited = rule.Texts("invited"),
            ReturnStandsIn = rule.Flag("returnStandsIn"),
        };
        if (read.WhenAny.Count == 0)
        {
            rule.Fault("whenAny", "is empty: none would ever be called for.", "State when, e.g. significantHarm.");
        }

        if (read.NextWorkingDay == StrategyWait.None && rule.Has("urgentWhenAny"))
        {
            rule.Fault(
                "urgentWhenAny",
                "says nothing: no discussion waits here.",
                "State nextWorkingDay, or leave it out."
            );
        }

        if (read.Aim is { } aim && !(read.Limit is { } limit && aim.Within <= limit.Within && aim.Runs == limit.Runs))
        {
            rule.Fault(
                "aim",
                "is later than the limit, or has none.",
                "Give a limit, counted alike, and an aim within it."
            );
        }

        return read;
    }
}
