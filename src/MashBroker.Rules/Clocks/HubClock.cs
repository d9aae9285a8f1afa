using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>
/// Deadlines of a hub, computed from instants and its profile alone: asking twice gives the same answer, whenever asked.
/// Keep one per profile; it is immutable.
/// </summary>
public sealed class HubClock(HubProfile profile)
{
    private readonly OpeningTimes _open = new(profile);

    /// <summary>
    /// When a limit is used up that began at <paramref name="start"/>: feedback, a case held, a stage of a disagreement or of a
    /// complaint, and whatever else has a limit of its own.
    /// </summary>
    public DueTime Due(TimeLimit limit, DateTimeOffset start)
    {
        var from = Instant.FromDateTimeOffset(start);
        if (limit.WorkingDays is { } days)
        {
            // Up to its last instant somebody is there: the end of a working day is not out of hours.
            return new DueTime(_open.EndOfWorkingDay(from, days).ToDateTimeOffset(), OutOfHours: false, Tell: null);
        }

        var within = Duration.FromTimeSpan(limit.Within);
        return Describe(limit.Runs == ClockRuns.HubHours ? _open.After(from, within) : from + within);
    }

    /// <summary>When the returns of an enquiry are due.</summary>
    public DueTime ReturnDue(Rating rating, DateTimeOffset publishedAt) =>
        Due(profile.Returns.For(rating), publishedAt);

    /// <summary>
    /// When the hub has to have decided. Where the clock starts at allocation, a case that is not allocated counts from the
    /// contact, so that leaving it unallocated wins no time.
    /// </summary>
    public DueTime DecisionDue(Rating rating, DateTimeOffset contactReceivedAt, DateTimeOffset? allocatedAt = null) =>
        Due(
            profile.Decision.Limits.For(rating),
            profile.Decision.Starts == DecisionStart.Allocated ? allocatedAt ?? contactReceivedAt : contactReceivedAt
        );

    /// <summary>
    /// When an open request is due after a re-rating: counted anew from the original publication, but never later than it
    /// was, unless a manager has said why it may be. It can have passed already.
    /// </summary>
    public DueTime ReturnDueAfterRerating(
        Rating rating,
        DateTimeOffset publishedAt,
        DateTimeOffset dueBefore,
        string? laterBecause = null
    ) => NeverLater(ReturnDue(rating, publishedAt), dueBefore, laterBecause);

    /// <summary>When the decision is due after a re-rating: by the same rule, from where its own clock started.</summary>
    public DueTime DecisionDueAfterRerating(
        Rating rating,
        DateTimeOffset contactReceivedAt,
        DateTimeOffset dueBefore,
        DateTimeOffset? allocatedAt = null,
        string? laterBecause = null
    ) => NeverLater(DecisionDue(rating, contactReceivedAt, allocatedAt), dueBefore, laterBecause);

    /// <summary>
    /// By when the agencies have to have met about a child: within the hub's limit from the moment it is called for; without one,
    /// before the decision is due, or at once where that has passed. Where the hub's rule lets it wait, by the end of the next
    /// working day.
    /// </summary>
    /// <param name="urgent">The hub's rule holds it urgent for this child: it does not wait.</param>
    /// <returns>Null where the hub's rules call for none.</returns>
    public StrategyDue? StrategyDiscussionDue(bool urgent, DateTimeOffset calledAt, DateTimeOffset decisionDue)
    {
        if (profile.StrategyDiscussion is not { } rule)
        {
            return null;
        }

        var waits =
            !urgent
            && (
                rule.NextWorkingDay == StrategyWait.AtAnyTime
                || (rule.NextWorkingDay == StrategyWait.OutOfHours && !IsOpen(calledAt))
            );
        return waits
            ? new StrategyDue
            {
                Due = Due(TimeLimit.OfWorkingDays(1), calledAt),
                Waits = true,
                Lead = rule.Lead,
            }
            : new StrategyDue
            {
                Due = rule.Limit is { } limit
                    ? Due(limit, calledAt)
                    : Describe(
                        Instant.Max(Instant.FromDateTimeOffset(decisionDue), Instant.FromDateTimeOffset(calledAt))
                    ),
                Aim = rule.Aim is { } aim ? Due(aim, calledAt) : null,
                Lead = StrategyLead(calledAt),
            };
    }

    /// <summary>Who leads a strategy discussion held at this instant; null where the hub does not say.</summary>
    public string? StrategyLead(DateTimeOffset heldAt) =>
        IsOpen(heldAt)
            ? profile.StrategyDiscussion?.Lead
            : profile.StrategyDiscussion?.OutOfHoursLead ?? profile.StrategyDiscussion?.Lead;

    /// <summary>How long a social worker of the hub may hold a case; null where the hub sets no limit.</summary>
    public DueTime? CaseHoldDue(DateTimeOffset allocatedAt) =>
        profile.CaseHold is { } hold ? Due(hold.Limit, allocatedAt) : null;

    /// <summary>By when a referrer of this kind has to have been told.</summary>
    public DueTime FeedbackDue(ReferrerKind referrer, DateTimeOffset decidedAt) =>
        Due(profile.Feedback.First(rule => rule.ReferrerKinds.Contains(referrer)).Limit, decidedAt);

    /// <summary>By when the family has to have been told.</summary>
    public DueTime FamilyDue(DateTimeOffset decidedAt) => Due(profile.Family.Limit, decidedAt);

    /// <summary>When the hub is warned of agencies still silent: shares of the return's own time, counted as that is.</summary>
    public IReadOnlyList<PreWarning> PreWarnings(Rating rating, DateTimeOffset publishedAt) =>
        PreWarnings(profile.Returns.For(rating), publishedAt);

    /// <summary>Shares of any limit's time, counted as that is; of working days, the time that the hub is open in them.</summary>
    public IReadOnlyList<PreWarning> PreWarnings(TimeLimit limit, DateTimeOffset start)
    {
        var from = Instant.FromDateTimeOffset(start);
        var inHubHours = limit.WorkingDays is not null || limit.Runs == ClockRuns.HubHours;
        var whole = limit.WorkingDays is { } days
            ? _open.Between(from, _open.EndOfWorkingDay(from, days))
            : Duration.FromTimeSpan(limit.Within);
        return
        [
            .. profile.PreWarningPercents.Select(percent =>
            {
                var share = Duration.FromTicks(whole.BclCompatibleTicks * percent / 100);
                var at = inHubHours ? _open.After(from, share) : from + share;
                return new PreWarning(percent, at.ToDateTimeOffset());
            }),
        ];
    }

    /// <summary>
    /// The warnings of an open request after a re-rating: from the original publication, as its deadline is. A request that
    /// keeps its deadline keeps its warnings.
    /// </summary>
    public IReadOnlyList<PreWarning> PreWarningsAfterRerating(
        Rating rating,
        DateTimeOffset publishedAt,
        DateTimeOffset dueBefore,
        IReadOnlyList<PreWarning> before,
        string? laterBecause = null
    ) =>
        KeepsItsDeadline(ReturnDue(rating, publishedAt), dueBefore, laterBecause)
            ? before
            : PreWarnings(rating, publishedAt);

    /// <summary>
    /// Whole minutes between the last return and the decision; a part of a minute is none on either side of nought, so that
    /// whoever publishes a second after the contact reads of 0 minutes. Not clamped: nought or less means that nothing is left
    /// for deciding, and that is to be seen before an enquiry is published.
    /// </summary>
    public static int MinutesToDecide(DateTimeOffset returnDue, DateTimeOffset decisionDue) =>
        (int)((decisionDue - returnDue).Ticks / TimeSpan.TicksPerMinute);

    /// <summary>Whole minutes by which the decision is late already at <paramref name="now"/>, rounded up; null while there is time.</summary>
    public static int? MinutesOver(DateTimeOffset decisionDue, DateTimeOffset now) =>
        now > decisionDue ? (int)Math.Ceiling((now - decisionDue).TotalMinutes) : null;

    /// <summary>A return exactly at its deadline is in time; the hub's receipt time rules.</summary>
    public static bool IsLate(DateTimeOffset receivedAt, DateTimeOffset dueAt) => receivedAt > dueAt;

    /// <summary>Open from the first instant of its hours up to, not at, the last.</summary>
    public bool IsOpen(DateTimeOffset at) => _open.Hold(Instant.FromDateTimeOffset(at));

    /// <summary>The first instant from this one on at which somebody is at the hub: this one, when it is open.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset from) =>
        _open.NextFrom(Instant.FromDateTimeOffset(from)).ToDateTimeOffset();

    private DueTime NeverLater(DueTime due, DateTimeOffset dueBefore, string? laterBecause) =>
        KeepsItsDeadline(due, dueBefore, laterBecause) ? Describe(Instant.FromDateTimeOffset(dueBefore)) : due;

    private static bool KeepsItsDeadline(DueTime due, DateTimeOffset dueBefore, string? laterBecause) =>
        due.At > dueBefore && string.IsNullOrWhiteSpace(laterBecause);

    private DueTime Describe(Instant due)
    {
        var open = _open.Hold(due);
        return new DueTime(due.ToDateTimeOffset(), !open, open ? null : profile.OutOfHours);
    }
}
