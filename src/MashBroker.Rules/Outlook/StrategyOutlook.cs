using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>The meeting of agencies that a hub's rules call for about a contact.</summary>
public sealed record StrategyOutlook
{
    public required StrategyRule Rule { get; init; }

    /// <summary>What the hub aims at, within <see cref="Due"/>; absent where it gives no range, or the discussion may wait.</summary>
    public DueTime? AimedAt { get; init; }

    /// <summary>The latest moment for it to be held; where the hub sets no limit, when the decision is due, or the moment it was called for where that has passed.</summary>
    public required DueTime Due { get; init; }

    /// <summary>It may wait for the next working day, because the hub does not hold it urgent for this child.</summary>
    public required bool MayWait { get; init; }

    /// <summary>Absent where the hub does not say.</summary>
    public string? Lead { get; init; }

    /// <summary>Null where the hub's rules call for none.</summary>
    /// <param name="calledAt">When it was called for: its clock starts here.</param>
    /// <param name="decisionDue">Of the enquiry; absent: as for a contact with the suggested rating that nobody has been given.</param>
    public static StrategyOutlook? Of(
        HubProfile profile,
        Contact contact,
        DateTimeOffset calledAt,
        DateTimeOffset? decisionDue = null
    )
    {
        var finding = Triage.Assess(profile, contact, calledAt);
        var facts = new ContactFacts(profile, contact, calledAt);
        if (profile.StrategyDiscussion?.WhenAny.Any(when => when.Hold(facts, finding.Criteria)) != true)
        {
            return null;
        }

        var clock = new HubClock(profile);
        var due = clock.StrategyDiscussionDue(
            profile.StrategyDiscussion.UrgentWhenAny.Any(when => when.Hold(facts, finding.Criteria)),
            calledAt,
            decisionDue ?? clock.DecisionDue(finding.Suggested.Rating, contact.ReceivedAt).At
        )!;
        return new StrategyOutlook
        {
            Rule = profile.StrategyDiscussion,
            AimedAt = due.Aim,
            Due = due.Due,
            MayWait = due.Waits,
            Lead = due.Lead,
        };
    }
}
