using System.Globalization;
using MashBroker.Contracts;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>What one rating would mean for the clock, were the contact published now: shown beside the others before anybody confirms one.</summary>
public sealed record RatingChoice
{
    // Lightest first: what it leaves for deciding is what the next one up would win.
    private static readonly Rating[] Ratings = [Rating.Green, Rating.Amber, Rating.Red];

    public required Rating Rating { get; init; }

    public required DueTime ReturnDue { get; init; }

    public required DueTime DecisionDue { get; init; }

    /// <summary>Between the last return and the decision; nought or less: nothing is left for deciding.</summary>
    public required int MinutesToDecide { get; init; }

    /// <summary>By which the decision would be late before anybody is asked; null while there is time.</summary>
    public int? DecisionMinutesOver { get; init; }

    public required IReadOnlyList<PreWarning> PreWarnings { get; init; }

    /// <summary>What is out of the ordinary about it, in words and without a full stop; empty where all is as usual.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Green, Amber and Red, in this order.</summary>
    /// <param name="allocatedAt">When the case was allocated, for hubs whose decision clock starts then.</param>
    public static IReadOnlyList<RatingChoice> All(
        HubProfile profile,
        DateTimeOffset contactReceivedAt,
        DateTimeOffset publishedAt,
        DateTimeOffset? allocatedAt = null
    )
    {
        var clock = new HubClock(profile);
        var zone = DateTimeZoneProviders.Tzdb[profile.Zone];
        return
        [
            .. Ratings.Select(rating =>
            {
                var returnDue = clock.ReturnDue(rating, publishedAt);
                var decisionDue = clock.DecisionDue(rating, contactReceivedAt, allocatedAt);
                var minutes = HubClock.MinutesToDecide(returnDue.At, decisionDue.At);
                return new RatingChoice
                {
                    Rating = rating,
                    ReturnDue = returnDue,
                    DecisionDue = decisionDue,
                    MinutesToDecide = minutes,
                    DecisionMinutesOver = HubClock.MinutesOver(decisionDue.At, publishedAt),
                    PreWarnings = clock.PreWarnings(rating, publishedAt),
                    Remarks = [.. Remark(rating, minutes, returnDue, at => When(at, publishedAt, zone))],
                };
            }),
        ];
    }

    /// <summary>
    /// All that is out of the ordinary in one sentence: <c>Green leaves 0 minutes to decide; Amber would be due at 19:40, out of
    /// hours: the Emergency Duty Team is told.</c>
    /// </summary>
    public static string InOneSentence(IReadOnlyList<RatingChoice> choices)
    {
        var remarks = Overdue(choices).Concat(choices.SelectMany(choice => choice.Remarks)).ToList();
        return remarks.Count == 0
            ? "Every rating leaves time to decide, and none falls due out of hours."
            : $"{string.Join("; ", remarks)}.";
    }

    // First, and once where every rating says the same: no rating brings that time back.
    private static IEnumerable<string> Overdue(IReadOnlyList<RatingChoice> choices) =>
        choices
            .Where(choice => choice.DecisionMinutesOver is not null)
            .GroupBy(choice => choice.DecisionMinutesOver!.Value)
            .Select(same =>
                same.Count() == choices.Count
                    ? $"The decision is overdue already, by {Counted.Minutes(same.Key)}"
                    : $"By {string.Join(" or ", same.Select(choice => choice.Rating))} the decision is overdue already, by {Counted.Minutes(same.Key)}"
            );

    private static IEnumerable<string> Remark(
        Rating rating,
        int minutes,
        DueTime due,
        Func<DateTimeOffset, string> when
    )
    {
        if (minutes < 0)
        {
            yield return $"{rating} would be due {Counted.Minutes(-minutes)} after the decision";
        }
        else if (minutes == 0)
        {
            yield return $"{rating} leaves 0 minutes to decide";
        }

        if (due.OutOfHours)
        {
            yield return due.Tell is { } team
                ? $"{rating} would be due at {when(due.At)}, out of hours: {TheTeam(team)} is told"
                : $"{rating} would be due at {when(due.At)}, out of hours, and this hub names nobody to be told then";
        }
    }

    private static string TheTeam(OutOfHoursTeam team) =>
        team.Name.EndsWith("Team", StringComparison.Ordinal)
        && !team.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
            ? $"the {team.Name}"
            : team.Name;

    // By the hub's wall clock; the day only where it is another.
    private static string When(DateTimeOffset at, DateTimeOffset publishedAt, DateTimeZone zone)
    {
        var (local, today) = (Local(at), Local(publishedAt));
        return local.Date == today.Date
            ? local.ToString("HH:mm", CultureInfo.InvariantCulture)
            : local.ToString("HH:mm 'on' dddd d MMMM", CultureInfo.InvariantCulture);

        LocalDateTime Local(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(zone).LocalDateTime;
    }
}
