namespace MashBroker.Rules;

/// <summary>
/// The child was referred before, and this contact came on or before the same date so many months later (the month's last
/// day where it has no such date).
/// </summary>
public sealed record ReferredAgain(string Code, string Name, int WithinMonths) : Criterion(Code, Name)
{
    // Near enough that a referrer's memory of the date may be what decides.
    private const int NearMissDays = 31;

    internal override CriterionOutcome Judge(ContactFacts facts)
    {
        var received = facts.ReceivedOn;
        var earlier = facts
            .Contact.PreviousReferrals.Select(referral => NodaTime.LocalDate.FromDateOnly(referral.On))
            .Where(on => on <= received)
            .ToList();
        if (earlier.Count == 0)
        {
            return CriterionOutcome.DoesNotHold;
        }

        var latest = earlier.Max();
        var lastDay = latest.PlusMonths(WithinMonths);
        if (received <= lastDay)
        {
            return CriterionOutcome.Holds(
                facts.Contact.ReceivedAt.ToUniversalTime(),
                $"Referred before on {Words.Of(latest)}; this contact came by {Words.Of(lastDay)}, within {Words.Months(WithinMonths)}."
            );
        }

        var daysOver = NodaTime.Period.DaysBetween(lastDay, received);
        return daysOver <= NearMissDays
            ? CriterionOutcome.Nearly(
                $"Referred before on {Words.Of(latest)}: {Words.Count(daysOver, "day")} more than {Words.Months(WithinMonths)} ago."
            )
            : CriterionOutcome.DoesNotHold;
    }
}
