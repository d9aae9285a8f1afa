using System.Globalization;
using CsvHelper;

namespace MashBroker.Adapters.Education.Export;

/// <summary>Reads one CSV file of the export: columns by name in any order, unknown columns left alone, faults with their line.</summary>
internal static class CsvTable
{
    public static List<T> Read<T>(ExportFile file, string text, IReadOnlyList<string> columns, Func<CsvLine, T> read)
    {
        using var csv = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MalformedData = CsvMalformedDataHandling.Throw,
                IncludeValuesInExceptions = false,
            }
        );
        try
        {
            if (!csv.Read())
            {
                throw file.Fault("is empty: it must have at least its line of column names");
            }

            var header = Fields(csv).Select(name => name.ToLowerInvariant()).ToList();
            var missing = columns.Where(column => !header.Contains(column)).ToList();
            if (missing.Count > 0)
            {
                throw file.Fault(
                    $"line 1 lacks the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)}"
                );
            }

            var twice = columns.FirstOrDefault(column => header.Count(name => name == column) > 1);
            if (twice is not null)
            {
                throw file.Fault($"line 1 has the column {twice} twice");
            }

            var places = columns.ToDictionary(column => column, column => header.IndexOf(column));
            var rows = new List<T>();
            while (csv.Read())
            {
                if (csv.FieldCount != header.Count)
                {
                    throw file.Fault(
                        $"line {csv.LineNumber} has {csv.FieldCount} fields, the header has {header.Count}"
                    );
                }

                rows.Add(read(new CsvLine(file, csv.LineNumber, Fields(csv), places)));
            }

            return rows;
        }
        catch (CsvFormatException fault)
        {
            throw file.Fault(
                $"line {fault.LineNumber} is not CSV: a quotation mark is not closed, or stands inside a field"
            );
        }
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
}

/// <summary>One record of a CSV file; every value is checked where it is taken.</summary>
internal sealed class CsvLine(ExportFile file, long line, string[] fields, Dictionary<string, int> places)
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "dd/MM/yyyy"];

    public string Required(string column) =>
        Optional(column) ?? throw file.Fault($"line {line} has nothing in the column {column}");

    public string? Optional(string column)
    {
        var value = fields[places[column]];
        return value.Length == 0 ? null : value;
    }

    public DateOnly RequiredDate(string column) =>
        OptionalDate(column) ?? throw file.Fault($"line {line} has nothing in the column {column}");

    public DateOnly? OptionalDate(string column) =>
        Optional(column) is not { } value ? null
        : DateOnly.TryParseExact(value, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw file.Fault($"line {line} has no date (2026-03-01 or 01/03/2026) in the column {column}");

    public TimeOnly? OptionalTime(string column) =>
        Optional(column) is not { } value ? null
        : TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw file.Fault($"line {line} has no time (14:05) in the column {column}");

    public int Count(string column) =>
        int.TryParse(Required(column), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw file.Fault($"line {line} has no whole number in the column {column}");

    /// <summary>Blank is no; anything but Y and N is a fault, for a misread flag could give away a protected address.</summary>
    public bool Flag(string column) =>
        Optional(column)?.ToUpperInvariant() switch
        {
            "Y" => true,
            "N" or null => false,
            _ => throw file.Fault($"line {line} has neither Y nor N in the column {column}"),
        };

    public RecordsUnavailableException Fault(string fault) => file.Fault($"line {line} {fault}");
}
