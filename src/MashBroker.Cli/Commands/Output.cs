using System.Text.Json;
using MashBroker.Contracts.Json;
using Spectre.Console;

namespace MashBroker.Cli.Commands;

/// <summary>What commands print: tables for people, JSON for scripts. Errors never come here.</summary>
internal static class Output
{
    private const int WidestTable = 160;

    private static readonly JsonSerializerOptions Indented = new(MashJson.Options) { WriteIndented = true };

    public static void Json(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Indented));

    public static void Line(string text) => Console.Out.WriteLine(text);

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
    public static string When(DateTimeOffset? at) =>
        at?.ToLocalTime().ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB")) ?? "";
}
