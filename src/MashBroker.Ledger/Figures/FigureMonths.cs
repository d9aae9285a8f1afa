using System.Globalization;

namespace MashBroker.Ledger.Figures;

/// <summary>
/// Whole months by the hub's calendar, first and last included. Figures are for whole months only, and every number belongs to
/// one: who asks for other months learns nothing by taking one answer from another.
/// </summary>
public sealed record FigureMonths
{
    /// <summary>Most months that are counted at once.</summary>
    public const int Most = 60;

    private FigureMonths(IReadOnlyList<FigureMonth> all) => All = all;

    public IReadOnlyList<FigureMonth> All { get; }

    public DateTimeOffset From => All[0].From;

    /// <summary>Exclusive.</summary>
    public DateTimeOffset Until => All[^1].Until;

    /// <param name="first">Any day of the first month.</param>
    /// <param name="last">Any day of the last month; not before the first.</param>
    /// <param name="zone">Of the hub, IANA.</param>
    public static FigureMonths Between(DateOnly first, DateOnly last, string zone)
    {
        var hubZone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var month = new DateOnly(first.Year, first.Month, 1);
        var months = new List<FigureMonth>();
        for (; month <= last && months.Count < Most; month = month.AddMonths(1))
        {
            months.Add(
                new FigureMonth(
                    month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                    Start(month, hubZone),
                    Start(month.AddMonths(1), hubZone)
                )
            );
        }

        return new FigureMonths(months);
    }

    private static DateTimeOffset Start(DateOnly month, TimeZoneInfo zone)
    {
        var local = month.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <param name="Name">e.g. <c>2026-11</c>.</param>
/// <param name="Until">Exclusive.</param>
public sealed record FigureMonth(string Name, DateTimeOffset From, DateTimeOffset Until);
