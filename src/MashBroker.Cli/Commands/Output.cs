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

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, WidestTable);
        AnsiConsole.Write(table);
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

        // A reference is copied whole: a narrow terminal wraps the line itself, a file and a pipe have no width at all.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, WidestTable);
        AnsiConsole.Write(table);
    }

    /// <summary>In the zone of whoever reads; the JSON has the instants.</summary>
    public static string When(DateTimeOffset? at) => At(at?.ToLocalTime());

    /// <summary>By the hub's clock, so that a table says what the hub's own sentences say, wherever it is read.</summary>
    /// <param name="zone">The hub's, IANA; null from a hub that does not say: the reader's.</param>
    public static string When(DateTimeOffset? at, string? zone) =>
        at is { } moment && zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var hubZone)
            ? At(TimeZoneInfo.ConvertTime(moment, hubZone))
            : When(at);

    /// <summary>What is left to decide after the last return.</summary>
    public static string ToDecide(int minutes) =>
        minutes < 0 ? $"{Counted.Minutes(-minutes)} after the decision" : $"{Counted.Minutes(minutes)} to decide";

    private static string At(DateTimeOffset? at) =>
        at?.ToString("ddd d MMM HH:mm", CultureInfo.GetCultureInfo("en-GB")) ?? "";
}
