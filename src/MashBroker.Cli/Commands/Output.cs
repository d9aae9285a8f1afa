using System.Text.Json;
using MashBroker.Contracts.Json;
using Spectre.Console;

namespace MashBroker.Cli.Commands;

/// <summary>What commands print: tables for people, JSON for scripts. Errors never come here.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Indented = new(MashJson.Options) { WriteIndented = true };

    private const int WidthOfNoTerminal = 200;

    public static void Json(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Indented));

    public static void Line(string text) => Console.Out.WriteLine(text);

    public static void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        if (Console.IsOutputRedirected)
        {
            // A file or a pipe has no width; 80 columns would break references in two.
            AnsiConsole.Profile.Width = WidthOfNoTerminal;
        }

        AnsiConsole.Write(table);
    }

    /// <summary>In the zone of whoever reads; the JSON has the instants.</summary>
    public static string When(DateTimeOffset? at) =>
        at?.ToLocalTime().ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB")) ?? "";
}
