using System.Text;
using System.Text.RegularExpressions;
using MashBroker.Web.Reports;

namespace MashBroker.Cli.Commands;

/// <summary>
/// A report as people read it: a block for each month in which there is anything, rows and names not said again, headings short
/// enough for 160 columns. JSON and CSV have every row and the columns' own names.
/// </summary>
internal static partial class ReportText
{
    private const string Month = "month";

    private const string Withheld = "--";

    // Rows as JSON and CSV call them, and as people do.
    private static readonly Dictionary<string, string> RowsInWords = new()
    {
        ["professional"] = "Professional",
        ["member-of-public"] = "Member of the public",
        ["family"] = "Family",
        ["not-kept"] = "Not kept",
        ["red"] = "Red",
        ["amber"] = "Amber",
        ["green"] = "Green",
        ["no-enquiry"] = "No enquiry",
        ["undecided"] = "Undecided",
        ["all"] = "All",
        ["withheld"] = Withheld,
    };

    // What a row is about; the others count.
    private static readonly string[] Words = ["name", "referrer", "rating"];

    private static readonly Dictionary<string, string> Headings = new()
    {
        ["ninetiethPercentileMinutes"] = "90 %\nminutes",
    };

    /// <summary>A note with the columns called as the headings call them.</summary>
    public static string Note(string note) =>
        ColumnName()
            .Replace(
                RowName().Replace(note, row => RowsInWords[row.Value]),
                name => Heading(name.Value).Replace('\n', ' ')
            );

    public static void Write(ReportView report)
    {
        if (!report.Columns.Contains(Month))
        {
            Output.Table(report.Columns, report.Rows.Select(row => Texts(report.Columns, row)));
            return;
        }

        // The name says which agency it is.
        var columns = report
            .Columns.Where(column => column != Month && !(column == "agency" && report.Columns.Contains("name")))
            .ToList();
        var words = columns.Count(column => Words.Contains(column));
        var anything = false;
        foreach (var month in report.Rows.GroupBy(row => row[Month]!.ToString()))
        {
            var rows = month.Select(row => Texts(columns, row)).Where(row => HasAnything(row, words)).ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            anything = true;
            Output.Line($"{month.Key}");
            Output.Figures([.. columns.Select(Heading)], words, NamedOnce(rows, words));
        }

        Output.Line(
            anything
                ? $"  {Withheld} is withheld; rows and months without anything are left out."
                : "  Nothing was counted in these months."
        );
    }

    private static string[] Texts(IReadOnlyList<string> columns, System.Text.Json.Nodes.JsonObject row) =>
        [
            .. columns.Select(column =>
                row[column]?.ToString() is { } text
                    // Names are the hub's own, and a reference is copied as it is.
                    ? column is "name" or "agency"
                        ? text
                        : RowsInWords.GetValueOrDefault(text, text)
                    : ""
            ),
        ];

    private static bool HasAnything(string[] row, int words) => row.Skip(words).Any(cell => cell is not ("" or "0"));

    // Only the last of several words changes from row to row.
    private static IEnumerable<IReadOnlyList<string>> NamedOnce(IReadOnlyList<string[]> rows, int words)
    {
        var before = "";
        foreach (var row in rows)
        {
            if (words < 2)
            {
                yield return row;
                continue;
            }

            yield return row[0] == before ? ["", .. row[1..]] : row;
            before = row[0];
        }
    }

    /// <summary>Each word of a column's name on a line of its own.</summary>
    private static string Heading(string column)
    {
        if (Headings.TryGetValue(column, out var known))
        {
            return known;
        }

        var heading = new StringBuilder();
        foreach (var letter in column)
        {
            _ = char.IsUpper(letter)
                ? heading.Append('\n').Append(char.ToLowerInvariant(letter))
                : heading.Append(letter);
        }

        return heading.ToString();
    }

    // Before the colon at which a note says what the row is.
    [GeneratedRegex("(?:not-kept|no-enquiry|undecided)(?=: contacts)")]
    private static partial Regex RowName();

    [GeneratedRegex("[a-z]+(?:[A-Z][a-z]*)+")]
    private static partial Regex ColumnName();
}
