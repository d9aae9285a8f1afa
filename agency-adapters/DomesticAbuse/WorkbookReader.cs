using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace MashBroker.Adapters.DomesticAbuse;

/// <summary>Reads the sheets of an .xlsx. Faults name the workbook by its role, the sheet and the column; never what a cell holds.</summary>
internal static class WorkbookReader
{
    // The library asks for Windows-1252 before it opens anything, though an .xlsx has no use for it; .NET has it on demand only.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyDictionary<string, Sheet> Read(byte[] workbook)
    {
        try
        {
            using var stream = new MemoryStream(workbook, writable: false);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            var sheets = new Dictionary<string, Sheet>(StringComparer.OrdinalIgnoreCase);
            do
            {
                sheets[Heading(reader.Name)] = ReadSheet(reader);
            } while (reader.NextResult());

            return sheets;
        }
        catch (InvalidPasswordException)
        {
            throw new RecordsUnavailableException(
                "The client workbook is protected by a password. Save it without one, in a folder that only the service may read."
            );
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or RecordsUnavailableException))
        {
            // Rubbish makes the reader fail with whatever its code runs into; the texts can quote cells, so none is passed on.
            throw new RecordsUnavailableException(
                $"The client workbook cannot be read as an .xlsx ({fault.GetType().Name}). Open it in the spreadsheet program and save it anew."
            );
        }
    }

    private static Sheet ReadSheet(IExcelDataReader reader)
    {
        var name = Heading(reader.Name);
        var columns = new List<string>();
        var rows = new List<SheetRow>();
        for (var number = 1; reader.Read(); number++)
        {
            if (columns.Count == 0)
            {
                // The first row with anything in it has the headings; empty rows and a title above them are common, but a
                // title is one cell.
                var headings = Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(at => Heading(reader.GetValue(at)))
                    .ToList();
                columns = headings.Count(heading => heading.Length > 0) > 1 ? headings : columns;
                continue;
            }

            var cells = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
            for (var at = 0; at < Math.Min(columns.Count, reader.FieldCount); at++)
            {
                if (columns[at].Length > 0 && reader.GetValue(at) is { } value && !cells.TryAdd(columns[at], value))
                {
                    throw new RecordsUnavailableException(
                        $"The client workbook's sheet '{name}' has the column '{columns[at]}' twice. Leave one of them."
                    );
                }
            }

            if (cells.Values.Any(value => value is not string text || !string.IsNullOrWhiteSpace(text)))
            {
                rows.Add(new SheetRow(number, cells));
            }
        }

        return new Sheet(name, columns, rows);
    }

    private static string Heading(object? cell) =>
        string.Join(' ', (cell as string ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
