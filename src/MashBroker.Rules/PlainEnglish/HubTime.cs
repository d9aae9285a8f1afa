using System.Globalization;
using NodaTime;

namespace MashBroker.Rules;

/// <summary>
/// Instants as people at the hub read them off the wall. The offset stands beside a time only where the wall shows it twice,
/// in the hour in which clocks go back.
/// </summary>
/// <param name="zone">Of the hub, IANA.</param>
public sealed class HubTime(string zone)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[zone];

    /// <summary>e.g. <c>Sun 22 Nov 2026, 17:59</c>.</summary>
    public string Say(DateTimeOffset instant)
    {
        var zoned = Instant.FromDateTimeOffset(instant).InZone(_zone);
        var local = zoned.LocalDateTime.ToDateTimeUnspecified();
        var text = local.ToString("ddd d MMM yyyy, HH:mm", British);
        return _zone.MapLocal(zoned.LocalDateTime).Count == 1 ? text : $"{text} (UTC{Offset(zoned.Offset)})";
    }

    /// <summary>e.g. <c>22 Nov 2026</c>.</summary>
    public static string Say(DateOnly date) => date.ToString("d MMM yyyy", British);

    /// <summary>e.g. <c>17:59</c>.</summary>
    public static string Say(TimeOnly time) => time.ToString("HH:mm", British);

    private static string Offset(Offset offset) =>
        offset.ToTimeSpan() switch
        {
            { Ticks: 0 } => "+00:00",
            { Ticks: > 0 } ahead => ahead.ToString(@"\+hh\:mm", CultureInfo.InvariantCulture),
            var behind => behind.ToString(@"\-hh\:mm", CultureInfo.InvariantCulture),
        };
}
