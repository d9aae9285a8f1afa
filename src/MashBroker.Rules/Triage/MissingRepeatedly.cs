using System.Globalization;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>
/// So many missing episodes began within so many calendar months: the last on or before the same date of the later month
/// as the first (that month's last day where it has no such date). A calendar month is not thirty days.
/// </summary>
public sealed record MissingRepeatedly(string Code, string Name, int Episodes, int WithinMonths) : Criterion(Code, Name)
{
    // A week over is close enough that the date an episode is counted from may be what decides.
    private const int NearMissDays = 7;

    internal override CriterionOutcome Judge(ContactFacts facts)
    {
        var episodes = facts.Episodes;
        for (var last = episodes.Count - 1; last >= Episodes - 1; last--)
        {
            var first = last - Episodes + 1;
            if (facts.Date(episodes[last].From) <= LastDay(facts, episodes[first]))
            {
                return CriterionOutcome.Holds(
                    episodes[last].From.ToDateTimeOffset(),
                    $"Went missing on {Dates(facts, episodes.Skip(first).Take(Episodes))}: {Times} within {Words.Months(WithinMonths)}, "
                        + $"the last by {Words.Of(LastDay(facts, episodes[first]))}."
                );
            }
        }

        return JustOver(facts) ?? OneShort(facts) ?? CriterionOutcome.DoesNotHold;
    }

    private CriterionOutcome? JustOver(ContactFacts facts)
    {
        if (facts.Episodes.Count < Episodes)
        {
            return null;
        }

        var latest = facts.Episodes.Skip(facts.Episodes.Count - Episodes).ToList();
        var lastDay = LastDay(facts, latest[0]);
        var daysOver = Period.DaysBetween(lastDay, facts.Date(latest[^1].From));
        return daysOver <= NearMissDays
            ? CriterionOutcome.Nearly(
                $"Went missing on {Dates(facts, latest)}: the last came {Words.Count(daysOver, "day")} after "
                    + $"{Words.Of(lastDay)}, when {Words.Months(WithinMonths)} from the first had ended."
            )
            : null;
    }

    private CriterionOutcome? OneShort(ContactFacts facts)
    {
        if (facts.Episodes.Count < Episodes - 1)
        {
            return null;
        }

        var latest = facts.Episodes.Skip(facts.Episodes.Count - Episodes + 1).ToList();
        var lastDay = LastDay(facts, latest[0]);
        return facts.Date(latest[^1].From) <= lastDay && facts.Today <= lastDay
            ? CriterionOutcome.Nearly(
                $"Went missing on {Dates(facts, latest)}: one more by {Words.Of(lastDay)} would make {Times} within {Words.Months(WithinMonths)}."
            )
            : null;
    }

    private string Times => string.Create(CultureInfo.InvariantCulture, $"{Episodes} times");

    private LocalDate LastDay(ContactFacts facts, Episode first) => facts.Date(first.From).PlusMonths(WithinMonths);

    private static string Dates(ContactFacts facts, IEnumerable<Episode> episodes) =>
        Words.List([.. episodes.Select(episode => Words.Of(facts.Date(episode.From)))]);
}
