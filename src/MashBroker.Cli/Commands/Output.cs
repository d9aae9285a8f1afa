using System.Globalization;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Rules;
using Spectre.Console;

namespace MashBroker.Cli.Commands;

/// <summary>What commands print: tables for people, JSON for scripts. Errors never come here.</summary>
internal static class Output
{
    private const int WidestTable = 160;

    private const int MinutesInAnHour = 60;

    private const int MinutesInADay = 24 * MinutesInAnHour;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly JsonSerializerOptions Indented = new(MashJson.Options) { WriteIndented = true };

    public static void Json(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Indented));

    public static void Line(string text) => Console.Out.WriteLine(text);

    /// <summary>A table of many narrow numbers: headings over several lines, a blank between columns.</summary>
    /// <param name="columns">With a line break where a heading goes on below.</param>
    /// <param name="words">How many columns at the left hold words; numbers stand at the right.</param>
    public static void Figures(IReadOnlyList<string> columns, int words, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.None };
        for (var at = 0; at < columns.Count; at++)
        {
            var column = new TableColumn(new Text(columns[at])).NoWrap().PadLeft(0).PadRight(1);
            table.AddColumn(at < words ? column : column.RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Write(table);
    }

    public static void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Write(table);
    }

    private static void Write(Table table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        // A reference is copied whole: a narrow terminal wraps the line itself, a file and a pipe have no width at all.
        console.Profile.Width = Math.Max(console.Profile.Width, WidestTable);
        console.Write(table);
    }

    /// <summary>Where the hub is, once it has answered: people read times off the hub's wall, wherever they sit.</summary>
    public static TimeZoneInfo HubZone { get; set; } = TimeZoneInfo.Local;

    /// <summary>
    /// By the hub's clock, with the year where it is another one, and with the offset in the hour that the clock shows twice. The
    /// JSON has the instants.
    /// </summary>
    public static string When(DateTimeOffset? at) =>
        at is { } moment
            ? When(moment, HubZone, TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), HubZone).Year)
            : "";

    internal static string When(DateTimeOffset at, TimeZoneInfo zone, int thisYear)
    {
        var there = TimeZoneInfo.ConvertTime(at, zone);
        var text = there.ToString(there.Year == thisYear ? "ddd d MMM HH:mm" : "ddd d MMM yyyy HH:mm", British);
        return zone.IsAmbiguousTime(there) ? $"{text} (UTC{there.ToString("zzz", British)})" : text;
    }

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", British);

    /// <summary>What is left to decide after the last return.</summary>
    public static string ToDecide(int minutes) =>
        minutes < 0 ? $"{Minutes(-minutes)} after the decision" : $"{Minutes(minutes)} to decide";

    /// <summary>Two hours and more in hours: nobody reckons with 1079 minutes. Two days and more in days and hours.</summary>
    public static string Minutes(int count)
    {
        if (count < 2 * MinutesInAnHour)
        {
            return Counted.Minutes(count);
        }

        if (count >= 2 * MinutesInADay)
        {
            return Days(count / MinutesInADay, count % MinutesInADay / MinutesInAnHour);
        }

        var hours = Counted.Of(count / MinutesInAnHour, "hour");
        return count % MinutesInAnHour is var rest and not 0 ? $"{hours} {Counted.Minutes(rest)}" : hours;
    }

    private static string Days(int days, int hours) =>
        hours == 0 ? Counted.Of(days, "day") : $"{Counted.Of(days, "day")} {Counted.Of(hours, "hour")}";
}
