using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace MashBroker.Testing.DomesticAbuse;

/// <summary>Writes the least that is an .xlsx: sheets of text, numbers and dates.</summary>
public static class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    // A zip can hold no date before; any fixed one makes the same bytes each time.
    private static readonly DateTimeOffset Written = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    /// <param name="sheets">Name, and rows of cells: text, int, <see cref="DateOnly"/> or null. The headings are a row.</param>
    public static byte[] Write(params IReadOnlyList<(string Name, IReadOnlyList<object?[]> Rows)> sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
            Add(
                zip,
                "_rels/.rels",
                $"""<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            );
            Add(zip, "xl/workbook.xml", Workbook(sheets.Select(sheet => sheet.Name)));
            Add(zip, "xl/_rels/workbook.xml.rels", WorkbookRelations(sheets.Count));
            Add(
                zip,
                "xl/styles.xml",
                // Style 1 is the built-in short date.
                $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"""
            );
            foreach (var (number, sheet) in sheets.Index())
            {
                Add(zip, Text($"xl/worksheets/sheet{number + 1}.xml"), Sheet(sheet.Rows));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The parts by name, for comparing two workbooks whatever the compression made of them.</summary>
    public static IReadOnlyDictionary<string, string> Parts(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                return reader.ReadToEnd();
            }
        );
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Written;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml);
    }

    private static string ContentTypes(int sheets)
    {
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var overrides = string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(sheet =>
                    Text(
                        $"""<Override PartName="/xl/worksheets/sheet{sheet}.xml" ContentType="{Types}.worksheet+xml"/>"""
                    )
                )
        );
        return $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{overrides}</Types>""";
    }

    private static string Workbook(IEnumerable<string> names) =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(
            names.Index().Select(sheet => Text($"""<sheet name="{Escaped(sheet.Item)}" sheetId="{sheet.Index + 1}" r:id="rId{sheet.Index + 1}"/>"""))
        )}</sheets></workbook>""";

    private static string WorkbookRelations(int sheets)
    {
        var each = Enumerable
            .Range(1, sheets)
            .Select(sheet =>
                Text(
                    $"""<Relationship Id="rId{sheet}" Type="{Relations}/worksheet" Target="worksheets/sheet{sheet}.xml"/>"""
                )
            );
        return Text(
            $"""<Relationships xmlns="{PackageRelations}">{string.Concat(each)}<Relationship Id="rId{sheets + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""
        );
    }

    private static string Sheet(IReadOnlyList<object?[]> rows)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
        foreach (var (number, row) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"\n<row r=\"{number + 1}\">");
            foreach (var (column, cell) in row.Index())
            {
                var at = Text($"{Column(column)}{number + 1}");
                xml.Append(
                    cell switch
                    {
                        null => "",
                        DateOnly date => Text(
                            $"""<c r="{at}" s="1"><v>{date.ToDateTime(TimeOnly.MinValue).ToOADate()}</v></c>"""
                        ),
                        int value => Text($"""<c r="{at}"><v>{value}</v></c>"""),
                        _ =>
                            $"""<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{Escaped(cell.ToString()!)}</t></is></c>""",
                    }
                );
            }

            xml.Append("</row>");
        }

        return xml.Append("\n</sheetData></worksheet>").ToString();
    }

    private static string Column(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Column(column / 26 - 1) + Column(column % 26);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        using var writer = XmlWriter.Create(
            escaped,
            new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment }
        );
        writer.WriteString(text);
        writer.Flush();
        return escaped.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
