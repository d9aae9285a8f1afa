using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using MashBroker.Web.Forms;
using static MashBroker.Web.Forms.Word;

namespace MashBroker.Tests.Forms;

/// <summary>The hub's empty form, filled in as Word would and spoilt as people do.</summary>
internal sealed class SomeForm
{
    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly XElement _document;

    public SomeForm(byte[]? template = null)
    {
        using var zip = new ZipArchive(new MemoryStream(template ?? FormTemplate.Write()));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            _parts[entry.FullName] = content.ToArray();
        }

        _document = XElement.Load(new MemoryStream(_parts["word/document.xml"]));
    }

    public XElement Body => _document.Element(W + "body")!;

    /// <summary>Somebody worried about a child, with nothing more than has to be said.</summary>
    public static SomeForm Short() =>
        new SomeForm()
            .Fill("referrer.kind", "A professional")
            .Fill("referrer.name", "Teresa Okonjo-Vale")
            .Fill("people[].role", "The child, or another child referred")
            .Fill("people[].names[0].given", "Wendelmar")
            .Fill("people[].names[0].family", "Quillmarsh")
            .Fill("concern.summary", "The child hides when the shouting starts.");

    /// <param name="row">Which row of a repeating section; rows that are not there are added.</param>
    public SomeForm Fill(string tag, string text, int row = 0)
    {
        var control = Control(tag, row);
        control.Element(W + "sdtPr")!.Element(W + "showingPlcHdr")?.Remove();
        control
            .Element(W + "sdtContent")!
            .ReplaceNodes(
                new XElement(
                    W + "r",
                    text.Split('\n')
                        .SelectMany(
                            (line, index) =>
                                index == 0
                                    ? [new XElement(W + "t", line)]
                                    : new[] { new XElement(W + "br"), new XElement(W + "t", line) }
                        )
                )
            );
        return this;
    }

    public SomeForm Tick(string tag, int row = 0)
    {
        Control(tag, row).Descendants(W14 + "checked").Single().SetAttributeValue(W14 + "val", "1");
        return Fill(tag, "☒", row);
    }

    /// <summary>A date as Word writes it: shown one way, and kept another.</summary>
    public SomeForm Date(string tag, string shown, string? kept = null, int row = 0)
    {
        Control(tag, row).Descendants(W + "date").Single().SetAttributeValue(W + "fullDate", $"{kept}T00:00:00Z");
        return Fill(tag, shown, row);
    }

    public SomeForm Change(Action<SomeForm> change)
    {
        change(this);
        return this;
    }

    public SomeForm Part(string name, string content)
    {
        _parts[name] = Encoding.UTF8.GetBytes(content);
        return this;
    }

    public XElement Control(string tag, int row = 0)
    {
        if (tag.IndexOf("[].", StringComparison.Ordinal) is not (var at and > 0))
        {
            return Controls(Body, tag).Single();
        }

        var section = Controls(Body, tag[..(at + 2)]).Single().Element(W + "sdtContent")!;
        while (section.Elements().Count() <= row)
        {
            section.Add(new XElement(new SomeForm().Section(tag[..(at + 2)]).Elements().First()));
        }

        return Controls(section.Elements().ElementAt(row), tag).Single();
    }

    public byte[] Write()
    {
        _parts["word/document.xml"] = FormTemplate.Bytes(_document);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private XElement Section(string tag) => Controls(Body, tag).Single().Element(W + "sdtContent")!;

    private static IEnumerable<XElement> Controls(XElement within, string tag) =>
        within
            .DescendantsAndSelf(W + "sdt")
            .Where(each => (string?)each.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val") == tag);
}
