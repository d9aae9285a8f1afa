using System.Globalization;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Audit;

namespace MashBroker.Web.Audit;

/// <summary>Which acts somebody wants to see, as they write it.</summary>
/// <param name="From">First day by the hub's calendar, <c>2026-11-03</c>.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Act">Names of acts with commas between, <c>readings</c> for all by which somebody was shown something.</param>
/// <param name="Limit">1 to 1,000 acts; absent: 100.</param>
/// <param name="Before">Number of an act: only earlier ones.</param>
internal sealed record AuditWish(string? From, string? To, string? Act, string? Limit, string? Before)
{
    private const int UsualLimit = 100;

    private const int LargestLimit = 1000;

    private const string AllReadings = "readings";

    private static readonly Dictionary<string, AuditAct> ByName = AuditActs.Meanings.Keys.ToDictionary(
        act => act.ToString(),
        StringComparer.OrdinalIgnoreCase
    );

    public int Most(List<FieldFault> faults)
    {
        if (Limit is null)
        {
            return UsualLimit;
        }

        if (TryRead(Limit, out var most) && most <= LargestLimit)
        {
            return (int)most;
        }

        faults.Add(new FieldFault("limit", "is no number of acts", $"Ask for 1 to {LargestLimit} at once."));
        return UsualLimit;
    }

    /// <param name="zone">Of the hub, IANA.</param>
    public AuditSearch Read(string zone, List<FieldFault> faults)
    {
        var first = Day("from", From, faults);
        var last = Day("to", To, faults);
        if (first > last)
        {
            faults.Add(new FieldFault("from", "lies after the last day", "Give the earlier day first."));
        }

        long? before = null;
        if (Before is not null)
        {
            before = TryRead(Before, out var sequence) ? sequence : null;
            if (before is null)
            {
                faults.Add(
                    new FieldFault(
                        "before",
                        "is no number of an act",
                        "Give the number of the first act you were shown."
                    )
                );
            }
        }

        return new AuditSearch
        {
            From = Midnight(first, zone),
            Until = Midnight(last?.AddDays(1), zone),
            Acts = ReadActs(faults),
            Before = before,
        };
    }

    private HashSet<AuditAct> ReadActs(List<FieldFault> faults)
    {
        var acts = new HashSet<AuditAct>();
        foreach (
            var name in (Act ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (string.Equals(name, AllReadings, StringComparison.OrdinalIgnoreCase))
            {
                acts.UnionWith(AuditActs.Readings);
            }
            // pack-read as well as PackRead: people write other codes of the product so.
            else if (ByName.TryGetValue(name.Replace("-", "", StringComparison.Ordinal), out var act))
            {
                acts.Add(act);
            }
            else
            {
                faults.Add(
                    new FieldFault(
                        "act",
                        "is none that is put on record",
                        $"Take names from contracts/audit-events.md, or '{AllReadings}' for all by which somebody was shown something."
                    )
                );
                break;
            }
        }

        return acts;
    }

    private static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static DateOnly? Day(string field, string? text, List<FieldFault> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and < 2200
        )
        {
            return day;
        }

        faults.Add(new FieldFault(field, "is no day", "Write it as 2026-11-03."));
        return null;
    }

    private static DateTimeOffset? Midnight(DateOnly? day, string zone)
    {
        if (day is not { } on)
        {
            return null;
        }

        var local = on.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(
            local,
            TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local)
        ).ToUniversalTime();
    }
}
