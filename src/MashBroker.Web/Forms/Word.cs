using System.Xml.Linq;

namespace MashBroker.Web.Forms;

/// <summary>Names of WordprocessingML (ISO/IEC 29500 and Microsoft's extensions) that the form uses.</summary>
internal static class Word
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";

    /// <summary>Of equations, which hold words, too.</summary>
    public static readonly XNamespace M = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The main part of a document that Word saved as "Strict Open XML".</summary>
    public static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public const string OfficeDocument =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    public const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public const string FileType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static XAttribute Value(string value) => new(W + "val", value);
}
