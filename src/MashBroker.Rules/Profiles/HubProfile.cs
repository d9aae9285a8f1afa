using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// The rules of one hub, as its own documents state them. Read from <c>ops/hubs/*.json</c>; a rule that the file leaves out
/// is one of <see cref="HubDefaults"/>. No hub has code of its own.
/// </summary>
public sealed record HubProfile
{
    /// <summary>Lower case, e.g. <c>sefton</c>; stands in references, lanes and certificates.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Name of the hub's time zone in the IANA database, e.g. <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    public required HubHours Hours { get; init; }

    /// <summary>Who is told when nobody is at the hub; absent where the hub states no such team.</summary>
    public OutOfHoursTeam? OutOfHours { get; init; }

    /// <summary>Any one of these qualifies a contact for a multi-agency enquiry.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Ratings that the hub says are the least in certain circumstances.</summary>
    public required IReadOnlyList<RatingRule> LowestRatings { get; init; }

    /// <summary>What is proposed to the person who rates; the gravest that applies wins.</summary>
    public required IReadOnlyList<RatingRule> SuggestedRatings { get; init; }

    /// <summary>Time an agency has for its return, from publication.</summary>
    public required RatingLimits Returns { get; init; }

    /// <summary>Time the hub has for its decision.</summary>
    public required DecisionClock Decision { get; init; }

    /// <summary>Percentages of the return's time at which the hub is warned of agencies still silent, ascending.</summary>
    public required IReadOnlyList<int> PreWarningPercents { get; init; }

    /// <summary>Everybody whom this hub asks, whether connected or not.</summary>
    public required IReadOnlyList<AgencyProfile> Agencies { get; init; }

    /// <summary>Code of the purpose that every letter of an enquiry states.</summary>
    public required string Purpose { get; init; }

    /// <summary>The first whose circumstances hold is the enquiry's; the last holds always.</summary>
    public required IReadOnlyList<LegalBasisRule> LegalBases { get; init; }

    /// <summary>Years before publication that agencies are asked about; absent: no limit.</summary>
    public int? LookBackYears { get; init; }

    /// <summary>How long content is kept, by outcome; always holds <c>enquiry</c> and <c>no-enquiry</c>.</summary>
    public required IReadOnlyList<RetentionRule> Retention { get; init; }

    /// <summary>Where referrals come in; absent where that is the hub itself.</summary>
    public Reception? Reception { get; init; }

    /// <summary>Absent where the hub names no such document.</summary>
    public Thresholds? Thresholds { get; init; }

    public required TriageDuty TriagedBy { get; init; }

    /// <summary>Who confirms a rating.</summary>
    public required string RatedBy { get; init; }

    /// <summary>One for each <see cref="RouteKind"/>, in its order.</summary>
    public required IReadOnlyList<RouteRule> Routes { get; init; }

    public required NoEnquiryRule NoEnquiry { get; init; }

    /// <summary>Absent where the hub offers none.</summary>
    public ConsultationRule? Consultation { get; init; }

    /// <summary>Absent where the hub's documents call for none.</summary>
    public StrategyRule? StrategyDiscussion { get; init; }

    public required DecisionMakers DecisionMakers { get; init; }

    /// <summary>What the hub can decide; never empty.</summary>
    public required IReadOnlyList<OutcomeRule> Outcomes { get; init; }

    /// <summary>Absent where the hub sets no limit to holding.</summary>
    public CaseHoldRule? CaseHold { get; init; }

    /// <summary>One for each kind of referrer at most; together they cover every kind.</summary>
    public required IReadOnlyList<FeedbackRule> Feedback { get; init; }

    public required FamilyRule Family { get; init; }

    /// <summary>Who gets a summary with the case.</summary>
    public required string SummaryTo { get; init; }

    /// <summary>Absent where the hub does not say who visits.</summary>
    public VisitRule? Visits { get; init; }

    /// <summary>Codes of outcomes after which the hub's own social workers hold the case.</summary>
    public required IReadOnlyList<string> MashHolds { get; init; }

    /// <summary>Whose views the hub seeks beside the agencies' returns.</summary>
    public required IReadOnlyList<string> ViewsSoughtFrom { get; init; }

    public required ConsentRule Consent { get; init; }

    public required IReadOnlyList<NeedToKnowGround> NeedToKnow { get; init; }

    public required AfterClosingRule AfterClosing { get; init; }

    /// <summary>Steps of a disagreement between professionals, the first first.</summary>
    public required IReadOnlyList<StageRule> Disagreement { get; init; }

    /// <summary>Steps of a complaint of parents, the first first.</summary>
    public required IReadOnlyList<StageRule> Complaints { get; init; }

    /// <summary>Absent where the hub looks for no such families.</summary>
    public MostReferredRule? MostReferred { get; init; }

    /// <summary>Reads a profile (JSON, comments allowed); reports every fault at once.</summary>
    public static HubProfileReading Read(string json) => ProfileReader.Read(json);
}

/// <summary>Invariant: exactly one of a profile or at least one fault.</summary>
public sealed record HubProfileReading(HubProfile? Profile, IReadOnlyList<FieldFault> Faults)
{
    /// <summary>The profile, for a host that cannot start without one.</summary>
    /// <exception cref="FormatException">Names every fault with its path and remedy.</exception>
    public HubProfile Required() =>
        Profile
        ?? throw new FormatException(
            "The hub profile cannot be used: "
                + string.Join("; ", Faults.Select(fault => $"{fault.Path}: {fault.Fault} {fault.Remedy}"))
        );
}
