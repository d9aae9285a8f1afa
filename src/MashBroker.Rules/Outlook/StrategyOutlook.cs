using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>The meeting of agencies that a hub's rules call for about a contact.</summary>
public sealed record StrategyOutlook
{
    public required StrategyRule Rule { get; init; }

    /// <summary>What the hub aims at, within <see cref="Due"/>; absent where it gives no range, or the discussion may wait.</summary>
    public DueTime? AimedAt { get; init; }

    /// <summary>The latest moment for it to be held; absent where the hub sets no limit: then before the decision is due.</summary>
    public DueTime? Due { get; init; }

    /// <summary>It may wait for the next working day, because the child is not at immediate risk.</summary>
    public required bool MayWait { get; init; }

    /// <summary>Absent where the hub does not say.</summary>
    public string? Lead { get; init; }

    /// <summary>Null where the hub's rules call for none.</summary>
    /// <param name="calledAt">When it was called for: its clock starts here.</param>
    public static StrategyOutlook? Of(HubProfile profile, Contact contact, DateTimeOffset calledAt)
    {
        var facts = new ContactFacts(profile, contact, calledAt);
        var criteria = Triage.Assess(profile, contact, calledAt).Criteria;
        return profile.StrategyDiscussion is { } rule && rule.WhenAny.Any(when => when.Hold(facts, criteria))
            ? Of(profile, rule, contact.Concern.ImmediateRisk, calledAt)
            : null;
    }

    private static StrategyOutlook Of(
        HubProfile profile,
        StrategyRule rule,
        bool immediateRisk,
        DateTimeOffset calledAt
    )
    {
        var clock = new HubClock(profile);
        var closed = !clock.IsOpen(calledAt);
        var mayWait = !immediateRisk && MayWaitFor(rule.NextWorkingDay, closed);
        var limit = mayWait ? TimeLimit.OfWorkingDays(1) : rule.Limit;
        return new StrategyOutlook
        {
            Rule = rule,
            AimedAt = mayWait || rule.Aim is null ? null : clock.Due(rule.Aim, calledAt),
            Due = limit is null ? null : clock.Due(limit, calledAt),
            MayWait = mayWait,
            // What waits is held in hours.
            Lead = closed && !mayWait ? rule.OutOfHoursLead ?? rule.Lead : rule.Lead,
        };
    }

    private static bool MayWaitFor(StrategyWait wait, bool closed) =>
        wait switch
        {
            StrategyWait.AtAnyTime => true,
            StrategyWait.OutOfHours => closed,
            _ => false,
        };
}
