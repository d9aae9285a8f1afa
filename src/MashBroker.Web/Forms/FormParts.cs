using System.Xml.Linq;
using static MashBroker.Web.Forms.Word;

namespace MashBroker.Web.Forms;

/// <summary>The parts of the form's file that say how it looks and what is in it.</summary>
internal static class FormParts
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    private static readonly string[] Margins = ["left", "right"];

    public static XElement ContentTypes() =>
        new(
            Word.ContentTypes + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("xml", "application/xml"),
            Override("/word/document.xml", MainType),
            Override("/word/styles.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml")
        );

    public static XElement Relationships() =>
        new(Word.Relationships + "Relationships", Relationship(OfficeDocument, "word/document.xml"));

    public static XElement DocumentRelationships() =>
        new(Word.Relationships + "Relationships", Relationship($"{Office}/styles", "styles.xml"));

    public static XElement Styles() =>
        new(
            W + "styles",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XElement(
                W + "docDefaults",
                new XElement(
                    W + "rPrDefault",
                    new XElement(
                        W + "rPr",
                        new XElement(
                            W + "rFonts",
                            new XAttribute(W + "ascii", "Arial"),
                            new XAttribute(W + "hAnsi", "Arial"),
                            new XAttribute(W + "cs", "Arial")
                        ),
                        Size("21"),
                        new XElement(W + "lang", Value("en-GB"))
                    )
                )
            ),
            Style("paragraph", "Normal", "Normal", isDefault: true),
            Style("paragraph", "Title", "Title", null, Space(0, 120), new XElement(W + "b"), Size("34")),
            Style(
                "paragraph",
                "Heading1",
                "heading 1",
                null,
                new XElement(
                    W + "pPr",
                    new XElement(W + "keepNext"),
                    Spacing(240, 60),
                    new XElement(W + "outlineLvl", Value("0"))
                ),
                new XElement(W + "b"),
                Size("26")
            ),
            Style("paragraph", "Note", "Note", null, Space(0, 120), Colour("404040"), Size("19")),
            Style("paragraph", "Label", "Label", null, Space(40, 40), new XElement(W + "b"), Size("19")),
            Style("character", "PlaceholderText", "Placeholder Text", null, null, Colour("666666")),
            TableStyle()
        );

    private static XElement TableStyle() =>
        new(
            W + "style",
            new XAttribute(W + "type", "table"),
            new XAttribute(W + "styleId", "FormTable"),
            new XElement(W + "name", Value("Form Table")),
            new XElement(
                W + "tblPr",
                new XElement(
                    W + "tblBorders",
                    Sides.Select(side => new XElement(
                        W + side,
                        Value("single"),
                        new XAttribute(W + "sz", "4"),
                        new XAttribute(W + "space", "0"),
                        new XAttribute(W + "color", "A0A0A0")
                    ))
                ),
                new XElement(
                    W + "tblCellMar",
                    Margins.Select(side => new XElement(
                        W + side,
                        new XAttribute(W + "w", "100"),
                        new XAttribute(W + "type", "dxa")
                    ))
                )
            )
        );

    private static XElement Style(
        string type,
        string id,
        string name,
        bool? isDefault = null,
        XElement? paragraph = null,
        params XElement[] letters
    ) =>
        new(
            W + "style",
            new XAttribute(W + "type", type),
            isDefault is true ? new XAttribute(W + "default", "1") : null,
            new XAttribute(W + "styleId", id),
            new XElement(W + "name", Value(name)),
            paragraph,
            letters.Length == 0 ? null : new XElement(W + "rPr", letters)
        );

    private static XElement Space(int before, int after) => new(W + "pPr", Spacing(before, after));

    private static XElement Spacing(int before, int after) =>
        new(W + "spacing", new XAttribute(W + "before", before), new XAttribute(W + "after", after));

    private static XElement Size(string halfPoints) => new(W + "sz", Value(halfPoints));

    private static XElement Colour(string colour) => new(W + "color", Value(colour));

    private static XElement Default(string extension, string type) =>
        new(Word.ContentTypes + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static XElement Override(string part, string type) =>
        new(Word.ContentTypes + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));

    private static XElement Relationship(string type, string target) =>
        new(
            Word.Relationships + "Relationship",
            new XAttribute("Id", "rId1"),
            new XAttribute("Type", type),
            new XAttribute("Target", target)
        );
}
