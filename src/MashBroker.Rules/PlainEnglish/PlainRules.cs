using System.Globalization;

namespace MashBroker.Rules;

/// <summary>A hub's rules as a manager would read them, in the order of a case's life. What the hub does not state is marked.</summary>
public static class PlainRules
{
    private const string ByDefault = " (not stated by the hub: the product's default)";

    /// <summary>Lines without personal data; indented ones belong to the line above.</summary>
    public static IEnumerable<string> Of(HubProfile hub) =>
        [
            hub.Name,
            .. When(hub),
            .. ComesIn(hub),
            .. Enquires(hub),
            .. Meets(hub),
            .. Decides(hub),
            .. Afterwards(hub),
            .. Asked(hub),
        ];

    private static IEnumerable<string> When(HubProfile hub)
    {
        yield return "";
        yield return $"Open ({hub.Zone}){Mark(hub.Hours.Week, HubDefaults.Week)}";
        foreach (var (day, hours) in hub.Hours.Week.OrderBy(day => ((int)day.Key + 6) % 7))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {day} {hours.Opens:hh\\:mm} to {(hours.Closes.Days == 1 ? "24:00" : hours.Closes.ToString(@"hh\:mm", CultureInfo.InvariantCulture))}"
            );
        }

        yield return hub.OutOfHours is { } team
            ? $"  Otherwise: {team.Name}{Telephone(team.Telephone)}"
            : "  Otherwise: no team is named";
        yield return $"  Bank holidays are known {HolidayAlarm.Covered(hub)}";
    }

    private static IEnumerable<string> ComesIn(HubProfile hub)
    {
        yield return "";
        yield return "What comes in";
        if (hub.Reception is { } reception)
        {
            yield return $"  Referrals come in through {reception.Name}{Telephone(reception.Telephone)}"
                + (reception.Form is { } form ? $", on the {form}" : "");
        }

        if (hub.Thresholds is { } thresholds)
        {
            yield return $"  Needs are measured by {thresholds.Guidance}"
                + (thresholds.StatedByProfessionals ? "; professionals state the level" : "");
            foreach (var level in thresholds.Levels)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"    Level {level.Level}: {level.MetBy}");
            }
        }

        if (hub.Consultation is { } advice)
        {
            yield return $"  Advice before a referral: {advice.By}, to {PlainWords.List(advice.OfferedTo.Select(PlainWords.Of))}, about: {advice.About}";
        }

        yield return $"  Triage: {hub.TriagedBy.Who}. {hub.TriagedBy.Decides}{Mark(hub.TriagedBy, HubDefaults.TriagedBy)}";
        foreach (var route in hub.Routes)
        {
            yield return $"  {PlainWords.Of(route.Kind)}: {route.Then}{(route.AllocateAtOnce ? " Allocated at once." : "")}{Mark(route, HubDefaults.Routes.Single(rule => rule.Kind == route.Kind))}";
            if (route.Instead is { } instead)
            {
                yield return $"    except where {PlainWords.Any(route.ExceptWhenAny, hub)}: {instead}";
            }
        }
    }

    private static IEnumerable<string> Enquires(HubProfile hub)
    {
        yield return "";
        yield return "A multi-agency enquiry is made where any of these holds";
        foreach (var criterion in hub.Criteria)
        {
            yield return $"  {criterion.Name}: {PlainWords.Of(criterion)}";
        }

        yield return $"Otherwise: {hub.NoEnquiry.Route}{Mark(hub.NoEnquiry, HubDefaults.NoEnquiry)}";
        foreach (var step in hub.NoEnquiry.Steps)
        {
            yield return $"  {step.Name}{(hub.NoEnquiry.By is { } by ? $" ({by})" : "")}";
        }

        yield return $"Ratings are confirmed by: {hub.RatedBy}{Mark(hub.RatedBy, HubDefaults.RatedBy)}";
        foreach (var rule in hub.LowestRatings)
        {
            yield return $"  At least {rule.Rating} {PlainWords.Where(rule.When, hub)}";
        }

        foreach (var rule in hub.SuggestedRatings)
        {
            yield return $"  {rule.Rating} is suggested {(rule.When.HoldAlways ? "otherwise" : $"where {PlainWords.Of(rule.When, hub)}")}{Mark(hub.SuggestedRatings, HubDefaults.SuggestedRatings)}";
        }

        yield return $"Returns are due after: {PlainWords.Of(hub.Returns)}{Mark(hub.Returns, HubDefaults.Returns)}";
        yield return $"The hub is warned of silent agencies at {PlainWords.List(hub.PreWarningPercents.Select(percent => string.Create(CultureInfo.InvariantCulture, $"{percent} %")))} of that time{Mark(hub.PreWarningPercents, HubDefaults.PreWarningPercents)}";
        yield return $"The decision is due after: {PlainWords.Of(hub.Decision.Limits)}, from {(hub.Decision.Starts == DecisionStart.Allocated ? "allocation" : "the contact")}{Mark(hub.Decision, HubDefaults.Decision)}";
        foreach (var rule in hub.LegalBases)
        {
            yield return $"By law: {rule.Basis.Name ?? rule.Basis.Code} {(rule.When.HoldAlways ? "otherwise" : $"where {PlainWords.Of(rule.When, hub)}")}{Mark(hub.LegalBases, HubDefaults.LegalBases)}";
        }

        yield return hub.LookBackYears is { } years
            ? $"Agencies are asked about the last {Words.Count(years, "year")}"
            : $"Agencies are asked without a limit of years{ByDefault}";
        yield return $"Agreement is sought by: {PlainWords.List(hub.Consent.SoughtBy)}{Mark(hub.Consent, HubDefaults.Consent)}";
        yield return $"  It may be dispensed with where {PlainWords.Any(hub.Consent.DispensedWhenAny, hub)}{Mark(hub.Consent.DispensedWhenAny, HubDefaults.Consent.DispensedWhenAny)}";
        if (hub.Consent.DiscussedWhere is { } discussed)
        {
            yield return $"  Discussed with the parents where: {discussed}";
        }

        // No profile states the last of these and none can switch it off: ops/decisions/0062.
        string[] untold =
        [
            .. hub.Consent.NotToldWhenAny.Select(when => PlainWords.Of(when, hub)),
            "the referrer says that telling them adds risk to the child, and then nobody asks for their agreement either (so at every hub)",
        ];
        yield return $"  Parents are told before a referral, except where {string.Join("; or ", untold)}";
        if (hub.Consent.OnlyIfSureWhenAny.Count > 0)
        {
            yield return $"  Parents are told before only if it is sure that this adds no risk to the child, where {PlainWords.Any(hub.Consent.OnlyIfSureWhenAny, hub)}";
        }

        foreach (var ground in hub.NeedToKnow)
        {
            yield return $"Shared only where: {ground.Name}{Mark(hub.NeedToKnow, HubDefaults.NeedToKnow)}";
        }

        if (hub.ViewsSoughtFrom.Count > 0)
        {
            yield return $"Views are sought from: {PlainWords.List(hub.ViewsSoughtFrom)}";
        }
    }

    private static IEnumerable<string> Meets(HubProfile hub)
    {
        yield return "";
        if (hub.StrategyDiscussion is not { } rule)
        {
            yield return "The hub's documents call for no strategy discussion";
            yield break;
        }

        yield return $"{rule.Name} where {PlainWords.Any(rule.WhenAny, hub)}";
        yield return rule.Limit is { } limit
            ? $"  Within {PlainWords.Of(limit)}{(rule.Aim is { } aim ? $", aiming at {PlainWords.Of(aim)}" : "")}"
            : "  Before the decision is due";
        if (rule.NextWorkingDay != StrategyWait.None)
        {
            yield return $"  It may wait for the next working day{(rule.NextWorkingDay == StrategyWait.OutOfHours ? ", if called for while the hub is closed" : "")}, except where {PlainWords.Any(rule.UrgentWhenAny, hub)}{Mark(rule.UrgentWhenAny, HubDefaults.StrategyUrgentWhenAny)}";
        }

        if (rule.Lead is { } lead)
        {
            yield return $"  Led by: {lead}{(rule.OutOfHoursLead is { } other ? $"; while the hub is closed: {other}" : "")}";
        }

        foreach (var one in rule.Quorum)
        {
            yield return $"  Must attend: {NameOf(hub, one.Agency)}{(one.StandsFor.Count > 0 ? $" (for {PlainWords.List(one.StandsFor.Select(code => NameOf(hub, code)))})" : "")}";
        }

        if (rule.Invited.Count > 0)
        {
            yield return $"  Invited: {PlainWords.List(rule.Invited.Select(code => NameOf(hub, code)))}{(rule.ReturnStandsIn ? "; a return stands in for attendance" : "")}";
        }
    }

    private static IEnumerable<string> Decides(HubProfile hub)
    {
        var makers = hub.DecisionMakers;
        yield return "";
        yield return $"Decided by: {PlainWords.List(makers.By)}{(makers.JointlyWith.Count > 0 ? $", together with {PlainWords.List(makers.JointlyWith)}" : "")}{(makers.RecommendedBy.Count > 0 ? $", on the recommendation of {PlainWords.List(makers.RecommendedBy)}" : "")}{Mark(makers, HubDefaults.DecisionMakers)}";
        foreach (var outcome in hub.Outcomes)
        {
            yield return $"  {outcome.Name}{(outcome.Receiver is { } to ? $": to {to}{(outcome.ReceiverVaries ? ", which the hand-over names" : "")}" : "")}{(hub.MashHolds.Contains(outcome.Code) ? "; held by the hub's own social workers" : "")}{(outcome.OverseenBy is { } overseer ? $"; overseen by: {overseer}" : "")}{(outcome.NotStated ? ByDefault : Mark(hub.Outcomes, HubDefaults.Outcomes))}";
        }
    }

    private static IEnumerable<string> Afterwards(HubProfile hub)
    {
        yield return "";
        yield return "Afterwards";
        if (hub.CaseHold is { } hold)
        {
            yield return $"  The hub's social workers hold a case for at most {PlainWords.Of(hold.Limit)}; then: {hold.Then}";
        }

        yield return $"  A summary goes to: {hub.SummaryTo}{Mark(hub.SummaryTo, HubDefaults.SummaryTo)}";
        foreach (var rule in hub.Feedback)
        {
            var told = rule.What == FeedbackContent.Outcome ? "the outcome" : "that it was dealt with";
            var referrers = PlainWords.Or([.. rule.ReferrerKinds.Select(PlainWords.AReferrer)]);
            yield return rule.ByDefault
                ? $"  Feedback to {referrers}: {told}, by {rule.By} within {PlainWords.Of(rule.Limit)}{ByDefault}"
                : $"  Feedback to {referrers}: {told}, by {rule.By}{Mark(rule.By, HubDefaults.FeedbackBy)} within {Limit(rule.Limit, HubDefaults.FeedbackLimit)}";
        }

        yield return ReferenceEquals(hub.Family, HubDefaults.Family)
            ? $"  The family is told by {PlainWords.List(hub.Family.ToldBy)} within {PlainWords.Of(hub.Family.Limit)}: {hub.Family.What}{ByDefault}"
            : $"  The family is told by {PlainWords.List(hub.Family.ToldBy)} within {Limit(hub.Family.Limit, HubDefaults.FeedbackLimit)}: {hub.Family.What}{Mark(hub.Family.What, HubDefaults.Family.What)}";
        if (hub.Visits is { } visits)
        {
            yield return $"  Visits: {visits.Who}{(visits.ByHub ? "" : "; none by the hub's staff")}{(visits.WhenAny.Count > 0 ? $", where {PlainWords.Any(visits.WhenAny, hub)}" : "")}";
        }

        yield return $"  New information on a closed case: {hub.AfterClosing.NewReferralThrough}{Mark(hub.AfterClosing, HubDefaults.AfterClosing)}";
        foreach (var stage in hub.Disagreement)
        {
            yield return $"  Disagreement between professionals: {stage.Who}{Mark(hub.Disagreement, HubDefaults.Disagreement)}, within {Limit(stage.Limit, HubDefaults.DisagreementLimit)}";
        }

        foreach (var stage in hub.Complaints)
        {
            yield return $"  Complaint of parents: {stage.Who}{Mark(hub.Complaints, HubDefaults.Complaints)}, within {Limit(stage.Limit, HubDefaults.ComplaintLimit)}";
        }

        if (hub.MostReferred is { } most)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {most.Name}: the {most.Families} families that come back most"
            );
        }

        foreach (var rule in hub.Retention)
        {
            yield return $"  Kept for {Words.Months(rule.Months)} after: {hub.Outcomes.FirstOrDefault(one => one.Code == rule.Outcome)?.Name ?? Words.Of(rule.Outcome)}{Mark(hub.Retention, HubDefaults.Retention)}";
        }
    }

    private static IEnumerable<string> Asked(HubProfile hub)
    {
        yield return "";
        yield return "Agencies asked";
        foreach (var agency in hub.Agencies)
        {
            yield return $"  {agency.Name} ({PlainWords.Of(agency.Sector)}{(agency.Linked ? ", linked: asked when somebody asks for it" : "")})";
            // Without an agreement that was signed, nobody of the hub has said what passes between the two.
            var proposed = agency.Agreement?.Placeholder == true ? ByDefault : "";
            yield return $"    About: {PlainWords.List(agency.AskedAbout.Select(PlainWords.Of))}; told besides names, dates of birth and addresses: {(agency.MaySee.Count == 0 ? "nothing" : PlainWords.List(agency.MaySee.Select(PlainNames.OfTold)))}{proposed}";
            yield return $"    May return: {PlainWords.List(agency.MayReturn.Select(PlainNames.OfRecord))}{proposed}";
            foreach (var question in agency.Questions)
            {
                yield return $"    Asked: {question}{(proposed.Length > 0 ? proposed : Mark(agency.Questions, HubDefaults.Questions))}";
            }

            yield return agency.Agreement is { } signed
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"    Agreement {signed.Version} from {signed.From:d MMMM yyyy}{(signed.Until is { } until ? $" to {until:d MMMM yyyy}" : "")}, for: {PlainWords.List(signed.Purposes.Select(Words.Of))}{(signed.Placeholder ? $": {SharingAgreement.PlaceholderInWords}" : "")}"
                )
                : "    No sharing agreement";
        }
    }

    private static string NameOf(HubProfile hub, string code) =>
        hub.Agencies.Single(agency => agency.Code == code).Name;

    private static string Limit(TimeLimit limit, TimeLimit standard) =>
        $"{PlainWords.Of(limit)}{Mark(limit, standard)}";

    private static string Telephone(string? number) => number is null ? "" : $", {number}";

    private static string Mark(object stated, object standard) => ReferenceEquals(stated, standard) ? ByDefault : "";
}
