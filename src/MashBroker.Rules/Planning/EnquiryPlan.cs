using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>
/// Everything that publishing an enquiry would do, before it is done: deadlines, warnings, and for each agency of the hub
/// what it is asked or why it is not. Shown to whoever publishes; what they publish is exactly this.
/// </summary>
public sealed record EnquiryPlan
{
    public required Rating Rating { get; init; }

    public required DueTime ReturnDue { get; init; }

    public required DueTime DecisionDue { get; init; }

    public required IReadOnlyList<PreWarning> PreWarnings { get; init; }

    /// <summary>Between the last return and the decision; nought or less: nothing is left for deciding.</summary>
    public required int MinutesToDecide { get; init; }

    /// <summary>Codes of the criteria that hold at publication.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    public required string Purpose { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    public required bool DoNotInformFamily { get; init; }

    /// <summary>What agencies are told of the concern, and, of a member of the public, all that a pack tells.</summary>
    public required string ConcernSummary { get; init; }

    /// <summary>One for each agency of the profile, in its order.</summary>
    public required IReadOnlyList<AgencyPlan> Agencies { get; init; }

    /// <summary>What the publisher should see first, in plain words without names; empty when all is as usual.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>What about parents, agreement and lawful basis ought to be on record and is not. It stops nothing.</summary>
    public IReadOnlyList<string> NotOnRecord { get; init; } = [];

    /// <param name="connectedAgencies">Codes of the agencies that have an adapter now.</param>
    /// <param name="concernSummary">What the agencies are told in place of the referrer's words, where somebody has put it shorter.</param>
    /// <param name="allocatedAt">When the case was allocated, for hubs whose decision clock starts then.</param>
    /// <param name="returnDue">Of an enquiry that was published before, where it is not what the rating gives.</param>
    /// <param name="onRecord">What the case file holds; absent: there is none, and what the contact itself says holds.</param>
    /// <param name="askedFor">Code of a linked agency that somebody asks for; absent: none is asked.</param>
    public static EnquiryPlan Make(
        HubProfile profile,
        Contact contact,
        Rating rating,
        DateTimeOffset contactReceivedAt,
        DateTimeOffset publishedAt,
        IReadOnlyCollection<string> connectedAgencies,
        string? concernSummary = null,
        DateTimeOffset? allocatedAt = null,
        DueTime? returnDue = null,
        SharingRecord? onRecord = null,
        string? askedFor = null
    )
    {
        onRecord ??= SharingRecord.Of([], contact);
        var clock = new HubClock(profile);
        var finding = Triage.Assess(profile, contact, publishedAt);
        var facts = new ContactFacts(profile, contact, publishedAt);
        var returnsBy = returnDue ?? clock.ReturnDue(rating, publishedAt);
        var decisionDue = clock.DecisionDue(rating, contactReceivedAt, allocatedAt);

        var referrer = new ReferrerProtection(contact);
        var summary = referrer.Scrub(concernSummary ?? contact.ConcernSummary ?? contact.Concern.Summary);

        var plan = new EnquiryPlan
        {
            Rating = rating,
            ReturnDue = returnsBy,
            DecisionDue = decisionDue,
            PreWarnings = clock.PreWarnings(rating, publishedAt),
            MinutesToDecide = HubClock.MinutesToDecide(returnsBy.At, decisionDue.At),
            Criteria = [.. finding.Criteria.Select(criterion => criterion.Code)],
            Purpose = profile.Purpose,
            LegalBasis = onRecord.State(
                profile,
                profile.LegalBases.First(rule => rule.When.Hold(facts, finding.Criteria)).Basis,
                referrer.Scrub
            ),
            DoNotInformFamily = contact.DoNotInformFamily,
            ConcernSummary = summary,
            Agencies = PlanAgencies(profile, referrer, summary, facts.Today, connectedAgencies, onRecord, askedFor),
            Remarks = [],
            NotOnRecord = onRecord.NotOnRecord(profile, facts, finding.Criteria),
        };
        return plan with { Remarks = [.. Remark(profile, finding, plan, referrer, onRecord.PersonSaidYes)] };
    }

    private static List<AgencyPlan> PlanAgencies(
        HubProfile profile,
        ReferrerProtection referrer,
        string summary,
        LocalDate publishedOn,
        IReadOnlyCollection<string> connectedAgencies,
        SharingRecord onRecord,
        string? askedFor
    )
    {
        var today = publishedOn.ToDateOnly();
        return
        [
            .. profile.Agencies.Select(agency =>
            {
                if (!connectedAgencies.Contains(agency.Code))
                {
                    return AgencyPlan.NotAsked(agency, NotAskedReason.NotConnected);
                }

                if (MayBeAsked(profile, agency, today, onRecord) is var reason and not NotAskedReason.None)
                {
                    return AgencyPlan.NotAsked(agency, reason);
                }

                var subjects = Minimise.For(agency, referrer.People);
                return subjects.Count == 0 ? AgencyPlan.NotAsked(agency, NotAskedReason.NobodyItIsAskedAbout)
                    : agency.Linked && agency.Code != askedFor ? AgencyPlan.NotAsked(agency, NotAskedReason.Linked)
                    : AgencyPlan.Asks(
                        agency,
                        new AgencyAsk
                        {
                            Subjects = subjects,
                            Questions = [.. agency.Questions.Select(referrer.Scrub)],
                            MayReturn = agency.MayReturn,
                            LookBackTo = LookBack(agency.LookBackYears ?? profile.LookBackYears, publishedOn),
                            ConcernSummary = summary,
                            Agreement = agency.Agreement!.Version,
                            Withheld = WithheldFromAgency.Between(agency, referrer.People, subjects),
                        }
                    );
            }),
        ];
    }

    /// <summary>Held also against an agency that is asked later, and again: an agreement ends, and somebody decides otherwise.</summary>
    /// <param name="today">In the hub's zone.</param>
    public static NotAskedReason MayBeAsked(
        HubProfile profile,
        AgencyProfile agency,
        DateOnly today,
        SharingRecord onRecord
    ) =>
        AgreementStandings.Of(agency.Agreement, profile.Purpose, today) switch
        {
            AgreementStanding.InForce => onRecord.Standing(agency.Code),
            AgreementStanding.PurposeNotCovered => NotAskedReason.PurposeNotCovered,
            _ => NotAskedReason.NoAgreementInForce,
        };

    private static DateOnly? LookBack(int? years, LocalDate publishedOn) =>
        years is { } back ? publishedOn.PlusYears(-back).ToDateOnly() : null;

    private static IEnumerable<string> Remark(
        HubProfile profile,
        TriageFinding finding,
        EnquiryPlan plan,
        ReferrerProtection referrer,
        bool personSaidYes
    )
    {
        if (referrer.LeftOut.Count > 0)
        {
            yield return $"No agency is told of {string.Join(", ", referrer.LeftOut)}: a member of the public referred, and this seems to be them.";
        }

        if (plan.Agencies.Where(agency => agency.Reason is NotAskedReason.DecidedNotToShare).ToArray() is [_, ..] kept)
        {
            yield return $"It was decided not to share with {Words.List([.. kept.Select(agency => agency.Name)])}.";
        }

        if (
            plan.Agencies.Where(agency => agency.Reason is NotAskedReason.NotAmongThoseToShareWith).ToArray()
            is [_, ..] unnamed
        )
        {
            yield return $"The decision to share on record does not name {Words.List([.. unnamed.Select(agency => agency.Name)])}: "
                + "not asked. To ask, put on record a decision to share that names them too (mash case add sharing-decision).";
        }

        if (!finding.Qualifies)
        {
            yield return personSaidYes
                ? "No criterion holds by itself; a named person has said that this contact needs a multi-agency enquiry."
            : finding.ForAPerson.Count == 0
                ? "No criterion of this hub holds: its rules make no multi-agency enquiry of this contact."
            : "No criterion holds by itself: somebody has to say that this contact needs a multi-agency enquiry.";
        }

        if (plan.Rating < finding.LowestAllowed)
        {
            yield return $"This hub's rules ask for {finding.LowestAllowed} at least; {plan.Rating} is lower.";
        }

        if (plan.MinutesToDecide <= 0)
        {
            yield return plan.MinutesToDecide == 0
                ? "Returns and decision are due at the same moment: no time is left for deciding."
                : $"Returns are due {Counted.Minutes(-plan.MinutesToDecide)} after the decision.";
        }

        if (plan.ReturnDue.OutOfHours)
        {
            yield return plan.ReturnDue.Tell is { } team
                ? $"Returns fall due while the hub is closed: {team.Name} is told."
                : "Returns fall due while the hub is closed, and it names no team for that time.";
        }

        if (UsesHubHours(profile, plan.Rating) && plan.DecisionDue.At.Year > profile.Hours.HolidaysKnownTo)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Bank holidays are known up to {profile.Hours.HolidaysKnownTo} only: later ones are counted as working days."
            );
        }

        if (plan.Agencies.All(agency => agency.Ask is null))
        {
            yield return "Nobody would be asked: no agency of this hub is connected and concerned.";
        }
    }

    private static bool UsesHubHours(HubProfile profile, Rating rating) =>
        UsesHubHours(profile.Returns.For(rating)) || UsesHubHours(profile.Decision.Limits.For(rating));

    private static bool UsesHubHours(TimeLimit limit) =>
        limit.WorkingDays is not null || limit.Runs == ClockRuns.HubHours;
}
