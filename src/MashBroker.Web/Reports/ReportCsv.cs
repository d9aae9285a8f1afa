using System.Globalization;
using System.Text;
using MashBroker.Ledger.Figures;

namespace MashBroker.Web.Reports;

/// <summary>A table as CSV (RFC 4180, UTF-8, CRLF), safe to open in a spreadsheet.</summary>
internal static class ReportCsv
{
    // What makes a spreadsheet run a cell instead of showing it, also after spaces that it takes away.
    private static readonly char[] StartsAFormula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    private static readonly char[] NeedsQuotes = ['"', ',', '\r', '\n'];

    public static byte[] Write(FigureTable table)
    {
        var csv = new StringBuilder();
        Line(csv, table.Columns);
        foreach (var row in table.Rows)
        {
            Line(csv, row.Select(Text));
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>One cell as it is written: begun with an apostrophe where a spreadsheet would run it.</summary>
    public static string Cell(string text)
    {
        var runs =
            text.AsSpan().TrimStart(' ') is [var first, ..] && StartsAFormula.Contains(first)
            || text is [var start, ..] && (char.IsControl(start) || char.IsWhiteSpace(start));
        var safe = runs ? $"'{text}" : text;
        return safe.IndexOfAny(NeedsQuotes) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Line(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Text(FigureCell cell) =>
        cell.Number?.ToString(CultureInfo.InvariantCulture) ?? cell.Text ?? "";
}
