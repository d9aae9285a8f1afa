using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MashBroker.Correlation.Packs;

/// <summary>Writes HTML in which every text is encoded: there is no way to write one that is not.</summary>
internal sealed class Page
{
    // Names in any script stay legible to whoever opens the file in an editor; what has meaning in HTML is always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    /// <param name="markup">Written by us, never by an agency or a referrer.</param>
    public Page Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    public Page Text(string? text)
    {
        _html.Append(Encoder.Encode(text ?? ""));
        return this;
    }

    public Page Line()
    {
        _html.Append('\n');
        return this;
    }

    public Page Element(string name, string? text, string attributes = "") =>
        Raw($"<{name}{(attributes.Length > 0 ? " " : "")}{attributes}>").Text(text).Raw($"</{name}>");

    /// <summary>Somebody's own words: line breaks kept, and their direction kept from spilling over into ours.</summary>
    public Page Words(string? text) => Element("bdi", text, "class=\"words\"");

    public Page List(IEnumerable<string> items)
    {
        Raw("<ul>");
        foreach (var item in items)
        {
            Raw("<li>").Words(item).Raw("</li>");
        }

        return Raw("</ul>").Line();
    }

    /// <summary>A table that becomes one block per row where the page is narrow; each cell then carries its column's heading.</summary>
    public Page Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Action<Page>>> rows)
    {
        Raw("<table role=\"table\"><caption>")
            .Text(caption)
            .Raw("</caption><thead role=\"rowgroup\"><tr role=\"row\">");
        foreach (var column in columns)
        {
            Element("th", column, "scope=\"col\" role=\"columnheader\"");
        }

        Raw("</tr></thead><tbody role=\"rowgroup\">").Line();
        foreach (var row in rows)
        {
            Raw("<tr role=\"row\">");
            for (var i = 0; i < row.Count; i++)
            {
                var name = i == 0 ? "th" : "td";
                var role = i == 0 ? "scope=\"row\" role=\"rowheader\"" : "role=\"cell\"";
                Raw($"<{name} {role} data-label=\"").Text(columns[i]).Raw("\">");
                row[i](this);
                Raw($"</{name}>");
            }

            Raw("</tr>").Line();
        }

        return Raw("</tbody></table>").Line();
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_html.ToString());
}
