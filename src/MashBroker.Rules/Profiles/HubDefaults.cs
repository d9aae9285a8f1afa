using MashBroker.Contracts;
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
}
