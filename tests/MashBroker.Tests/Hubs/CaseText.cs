using System.Globalization;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NodaTime;
using NodaTime.Text;

namespace MashBroker.Tests.Hubs;

/// <summary>Cells of worked cases as people write them; times are the hub's.</summary>
internal static class CaseText
{
    public const string Nothing = "none";

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture(
        "ddd d MMM uuuu HH:mm"
    );

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static DateTimeOffset Instant(string cell) =>
        Moment.Parse(cell).Value.InZoneLeniently(London).ToDateTimeOffset().ToUniversalTime();

    public static DateOnly Date(string cell) => Day.Parse(cell).Value.ToDateOnly();

    public static string When(DateTimeOffset at, HubProfile hub) =>
        Moment.Format(
            NodaTime.Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[hub.Zone]).LocalDateTime
        );

    public static string When(DueTime? due, HubProfile hub) => due is null ? Nothing : When(due.At, hub);

    public static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? Nothing : string.Join("; ", all);
    }

    public static string YesOrNo(bool yes) => yes ? "yes" : "no";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Codes(string cell) => cell.Replace(' ', '-');

    public static ReferrerKind Referrer(string cell) =>
        cell switch
        {
            "professional" => ReferrerKind.Professional,
            "member of the public" => ReferrerKind.MemberOfPublic,
            "family" => ReferrerKind.Family,
            _ => throw new FormatException($"'{cell}' is no kind of referrer."),
        };

    /// <summary><c>Sat 31 Oct 2026 10:00 to Tue 3 Nov 2026 10:00</c>, or <c>... and not found</c>.</summary>
    public static MissingEpisode Episode(string cell) =>
        cell.Split(" to ") is [var from, var until]
            ? new MissingEpisode(Instant(from), Instant(until))
            : new MissingEpisode(Instant(cell.Replace(" and not found", "", StringComparison.Ordinal)));
}
