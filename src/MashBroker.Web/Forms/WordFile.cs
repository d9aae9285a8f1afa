using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using MashBroker.Contracts.Contacts;
using static MashBroker.Web.Forms.Word;

namespace MashBroker.Web.Forms;

/// <summary>
/// A Word document as somebody sends it, which may be anything. Only the parts that are needed are unpacked, each no further than
/// it may be long whatever it says of itself; nothing that it refers to is fetched, and nothing in it is run.
/// </summary>
internal sealed class WordFile
{
    /// <summary>Largest document accepted, in bytes. An empty form has some 60,000; a long one is mostly pictures, which are not read.</summary>
    public const int SizeLimit = 2 * 1024 * 1024;

    private const int PartLimit = 4 * 1024 * 1024;
    private const int EntryLimit = 200;

    // Word nests a field in a cell in a row in a table in a row of a repeating section: some twenty deep.
    private const int DepthLimit = 100;

    private static readonly string[] Beside = ["header", "footer", "comments", "footnotes", "endnotes"];

    private WordFile(XElement body, IReadOnlyList<string> besideText) => (Body, BesideText) = (body, besideText);

    public XElement Body { get; }

    /// <summary>Parts beside the text that hold words: <c>header</c>, <c>comments</c>, …</summary>
    public IReadOnlyList<string> BesideText { get; }

    /// <returns>Exactly one of a document and a fault.</returns>
    public static (WordFile? File, FieldFault? Fault) Open(byte[] bytes)
    {
        if (bytes.Length > SizeLimit)
        {
            return Refuse("is too large", $"Send at most {SizeLimit / 1024} KB; take pictures out");
        }

        if (bytes.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Refuse(
                "has a password or is of an old kind of Word",
                "Take the password off and save it as a Word document (.docx)"
            );
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return Read(zip);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            return Refuse("is no Word document, or is damaged", "Save it again as a Word document (.docx)");
        }
        catch (XmlException)
        {
            return Refuse(
                "holds what no Word document holds, or is damaged",
                "Open the hub's empty form and fill it in again"
            );
        }
    }

    private static (WordFile? File, FieldFault? Fault) Read(ZipArchive zip)
    {
        if (zip.Entries.Count > EntryLimit)
        {
            return Refuse("has too many parts", "Fill in the hub's empty form and send that");
        }

        // Two parts of one name are two documents in one: which of them was meant cannot be told.
        if (zip.Entries.DistinctBy(entry => entry.FullName.ToUpperInvariant()).Count() < zip.Entries.Count)
        {
            return Refuse("holds the same part twice", "Fill in the hub's empty form and send that");
        }

        var main = MainPart(zip);
        var type = main is null ? null : TypeOf(zip, main.FullName);
        if (
            type?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true
            || zip.Entries.Any(entry => entry.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
        )
        {
            return Refuse("holds macros", "Save it as a Word document without macros (.docx)");
        }

        if (main is null || type != MainType)
        {
            return Refuse("is no Word document", "Save it as a Word document (.docx)");
        }

        var document = Load(main);
        if (document.Name.Namespace == Strict)
        {
            return Refuse(
                "is saved as Strict Open XML, which is not read",
                "Save it as Word document (.docx) without the word Strict"
            );
        }

        return document.Element(W + "body") is { } body
            ? (new WordFile(body, [.. Beside.Where(part => HoldsWords(zip, part))]), null)
            : Refuse("is no Word document", "Save it as a Word document (.docx)");
    }

    private static ZipArchiveEntry? MainPart(ZipArchive zip)
    {
        var target = zip.GetEntry("_rels/.rels") is { } relationships
            ? Load(relationships)
                .Elements(Relationships + "Relationship")
                .FirstOrDefault(one =>
                    ((string?)one.Attribute("Type"))?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                    && (string?)one.Attribute("TargetMode") != "External"
                )
                ?.Attribute("Target")
                ?.Value
            : null;
        return target is null ? null : zip.GetEntry(target.TrimStart('/'));
    }

    private static string? TypeOf(ZipArchive zip, string part) =>
        zip.GetEntry("[Content_Types].xml") is { } types
            ? Load(types)
                .Elements(ContentTypes + "Override")
                .FirstOrDefault(one => (string?)one.Attribute("PartName") == $"/{part}")
                ?.Attribute("ContentType")
                ?.Value
            : null;

    // Page numbers are no words.
    private static bool HoldsWords(ZipArchive zip, string kind) =>
        zip.Entries.Any(entry =>
            entry.FullName.StartsWith($"word/{kind}", StringComparison.OrdinalIgnoreCase)
            && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            && Load(entry)
                .Descendants()
                .Any(text => (text.Name == W + "t" || text.Name == M + "t") && text.Value.Any(char.IsLetter))
        );

    /// <exception cref="XmlException">It is not XML, has a document type, or nests too deep.</exception>
    /// <exception cref="InvalidDataException">It unpacks to more than it may.</exception>
    private static XElement Load(ZipArchiveEntry entry)
    {
        using var unpacked = new MemoryStream();
        using (var stream = entry.Open())
        {
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (unpacked.Length + read > PartLimit)
                {
                    throw new InvalidDataException("A part is larger than any form's.");
                }

                unpacked.Write(buffer, 0, read);
            }
        }

        RefuseDepth(unpacked);
        unpacked.Position = 0;
        using var reader = XmlReader.Create(unpacked, Settings());
        return XElement.Load(reader);
    }

    private static void RefuseDepth(MemoryStream xml)
    {
        xml.Position = 0;
        using var reader = XmlReader.Create(xml, Settings());
        while (reader.Read())
        {
            if (reader.Depth > DepthLimit)
            {
                throw new XmlException("It nests deeper than any form.");
            }
        }
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = PartLimit,
            CloseInput = false,
        };

    private static (WordFile? File, FieldFault? Fault) Refuse(string fault, string remedy) =>
        (null, new FieldFault(FormReading.Document, fault, remedy));
}
