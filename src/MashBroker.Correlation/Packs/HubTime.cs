using System.Globalization;
using NodaTime;

namespace MashBroker.Correlation.Packs;

/// <summary>
/// Instants as people at the hub read them off the wall. The offset stands beside a time only where the wall shows it twice,
/// in the hour in which clocks go back.
/// </summary>
internal sealed class HubTime(string zone)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[zone];

    public string Say(DateTimeOffset instant)
    {
        var zoned = Instant.FromDateTimeOffset(instant).InZone(_zone);
        var local = zoned.LocalDateTime.ToDateTimeUnspecified();
        var text = local.ToString("ddd d MMM yyyy, HH:mm", British);
        return _zone.MapLocal(zoned.LocalDateTime).Count == 1 ? text : $"{text} (UTC{Offset(zoned.Offset)})";
    }

    public static string Say(DateOnly date) => date.ToString("d MMM yyyy", British);

    public static string Say(TimeOnly time) => time.ToString("HH:mm", British);

    private static string Offset(Offset offset) =>
        offset.ToTimeSpan() switch
        {
            { Ticks: 0 } => "+00:00",
            { Ticks: > 0 } ahead => ahead.ToString(@"\+hh\:mm", CultureInfo.InvariantCulture),
            var behind => behind.ToString(@"\-hh\:mm", CultureInfo.InvariantCulture),
        };
}
