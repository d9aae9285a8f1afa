using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Rules;
using static MashBroker.Tests.Hubs.CaseText;

namespace MashBroker.Tests.Hubs;

/// <summary>What follows in a worked case, by the heading of a bold column.</summary>
internal static class CaseAnswers
{
    private static readonly Dictionary<string, Func<CaseWorld, string>> ByHeading = new()
    {
        ["hub"] = world => $"{world.Hub.Name} ({world.Hub.Code})",
        ["referrals through"] = world => world.Hub.Reception?.Name ?? Nothing,
        ["form"] = world => world.Hub.Reception?.Form ?? Nothing,
        ["telephone"] = world => world.Hub.Reception?.Telephone ?? Nothing,
        ["out of hours"] = world =>
            world.Hub.OutOfHours is { } team ? List([team.Name, .. Given(team.Telephone)]) : Nothing,
        ["triaged by"] = world => world.Hub.TriagedBy.Who,
        ["decides"] = world => world.Hub.TriagedBy.Decides,
        ["rated by"] = world => world.Hub.RatedBy,
        ["opens"] = world => Open(world).First(),
        ["closes"] = world => Open(world).Last(),
        ["advice by"] = world => world.Hub.Consultation?.By ?? Nothing,
        ["advice to"] = world => List(world.Hub.Consultation?.OfferedTo.Select(PlainWords.Of) ?? []),
        ["advice about"] = world => world.Hub.Consultation?.About ?? Nothing,
        ["guidance"] = world => world.Outlook.LevelOfNeed?.Guidance ?? Nothing,
        ["level met by"] = world => world.Outlook.LevelOfNeed?.MetBy ?? Nothing,
        ["ask for level"] = world => YesOrNo(world.Outlook.LevelOfNeed?.AskReferrer == true),
        ["enquiry"] = world =>
            world.Outlook.Standing switch
            {
                EnquiryStanding.Enquiry => "yes",
                EnquiryStanding.AskAPerson => "somebody has to say",
                _ => "no",
            },
        ["criteria"] = world => List(world.Outlook.Triage.Criteria.Select(one => one.Name)),
        ["criterion code"] = world => List(world.Outlook.Triage.Criteria.Select(one => one.Code)),
        ["since"] = world => List(world.Outlook.Triage.Criteria.Select(one => When(one.Since, world.Hub))),
        ["because"] = world => List(world.Outlook.Triage.Criteria.SelectMany(one => one.Facts)),
        ["nearly"] = world => List(world.Outlook.Triage.NearMisses.Select(one => one.Name)),
        ["asked of a person"] = world =>
            List(world.Outlook.Triage.ForAPerson.Select(one => $"{one.Name}: {one.Question} ({one.Code})")),
        ["suggested"] = world => world.Outlook.Triage.Suggested.Rating.ToString(),
        ["reasons"] = world => List(world.Outlook.Triage.Suggested.Reasons),
        ["at least"] = world =>
            world.Outlook.Triage.LowestAllowed is Rating.None ? Nothing : world.Outlook.Triage.LowestAllowed.ToString(),
        ["routes"] = world => List(world.Outlook.Routes.Select(route => PlainWords.Of(route.Kind))),
        ["what is done"] = world => List(world.Outlook.Routes.Select(route => route.Then)),
        ["allocated at once"] = world => YesOrNo(world.Outlook.Routes.Any(route => route.AllocateAtOnce)),
        ["agreement sought by"] = world =>
            world.Outlook.Consent.InsteadOfSeeking ?? List(world.Outlook.Consent.SoughtBy),
        ["discussed with them where"] = world => world.Outlook.Consent.DiscussedWhere ?? Nothing,
        ["without agreement"] = world => YesOrNo(world.Outlook.Consent.MayBeDispensedWith),
        ["parents told before"] = world =>
            world.Outlook.Consent.Beforehand switch
            {
                ToldBeforehand.Expected => "yes",
                ToldBeforehand.OnlyIfSure => "only if sure",
                _ => "no",
            },
        ["returns due"] = world => When(Choice(world).ReturnDue, world.Hub),
        ["return due"] = world => world.Outlook.Plan is null ? Nothing : When(Choice(world).ReturnDue, world.Hub),
        ["decision due"] = world => When(world.Outlook.DecisionDue, world.Hub),
        ["minutes to decide"] = world => Number(Choice(world).MinutesToDecide),
        ["told out of hours"] = world => Choice(world).ReturnDue.Tell?.Name ?? Nothing,
        ["due after re-rating"] = world =>
            When(
                new HubClock(world.Hub).ReturnDueAfterRerating(
                    world.ReRated,
                    world.Now,
                    new HubClock(world.Hub).ReturnDue(world.Rated, world.Now).At,
                    world.AManagerSaysWhy
                ),
                world.Hub
            ),
        ["warnings"] = world => List(Choice(world).PreWarnings.Select(warning => When(warning.At, world.Hub))),
        ["agencies asked"] = world => List(Agencies(world, asked: true)),
        ["not asked"] = world => List(Agencies(world, asked: false)),
        ["in this order"] = world => List(world.Outlook.Plan!.Agencies.Select(agency => agency.Name)),
        ["asked"] = Asked,
        ["law"] = world => world.Outlook.Plan!.LegalBasis.Code,
        ["purpose"] = world => world.Outlook.Plan!.Purpose,
        ["sector"] = world => PlainWords.Of(world.Agency.Sector),
        ["linked"] = world => YesOrNo(world.Agency.Linked),
        ["agency code"] = world => world.Agency.Code,
        ["may be told"] = world => List(world.Agency.MaySee),
        ["asked about"] = world => List(world.Agency.AskedAbout.Select(PlainWords.Of)),
        ["may return"] = world => List(world.Agency.MayReturn),
        ["is asked"] = world => List(world.Agency.Questions),
        ["agreement"] = world =>
            world.Agency.Agreement is not { } signed
                ? Nothing
                : $"version {signed.Version} {(signed.Covers(world.Hub.Purpose, world.Day) ? "covers it" : "does not cover it")}{(signed.Placeholder ? " (a placeholder)" : "")}",
        ["meeting"] = world => world.Outlook.Strategy?.Rule.Name ?? Nothing,
        ["aimed at"] = world => When(world.Outlook.Strategy?.AimedAt, world.Hub),
        ["held by"] = world => When(world.Outlook.Strategy?.Due, world.Hub),
        ["may wait"] = world => YesOrNo(world.Outlook.Strategy?.MayWait == true),
        ["led by"] = world => world.Outlook.Strategy?.Lead ?? Nothing,
        ["must attend"] = world =>
            List(world.Outlook.Strategy?.Rule.Quorum.Select(one => Quorum(world.Hub, one)) ?? []),
        ["invited"] = world => List(world.Outlook.Strategy?.Rule.Invited.Select(code => NameOf(world.Hub, code)) ?? []),
        ["return stands in"] = world => YesOrNo(world.Outlook.Strategy?.Rule.ReturnStandsIn == true),
        ["instead"] = world => world.Outlook.InsteadOfEnquiry?.Route ?? Nothing,
        ["steps"] = world =>
            List(world.Outlook.InsteadOfEnquiry?.Steps.Select(step => $"{step.Name} ({step.Code})") ?? []),
        ["steps by"] = world => world.Outlook.InsteadOfEnquiry?.By ?? Nothing,
        ["overseen by"] = world =>
            List(
                world
                    .Outlook.Outcomes.Where(one => one.OverseenBy is not null)
                    .Select(one => $"{one.OverseenBy} ({one.Name})")
            ),
        ["overseer"] = world => world.Decided.Outcome.OverseenBy ?? Nothing,
        ["outcomes"] = world => List(world.Outlook.Outcomes.Select(outcome => outcome.Name)),
        ["outcomes open"] = OutcomesOpen,
        ["decided by"] = world => List(world.Outlook.DecisionMakers.By),
        ["together with"] = world => List(world.Outlook.DecisionMakers.JointlyWith),
        ["recommended by"] = world => List(world.Outlook.DecisionMakers.RecommendedBy),
        ["outcome code"] = world => world.Decided.Outcome.Code,
        ["stated by the hub"] = world => YesOrNo(!world.Decided.Outcome.NotStated),
        ["goes to"] = world =>
            world.Decided.Outcome is { Receiver: { } to, ReceiverVaries: var varies }
                ? to + (varies ? ", which the hand-over names" : "")
                : Nothing,
        ["closes the case"] = world => YesOrNo(world.Decided.Outcome.Closes),
        ["social care"] = world => YesOrNo(world.Decided.Outcome.SocialCare),
        ["summary to"] = world => world.Decided.SummaryTo ?? Nothing,
        ["held by the hub"] = world => YesOrNo(world.Decided.HeldByHub),
        ["referrer told"] = world =>
            world.Decided.Feedback.What == FeedbackContent.Outcome ? "the outcome" : "that it was dealt with",
        ["told by"] = world => world.Decided.Feedback.By,
        ["told until"] = world => When(world.Decided.FeedbackDue, world.Hub),
        ["family told by"] = world => List(world.Decided.FamilyToldBy),
        ["family told"] = world => world.Decided.FamilyToldWhat,
        ["family told until"] = world => When(world.Decided.FamilyDue, world.Hub),
        ["months kept"] = world => Number(world.Decided.KeptMonths),
        ["held until"] = world => When(world.Outlook.HeldUntil, world.Hub),
        ["then held by"] = world => world.Hub.CaseHold?.Then ?? Nothing,
        ["visit expected"] = world => YesOrNo(world.Outlook.VisitExpected),
        ["visited by"] = world => world.Hub.Visits?.Who ?? Nothing,
        ["visits by the hub"] = world => world.Hub.Visits is { } visits ? YesOrNo(visits.ByHub) : "not stated",
        ["views of"] = world => List(world.Hub.ViewsSoughtFrom),
        ["not on record"] = world => string.Join(" ", world.Unsaid),
        ["shared only where"] = world => List(world.Hub.NeedToKnow.Select(ground => $"{ground.Name} ({ground.Code})")),
        ["new information"] = world => world.Hub.AfterClosing.NewReferralThrough,
        ["disagreement to"] = world => Stage(world, world.Hub.Disagreement),
        ["complaint to"] = world => Stage(world, world.Hub.Complaints),
        ["answered by"] = world => When(Answered(world, world.Hub.Disagreement), world.Hub),
        ["complaint answered by"] = world => When(Answered(world, world.Hub.Complaints), world.Hub),
        ["families listed"] = world =>
            world.Hub.MostReferred is { } most
                ? $"{most.Name}: {most.Families.ToString(CultureInfo.InvariantCulture)}"
                : Nothing,
    };

    public static IReadOnlyCollection<string> Headings => ByHeading.Keys;

    /// <summary>What follows under this heading; where the rules lack what the case is about, words that no cell holds.</summary>
    public static string Answer(CaseWorld world, string heading)
    {
        var answer = ByHeading.TryGetValue(heading, out var known)
            ? known
            : throw new FormatException($"Nothing follows under '{heading}'.");
        try
        {
            return answer(world);
        }
        catch (Exception gone)
            when (gone
                    is InvalidOperationException
                        or NullReferenceException
                        or ArgumentOutOfRangeException
                        or FormatException
            )
        {
            return $"(cannot be said: {gone.Message})";
        }
    }

    private static IEnumerable<string> Given(string? text) => text is null ? [] : [text];

    private static RatingChoice Choice(CaseWorld world) =>
        world.Outlook.Choices.Single(choice => choice.Rating == world.Outlook.Rating);

    private static IEnumerable<string> Agencies(CaseWorld world, bool asked) =>
        (world.Outlook.Plan?.Agencies ?? [])
            .Where(agency => agency.Ask is not null == asked)
            .Select(agency => agency.Name);

    /// <summary>As short as a row of many columns needs it: of how many, and by name those left out.</summary>
    private static string Asked(CaseWorld world)
    {
        var (asked, all) = (Agencies(world, asked: true).Count(), world.Hub.Agencies.Count);
        return asked == 0 ? Nothing
            : asked == all ? $"all {Number(all)}"
            : $"{Number(asked)} of {Number(all)}: not {List(Agencies(world, asked: false))}";
    }

    private static string OutcomesOpen(CaseWorld world)
    {
        var (open, all) = (world.Outlook.Outcomes, world.Hub.Outcomes.Count);
        return open.Count == all
            ? $"all {Number(all)}"
            : $"{Number(open.Count)} of {Number(all)}: {List(open.Select(outcome => outcome.Name))}";
    }

    private static string NameOf(HubProfile hub, string code) =>
        hub.Agencies.Single(agency => agency.Code == code).Name;

    private static string Quorum(HubProfile hub, QuorumAgency one) =>
        one.StandsFor.Count == 0
            ? NameOf(hub, one.Agency)
            : $"{NameOf(hub, one.Agency)} (for {string.Join(", ", one.StandsFor.Select(code => NameOf(hub, code)))})";

    private static string Stage(CaseWorld world, IReadOnlyList<StageRule> stages) =>
        $"{stages[world.Step].Who} ({stages[world.Step].Code})";

    private static DueTime Answered(CaseWorld world, IReadOnlyList<StageRule> stages) =>
        new HubClock(world.Hub).Due(stages[world.Step].Limit, world.Now);

    /// <summary>First and last minute at which somebody is there on the day of <c>now</c>; the end is the minute after.</summary>
    private static IEnumerable<string> Open(CaseWorld world)
    {
        var clock = new HubClock(world.Hub);
        var midnight = world.Now.AddHours(-world.Now.Hour).AddMinutes(-world.Now.Minute);
        var minutes = Enumerable
            .Range(0, 24 * 60)
            .Select(minute => midnight.AddMinutes(minute))
            .Where(clock.IsOpen)
            .ToList();
        return minutes.Count == 0
            ? [Nothing]
            : [When(minutes[0], world.Hub), When(minutes[^1].AddMinutes(1), world.Hub)];
    }
}
