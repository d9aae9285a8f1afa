using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Rules;

/// <summary>What holds for a hub whose documents do not say. ops/decisions/0010 gives the reasons.</summary>
public static class HubDefaults
{
    public const string Zone = "Europe/London";

    public const string BankHolidays = "england-and-wales";

    public const string Purpose = "safeguarding-enquiry";

    public static readonly IReadOnlyDictionary<DayOfWeek, OpenHours> Week = new[]
    {
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
    }.ToDictionary(day => day, _ => new OpenHours(TimeSpan.FromHours(9), TimeSpan.FromHours(17)));

    public static readonly RatingLimits Returns = new(
        Red: new TimeLimit(TimeSpan.FromHours(2)),
        Amber: new TimeLimit(TimeSpan.FromHours(6)),
        Green: new TimeLimit(TimeSpan.FromHours(24))
    );

    public static readonly DecisionClock Decision = new(
        DecisionStart.ContactReceived,
        new RatingLimits(
            Red: new TimeLimit(TimeSpan.FromHours(24)),
            Amber: new TimeLimit(TimeSpan.FromHours(24)),
            Green: new TimeLimit(TimeSpan.FromHours(48))
        )
    );

    /// <summary>Two years: a re-referral is looked for over twelve months, and a working copy is no archive (ops/decisions/0050).</summary>
    public static readonly IReadOnlyList<RetentionRule> Retention =
    [
        new(RetentionRule.Enquiry, 24),
        new(RetentionRule.NoEnquiry, 24),
    ];

    public static readonly IReadOnlyList<int> PreWarningPercents = [50, 75, 90];

    /// <summary>Everybody: "the child and their family".</summary>
    public static readonly IReadOnlyList<SubjectRole> AskedAbout =
    [
        SubjectRole.Child,
        SubjectRole.UnbornChild,
        SubjectRole.Sibling,
        SubjectRole.Parent,
        SubjectRole.Carer,
        SubjectRole.OtherAdult,
    ];

    public static readonly IReadOnlyList<string> Questions =
    [
        "What do you hold about these people that bears on the concern?",
    ];

    public static readonly IReadOnlyList<RatingRule> SuggestedRatings =
    [
        new(Rating.Red, new Circumstances { ImmediateRisk = true }, "The child is said to be at risk now."),
        new(
            Rating.Amber,
            new Circumstances { SignificantHarm = true },
            "The child is said to have suffered, or to be likely to suffer, significant harm."
        ),
        new(Rating.Amber, new Circumstances { StillMissing = true }, "The child has not been found."),
        new(
            Rating.Amber,
            new Circumstances { LevelOfNeedAtLeast = 4 },
            "The referrer puts the child at the highest level of need."
        ),
        new(Rating.Green, new Circumstances(), "Nothing in the contact points to a higher rating."),
    ];

    public static readonly IReadOnlyList<LegalBasisRule> LegalBases =
    [
        new(
            new LegalBasis(
                "children-act-1989-s47",
                "There is reason to suspect significant harm: what each agency holds is needed to decide whether the child must be protected.",
                "Children Act 1989, section 47"
            ),
            new Circumstances { SignificantHarm = true }
        ),
        new(
            new LegalBasis(
                "children-act-1989-s17",
                "What each agency holds is needed to judge the concern and the child's needs; no more is asked for than that.",
                "Children Act 1989, section 17"
            ),
            new Circumstances()
        ),
    ];

    public static readonly TriageDuty TriagedBy = new(
        "A named person at the hub",
        "Whether the contact becomes a multi-agency enquiry."
    );

    public const string RatedBy = "A manager or a social worker of the hub";

    /// <summary>The posts of which <see cref="RatedBy"/> speaks, as they stand on doors. ops/decisions/0095.</summary>
    public static readonly IReadOnlyList<string> RatingPosts = ["manager", "social worker", "social work practitioner"];

    /// <summary>What the law and its statutory guidance ask of every area; a hub states its own way instead.</summary>
    public static readonly IReadOnlyList<RouteRule> Routes =
    [
        new(
            RouteKind.ChildProtection,
            "A social worker takes the case now and decides whether enquiries under section 47 are needed.",
            AllocateAtOnce: true
        ),
        // Counter-Terrorism and Security Act 2015, section 26.
        new(RouteKind.Prevent, "Send a Prevent referral to the police beside this contact."),
        // Statutory guidance on children who run away or go missing from home or care, January 2014.
        new(
            RouteKind.Missing,
            "Make sure that the police know the child is missing; offer an independent return interview once found."
        ),
        // Modern Slavery Act 2015, section 52.
        new(
            RouteKind.Exploitation,
            "Use the partnership's exploitation screening; consider the National Referral Mechanism."
        ),
        new(RouteKind.OpenToSocialWorker, "Pass the concern to the child's social worker or their team."),
        new(RouteKind.OpenToEarlyHelp, "Speak with the family's Early Help worker first.")
        {
            ExceptWhenAny = [new Circumstances { SignificantHarm = true }, new Circumstances { ImmediateRisk = true }],
            Instead = "Treat it as a new contact: the child may be suffering significant harm.",
        },
    ];

    public static readonly NoEnquiryRule NoEnquiry = new()
    {
        Route = "Early Help or universal services, as the person who decides sees fit",
        Steps = [],
    };

    public static readonly DecisionMakers DecisionMakers = new(["A manager of the hub"], [], []);

    /// <summary>Those that Working Together to Safeguard Children (2023), chapter 3, leads a referral to.</summary>
    public static readonly IReadOnlyList<OutcomeRule> Outcomes =
    [
        new()
        {
            Code = "no-further-action",
            Name = "No further action",
            Closes = true,
        },
        new()
        {
            Code = "early-help",
            Name = "Early Help",
            Receiver = "Early Help",
        },
        new()
        {
            Code = "section-17",
            Name = "Assessment under section 17",
            Receiver = "Children's social care",
            SocialCare = true,
        },
        new()
        {
            Code = "section-47",
            Name = "Enquiries under section 47",
            Receiver = "Children's social care",
            SocialCare = true,
        },
    ];

    /// <summary>
    /// One working day after the decision. Working Together to Safeguard Children (2023) has the referrer told within one working
    /// day of the referral what is decided; no hub states a figure.
    /// </summary>
    public static readonly TimeLimit FeedbackLimit = TimeLimit.OfWorkingDays(1);

    public const string FeedbackBy = "The hub";

    public static readonly IReadOnlyList<FeedbackRule> Feedback =
    [
        new([ReferrerKind.Professional, ReferrerKind.Family], FeedbackContent.Outcome, FeedbackBy, FeedbackLimit)
        {
            ByDefault = true,
        },
        new([ReferrerKind.MemberOfPublic], FeedbackContent.Acknowledgement, FeedbackBy, FeedbackLimit)
        {
            ByDefault = true,
        },
    ];

    public static readonly FamilyRule Family = new(
        ["The hub"],
        "What was decided and what happens next",
        FeedbackLimit
    );

    public static readonly IReadOnlyList<Circumstances> StrategyUrgentWhenAny =
    [
        new Circumstances { ImmediateRisk = true },
    ];

    public const string SummaryTo = "The team that receives the case";

    public static readonly ConsentRule Consent = new()
    {
        SoughtBy = ["The referrer"],
        DispensedWhenAny = [new Circumstances { SignificantHarm = true }, new Circumstances { ImmediateRisk = true }],
    };

    /// <summary>Proportionate and necessary: Information sharing, advice for practitioners (2024).</summary>
    public static readonly IReadOnlyList<NeedToKnowGround> NeedToKnow =
    [
        new("necessary", "They need it for their part in safeguarding this child, and no less would do."),
    ];

    public static readonly AfterClosingRule AfterClosing = new("The hub, as a new contact linked with the closed one");

    /// <summary>No guidance sets one: a working week, so that a disagreement about a child does not lie.</summary>
    public static readonly TimeLimit DisagreementLimit = TimeLimit.OfWorkingDays(5);

    /// <summary>Stage one of the Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 14.</summary>
    public static readonly TimeLimit ComplaintLimit = TimeLimit.OfWorkingDays(10);

    public static readonly IReadOnlyList<StageRule> Disagreement =
    [
        new("manager", "A manager of the hub", DisagreementLimit),
        new("escalation", "The safeguarding partnership's escalation procedure", DisagreementLimit),
    ];

    public static readonly IReadOnlyList<StageRule> Complaints =
    [
        new("complaints-team", "The council's complaints team", ComplaintLimit),
    ];
}
