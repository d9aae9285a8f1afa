using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MashBroker.Ledger.Evidence;
using static MashBroker.Web.Forms.Word;

namespace MashBroker.Web.Forms;

/// <summary>Writes the empty referral form as a Word document. The same form is always the same bytes.</summary>
public static class FormTemplate
{
    public const string FileName = "referral-form.docx";

    private const string LabelWidth = "3200";
    private const string FieldWidth = "6400";
    private const int PageWidth = 9600; // twentieths of a point

    public static byte[] Write() =>
        StoredZip.Write(
            new Dictionary<string, byte[]>
            {
                ["[Content_Types].xml"] = Bytes(FormParts.ContentTypes()),
                ["_rels/.rels"] = Bytes(FormParts.Relationships()),
                ["word/_rels/document.xml.rels"] = Bytes(FormParts.DocumentRelationships()),
                ["word/document.xml"] = Bytes(Document()),
                ["word/styles.xml"] = Bytes(FormParts.Styles()),
            }
        );

    internal static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(stream, settings))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
        }

        return stream.ToArray();
    }

    private static XElement Document()
    {
        var ids = new FieldIds();
        return new XElement(
            W + "document",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XAttribute(XNamespace.Xmlns + "w14", W14),
            new XAttribute(XNamespace.Xmlns + "w15", W15),
            new XAttribute(XNamespace.Xmlns + "mc", Compatibility),
            new XAttribute(Compatibility + "Ignorable", "w14 w15"),
            new XElement(
                W + "body",
                Paragraph("Title", ReferralForm.Title),
                Paragraph("Note", ReferralForm.Introduction),
                ReferralForm.Sections.SelectMany(section => Section(section, ids)),
                new XElement(
                    W + "sectPr",
                    new XElement(W + "pgSz", new XAttribute(W + "w", "11906"), new XAttribute(W + "h", "16838")),
                    new XElement(
                        W + "pgMar",
                        new XAttribute(W + "top", "1134"),
                        new XAttribute(W + "right", "1134"),
                        new XAttribute(W + "bottom", "1134"),
                        new XAttribute(W + "left", "1134"),
                        new XAttribute(W + "header", "567"),
                        new XAttribute(W + "footer", "567"),
                        new XAttribute(W + "gutter", "0")
                    )
                )
            )
        );
    }

    private static IEnumerable<XElement> Section(FormSection section, FieldIds ids)
    {
        yield return Paragraph("Heading1", section.Heading);
        if (section.Note is { } note)
        {
            yield return Paragraph("Note", note);
        }

        if (section.AsLines)
        {
            yield return Lines(section, ids);
            yield return Paragraph(null, null);
        }
        else if (section.Repeats is null)
        {
            yield return Block(section, ids);
            yield return Paragraph(null, null);
        }
        else
        {
            yield return Repeated(section, ids, () => [Block(section, ids), Paragraph(null, null)]);
        }
    }

    private static XElement Repeated(FormSection section, FieldIds ids, Func<IEnumerable<XElement>> row) =>
        new(
            W + "sdt",
            new XElement(
                W + "sdtPr",
                new XElement(W + "alias", Value(section.Heading)),
                new XElement(W + "tag", Value($"{section.Repeats}[]")),
                ids.Next(),
                new XElement(W15 + "repeatingSection")
            ),
            new XElement(
                W + "sdtContent",
                Enumerable
                    .Range(0, section.Rows)
                    .Select(_ => new XElement(
                        W + "sdt",
                        new XElement(W + "sdtPr", ids.Next(), new XElement(W15 + "repeatingSectionItem")),
                        new XElement(W + "sdtContent", row())
                    ))
            )
        );

    // A label on the left, its field on the right.
    private static XElement Block(FormSection section, FieldIds ids) =>
        Table(
            [LabelWidth, FieldWidth],
            section.Fields.Select(field => new XElement(
                W + "tr",
                new XElement(W + "trPr", new XElement(W + "cantSplit")),
                Cell(LabelWidth, Paragraph("Label", field.Label)),
                Cell(FieldWidth, new XElement(W + "p", Field(field, ids)))
            ))
        );

    // A line of labels, then a line for each row.
    private static XElement Lines(FormSection section, FieldIds ids)
    {
        var width = (PageWidth / section.Fields.Count).ToString(CultureInfo.InvariantCulture);
        var labels = new XElement(
            W + "tr",
            section.Fields.Select(field => Cell(width, Paragraph("Label", field.Label)))
        );
        return Table(
            [.. section.Fields.Select(_ => width)],
            [
                labels,
                Repeated(
                    section,
                    ids,
                    () =>
                        [
                            new XElement(
                                W + "tr",
                                section.Fields.Select(field => Cell(width, new XElement(W + "p", Field(field, ids))))
                            ),
                        ]
                ),
            ]
        );
    }

    private static XElement Table(IReadOnlyList<string> widths, IEnumerable<XElement> rows) =>
        new(
            W + "tbl",
            new XElement(
                W + "tblPr",
                new XElement(W + "tblStyle", Value("FormTable")),
                new XElement(
                    W + "tblW",
                    new XAttribute(W + "w", PageWidth.ToString(CultureInfo.InvariantCulture)),
                    new XAttribute(W + "type", "dxa")
                ),
                new XElement(W + "tblLayout", new XAttribute(W + "type", "fixed"))
            ),
            new XElement(
                W + "tblGrid",
                widths.Select(width => new XElement(W + "gridCol", new XAttribute(W + "w", width)))
            ),
            rows
        );

    private static XElement Cell(string width, XElement content) =>
        new(
            W + "tc",
            new XElement(
                W + "tcPr",
                new XElement(W + "tcW", new XAttribute(W + "w", width), new XAttribute(W + "type", "dxa"))
            ),
            content
        );

    private static XElement Field(FormField field, FieldIds ids)
    {
        var shown = field.Kind is FieldKind.Flag ? "☐" : EmptyText(field);
        return new XElement(
            W + "sdt",
            new XElement(
                W + "sdtPr",
                new XElement(W + "alias", Value(field.Label)),
                new XElement(W + "tag", Value(field.Tag)),
                ids.Next(),
                // The field itself cannot be deleted, only filled in.
                new XElement(W + "lock", Value("sdtLocked")),
                field.Kind is FieldKind.Flag ? null : new XElement(W + "showingPlcHdr"),
                Control(field)
            ),
            new XElement(W + "sdtContent", Run(shown, field.Kind is FieldKind.Flag ? null : "PlaceholderText"))
        );
    }

    internal static string EmptyText(FormField field) =>
        field.Hint.Length > 0 ? field.Hint
        : field.Choices.Count > 0 ? "choose one"
        : "write here";

    private static XElement Control(FormField field) =>
        field.Kind switch
        {
            FieldKind.Date => new XElement(
                W + "date",
                new XElement(W + "dateFormat", Value("dd/MM/yyyy")),
                new XElement(W + "lid", Value("en-GB")),
                new XElement(W + "storeMappedDataAs", Value("dateTime")),
                new XElement(W + "calendar", Value("gregorian"))
            ),
            FieldKind.Choice or FieldKind.NumberChoice => new XElement(
                W + "dropDownList",
                field.Choices.Select(choice => new XElement(
                    W + "listItem",
                    new XAttribute(W + "displayText", choice.Words),
                    new XAttribute(W + "value", choice.Code)
                ))
            ),
            FieldKind.Flag => new XElement(
                W14 + "checkbox",
                new XElement(W14 + "checked", new XAttribute(W14 + "val", "0")),
                new XElement(W14 + "checkedState", new XAttribute(W14 + "val", "2612"), Font()),
                new XElement(W14 + "uncheckedState", new XAttribute(W14 + "val", "2610"), Font())
            ),
            FieldKind.Lines or FieldKind.Narrative => new XElement(W + "text", new XAttribute(W + "multiLine", "1")),
            _ => new XElement(W + "text"),
        };

    private static XAttribute Font() => new(W14 + "font", "MS Gothic");

    private static XElement Paragraph(string? style, string? text) =>
        new(
            W + "p",
            style is null ? null : new XElement(W + "pPr", new XElement(W + "pStyle", Value(style))),
            text is null ? null : Run(text, null)
        );

    private static XElement Run(string text, string? style) =>
        new(
            W + "r",
            style is null ? null : new XElement(W + "rPr", new XElement(W + "rStyle", Value(style))),
            new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)
        );

    // Word wants a number for each field that no other has.
    private sealed class FieldIds
    {
        private int _last = 1000;

        public XElement Next() => new(W + "id", Value((++_last).ToString(CultureInfo.InvariantCulture)));
    }
}
