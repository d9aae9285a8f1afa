using System.Text;
using System.Xml.Linq;
using static MashBroker.Web.Forms.Word;

namespace MashBroker.Web.Forms;

/// <summary>One content control as somebody filled it in.</summary>
internal sealed class FormControl
{
    private readonly XElement _properties;
    private readonly XElement? _content;

    public FormControl(XElement control)
    {
        _properties = control.Element(W + "sdtPr") ?? new XElement(W + "sdtPr");
        _content = control.Element(W + "sdtContent");
        Text = IsPlaceholder ? "" : TextOf(_content).Trim();
    }

    public string? Tag => (string?)_properties.Element(W + "tag")?.Attribute(W + "val");

    /// <summary>What stands in it, lines kept; empty while only the hint does.</summary>
    public string Text { get; }

    /// <summary>
    /// Whether the box is ticked, as the program keeps it and as it is shown; null where the two say different things, because
    /// somebody wrote into it, and where it is no box any more.
    /// </summary>
    public bool? Ticked
    {
        get
        {
            bool? kept = (string?)
                _properties.Element(W14 + "checkbox")?.Element(W14 + "checked")?.Attribute(W14 + "val") switch
            {
                "1" or "true" or "on" => true,
                "0" or "false" or "off" => false,
                _ => null,
            };
            bool? shown = TextOf(_content).Trim() switch
            {
                "☒" or "☑" or "✓" or "✔" => true,
                "☐" => false,
                _ => null,
            };
            // Some programs keep only the sign.
            return kept is null || kept == shown ? shown : null;
        }
    }

    /// <summary>The day that the program keeps behind what a date field shows; null where it keeps none.</summary>
    public string? KeptDate =>
        (string?)_properties.Element(W + "date")?.Attribute(W + "fullDate") is { Length: >= 10 } kept
            ? kept[..10]
            : null;

    public bool IsRepeatingSection => _properties.Element(W15 + "repeatingSection") is not null;

    public bool IsRow => _properties.Element(W15 + "repeatingSectionItem") is not null;

    /// <summary>Holds what has no words: a picture, a sign of a symbol font, an embedded object.</summary>
    public bool HoldsSigns => _content?.Descendants().Any(part => Signs.Contains(part.Name)) == true;

    public static IReadOnlySet<XName> Signs { get; } =
        new HashSet<XName> { W + "drawing", W + "pict", W + "object", W + "sym", W + "altChunk" };

    private bool IsPlaceholder => _properties.Element(W + "showingPlcHdr") is not null;

    private static string TextOf(XElement? content)
    {
        var text = new StringBuilder();
        if (content is not null)
        {
            Write(content, text);
        }

        return text.ToString();
    }

    private static void Write(XElement part, StringBuilder text)
    {
        if (part.Name == W + "p" && text.Length > 0)
        {
            text.Append('\n');
        }

        foreach (var child in part.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "t":
                    text.Append(child.Value);
                    break;
                case "tab":
                    text.Append(' ');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                // Taken out by whoever tracked changes, or there for programs that do not know the rest.
                case "del" or "moveFrom" or "Fallback" or "sdtPr" or "rPr" or "pPr":
                    break;
                default:
                    Write(child, text);
                    break;
            }
        }
    }
}
