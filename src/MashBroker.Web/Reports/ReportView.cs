using System.Text.Json.Nodes;
using MashBroker.Ledger.Figures;
using MashBroker.Rules;

namespace MashBroker.Web.Reports;

/// <summary>A report over the API.</summary>
public sealed record ReportView
{
    public required string Report { get; init; }

    /// <summary>Code of the hub.</summary>
    public required string Hub { get; init; }

    /// <summary>What people call the hub.</summary>
    public string? HubName { get; init; }

    /// <summary>First month, e.g. <c>2026-01</c>.</summary>
    public required string From { get; init; }

    /// <summary>Last month, included.</summary>
    public required string To { get; init; }

    /// <summary>What is counted as what.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>One object a row, by column: a number, a text, or the text <c>&lt;5</c> or <c>withheld</c> in the place of a number.</summary>
    public required IReadOnlyList<JsonObject> Rows { get; init; }

    internal static ReportView Of(string name, HubProfile hub, FigureMonths months, FigureTable table) =>
        new()
        {
            Report = name,
            Hub = hub.Code,
            HubName = hub.Name,
            From = months.All[0].Name,
            To = months.All[^1].Name,
            Notes = table.Notes,
            Columns = table.Columns,
            Rows =
            [
                .. table.Rows.Select(row => new JsonObject(
                    table.Columns.Zip(row).Select(cell => KeyValuePair.Create(cell.First, Json(cell.Second)))
                )),
            ],
        };

    private static JsonNode? Json(FigureCell cell) => cell.Number is { } number ? number : cell.Text;
}
