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

    // A blank on either side, and the line between.
    private const int BesideAColumn = 3;

    // Blanks and edges left and right.
    private const int AroundATable = 4;

    // U+1100, from which on a character may take two places.
    private const int FirstWide = 0x1100;

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

    /// <summary>Words and references are never broken: a cell says where it goes on below.</summary>
    public static void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = rows.ToList();
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        }

        foreach (var row in cells)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Write(
            table,
            columns
                .Select(
                    (column, at) =>
                        cells.Select(row => row[at]).Append(column).SelectMany(cell => cell.Split('\n')).Max(CellWidth)
                        + BesideAColumn
                )
                .Sum() + AroundATable
        );
    }

    // Whatever the script, no character is wider than two places.
    private static int CellWidth(string line) =>
        line.EnumerateRunes().Sum(rune => rune.IsBmp && rune.Value < FirstWide ? 1 : 2);

    /// <param name="needed">Places that the widest row takes.</param>
    private static void Write(Table table, int needed = WidestTable)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        // A reference is copied whole: a narrow terminal wraps the line itself, a file and a pipe have no width at all.
        console.Profile.Width = Math.Max(console.Profile.Width, Math.Max(needed, WidestTable));
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

    /// <summary>In minutes, hours or days, whichever somebody would say.</summary>
    public static string Minutes(int count) => Counted.Minutes(count);
}
