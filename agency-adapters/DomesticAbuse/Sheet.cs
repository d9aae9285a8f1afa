using System.Globalization;

namespace MashBroker.Adapters.DomesticAbuse;

/// <summary>One sheet of the workbook: rows of cells by column heading.</summary>
internal sealed class Sheet(string name, IReadOnlyList<string> columns, IReadOnlyList<SheetRow> rows)
{
    public string Name { get; } = name;

    public IReadOnlyList<SheetRow> Rows { get; } = rows;

    public IEnumerable<string> Lacking(IEnumerable<string> wanted) =>
        wanted.Where(column => !columns.Contains(column, StringComparer.OrdinalIgnoreCase));
}

/// <summary>One row with anything in it. <see cref="Number"/> is the one that the spreadsheet program shows.</summary>
internal sealed class SheetRow(int number, IReadOnlyDictionary<string, object> cells)
{
    // As people type dates; the day comes first in this country.
    private static readonly string[] WrittenDates =
    [
        "d/M/yyyy",
        "d.M.yyyy",
        "d-M-yyyy",
        "yyyy-MM-dd",
        "d MMM yyyy",
        "d MMMM yyyy",
        "d/M/yy",
    ];

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public int Number { get; } = number;

    public string? Text(string column) =>
        cells.TryGetValue(column, out var cell)
        && Convert.ToString(cell, CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>Null also where the cell holds something that is no date: a person must not be lost for it.</summary>
    public DateOnly? Date(string column) =>
        cells.GetValueOrDefault(column) switch
        {
            DateTime date => DateOnly.FromDateTime(date),
            // A date whose cell has lost its format: days since 1900, up to the year 2149.
            double days and > 1 and < 91_000 => DateOnly.FromDateTime(DateTime.FromOADate(days)),
            string text
                when DateOnly.TryParseExact(text.Trim(), WrittenDates, British, DateTimeStyles.None, out var date) =>
                date,
            _ => null,
        };

    /// <summary>Anything but an explicit "no" or nothing counts as yes: what this protects is a person in hiding.</summary>
    public bool IsSet(string column) =>
        Text(column) is { } text
        && !text.Equals("no", StringComparison.OrdinalIgnoreCase)
        && !text.Equals("n", StringComparison.OrdinalIgnoreCase)
        && !text.Equals("false", StringComparison.OrdinalIgnoreCase)
        && text != "0";
}
