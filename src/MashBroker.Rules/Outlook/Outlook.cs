using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// Everything that a hub's rules say of a contact at one moment, before anybody acts: it proposes, named persons decide. Computed
/// from the profile and what is known alone: asking twice gives the same answer.
/// </summary>
public sealed record Outlook
{
    /// <summary>Criteria and since when, the suggested and the lowest rating with reasons, questions for a person.</summary>
    public required TriageFinding Triage { get; init; }

    public required EnquiryStanding Standing { get; init; }

    /// <summary>In the order in which a worker should read them; empty where none applies.</summary>
    public required IReadOnlyList<RouteAdvice> Routes { get; init; }

    /// <summary>Absent where the hub measures by no document.</summary>
    public NeedAdvice? LevelOfNeed { get; init; }

    public required ConsentOutlook Consent { get; init; }

    /// <summary>Confirmed, or else suggested.</summary>
    public required Rating Rating { get; init; }

    /// <summary>What each rating would mean for the clock.</summary>
    public required IReadOnlyList<RatingChoice> Choices { get; init; }

    /// <summary>What publishing would do; absent where no enquiry is made, or nobody has said yet.</summary>
    public EnquiryPlan? Plan { get; init; }

    /// <summary>Every contact is decided on by then, enquiry or not.</summary>
    public required DueTime DecisionDue { get; init; }

    /// <summary>Absent where none is called for.</summary>
    public StrategyOutlook? Strategy { get; init; }

    /// <summary>What is done instead of an enquiry; absent where one is made.</summary>
    public NoEnquiryRule? InsteadOfEnquiry { get; init; }

    /// <summary>Who decides at the end.</summary>
    public required DecisionMakers DecisionMakers { get; init; }

    /// <summary>What they can choose from.</summary>
    public required IReadOnlyList<OutcomeRule> Outcomes { get; init; }

    /// <summary>How long the hub's social worker may hold the case; absent where it is not allocated, or the hub sets no limit.</summary>
    public DueTime? HeldUntil { get; init; }

    /// <summary>The hub's rule on visits asks for one now.</summary>
    public required bool VisitExpected { get; init; }

    public static Outlook Of(HubProfile profile, OutlookQuestion asked)
    {
        var contact = asked.Contact;
        var clock = new HubClock(profile);
        var finding = MashBroker.Rules.Triage.Assess(profile, contact, asked.Now);
        var holding = new Holding(new ContactFacts(profile, contact, asked.Now), finding, asked.SaidYes);
        var standing = Stand(finding, asked);
        var rating = asked.Rating ?? finding.Suggested.Rating;
        var decisionDue = clock.DecisionDue(rating, contact.ReceivedAt, asked.AllocatedAt);
        return new Outlook
        {
            Triage = finding,
            Standing = standing,
            Routes = [.. profile.Routes.Where(route => Applies(route.Kind, holding, asked)).Select(holding.Advise)],
            LevelOfNeed = NeedOf(profile.Thresholds, contact),
            Consent = ConsentOf(profile.Consent, contact, holding),
            Rating = rating,
            Choices = RatingChoice.All(profile, contact.ReceivedAt, asked.Now, asked.AllocatedAt),
            Plan = standing == EnquiryStanding.Enquiry ? PlanOf(profile, asked, rating) : null,
            DecisionDue = decisionDue,
            Strategy = StrategyOutlook.Of(profile, contact, asked.StrategyCalledAt ?? asked.Now, decisionDue.At),
            InsteadOfEnquiry = standing == EnquiryStanding.Enquiry ? null : InsteadOf(profile.NoEnquiry, contact),
            DecisionMakers =
                standing == EnquiryStanding.Enquiry ? profile.DecisionMakers : ContactRoles.WithoutEnquiry(profile),
            Outcomes = DecisionOutlook.Open(profile, standing == EnquiryStanding.Enquiry),
            HeldUntil = asked.AllocatedAt is { } allocated ? clock.CaseHoldDue(allocated) : null,
            VisitExpected = profile.Visits is { } visits && holding.Any(visits.WhenAny),
        };
    }

    /// <summary>The routes alone, as in <see cref="Routes"/>.</summary>
    public static IReadOnlyList<RouteAdvice> RoutesOf(HubProfile profile, OutlookQuestion asked)
    {
        var facts = new ContactFacts(profile, asked.Contact, asked.Now);
        var finding = MashBroker.Rules.Triage.Assess(profile, asked.Contact, asked.Now);
        var holding = new Holding(facts, finding, asked.SaidYes);
        return [.. profile.Routes.Where(route => Applies(route.Kind, holding, asked)).Select(holding.Advise)];
    }

    private static EnquiryStanding Stand(TriageFinding finding, OutlookQuestion asked)
    {
        if (finding.Qualifies || finding.ForAPerson.Any(question => asked.SaidYes.Contains(question.Code)))
        {
            return EnquiryStanding.Enquiry;
        }

        return finding.ForAPerson.Any(question => !asked.SaidNo.Contains(question.Code))
            ? EnquiryStanding.AskAPerson
            : EnquiryStanding.NoEnquiry;
    }

    private static bool Applies(RouteKind kind, Holding holding, OutlookQuestion asked)
    {
        var concern = asked.Contact.Concern;
        return kind switch
        {
            RouteKind.ChildProtection => concern.SignificantHarm || concern.ImmediateRisk,
            RouteKind.Prevent => concern.Kinds.Contains(ConcernKind.Radicalisation),
            RouteKind.Missing => concern.Kinds.Contains(ConcernKind.Missing) || holding.Facts.Episodes.Count > 0,
            RouteKind.Exploitation => concern.Kinds.Contains(ConcernKind.ChildExploitation),
            RouteKind.OpenToSocialWorker => asked.OpenToSocialWorker,
            RouteKind.OpenToEarlyHelp => asked.OpenToEarlyHelp,
            _ => false,
        };
    }

    /// <summary>As <see cref="LevelOfNeed"/>, before triage.</summary>
    public static NeedAdvice? NeedOf(Thresholds? thresholds, Contact contact)
    {
        var stated = contact.Concern.LevelOfNeed;
        return thresholds is null
            ? null
            : new NeedAdvice(
                thresholds.Guidance,
                stated,
                thresholds.Levels.FirstOrDefault(level => level.Level == stated)?.MetBy,
                thresholds.StatedByProfessionals && stated is null && contact.Referrer.Kind == ReferrerKind.Professional
            );
    }

    // Whatever a hub's rules: a referrer who says that telling the family adds risk is heard, and nobody asks them meanwhile.
    private static ConsentOutlook ConsentOf(ConsentRule rule, Contact contact, Holding holding) =>
        new(
            contact.DoNotInformFamily ? [] : rule.SoughtBy,
            holding.Any(rule.DispensedWhenAny),
            contact.DoNotInformFamily || holding.Any(rule.NotToldWhenAny) ? ToldBeforehand.NotExpected
                : holding.Any(rule.OnlyIfSureWhenAny) ? ToldBeforehand.OnlyIfSure
                : ToldBeforehand.Expected
        )
        {
            InsteadOfSeeking = contact.DoNotInformFamily ? "Do not seek it now; put on record why." : null,
            DiscussedWhere = rule.DiscussedWhere,
        };

    private static NoEnquiryRule InsteadOf(NoEnquiryRule rule, Contact contact) =>
        contact.DoNotInformFamily
            ? rule with
            {
                Steps =
                [
                    .. rule.Steps.Select(step =>
                        step.Code == NoEnquiryStep.ParentsContacted
                            ? step with
                            {
                                Name =
                                    "The parents are not contacted now; why is put on record (not-contacted, of parents)",
                            }
                            : step
                    ),
                ],
            }
            : rule;

    private static EnquiryPlan PlanOf(HubProfile profile, OutlookQuestion asked, Rating rating) =>
        EnquiryPlan.Make(
            profile,
            asked.Contact,
            rating,
            asked.Contact.ReceivedAt,
            asked.Now,
            asked.ConnectedAgencies ?? [.. profile.Agencies.Select(agency => agency.Code)],
            allocatedAt: asked.AllocatedAt,
            onRecord: asked.OnRecord
        );
}
