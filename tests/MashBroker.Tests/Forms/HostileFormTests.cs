using System.IO.Compression;
using System.Text;
using MashBroker.Web.Forms;
using NUnit.Framework;

namespace MashBroker.Tests.Forms;

/// <summary>Documents that are no form, or are made to do harm: each is refused at once, with one fault and its remedy.</summary>
internal sealed class HostileFormTests
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static IEnumerable<TestCaseData> Bad()
    {
        yield return Case("nothing", [], "no Word document");
        yield return Case("a text", "Dear hub, ..."u8.ToArray(), "no Word document");
        yield return Case("an old or locked document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "password");
        yield return Case("too large", new byte[WordFile.SizeLimit + 1], "too large");
        yield return Case("half of one", SomeForm.Short().Write()[..2_000], "no Word document");
        yield return Case("an empty zip", Zip(), "no Word document");
        yield return Case("a workbook", Zip(("xl/workbook.xml", "<x/>"), Rels("xl/workbook.xml")), "no Word document");
        yield return Case("macros in a part", SomeForm.Short().Part("word/vbaProject.bin", "x").Write(), "macros");
        yield return Case(
            "a macro-enabled document",
            Document("<w:document/>", type: "application/vnd.ms-word.document.macroEnabled.main+xml"),
            "macros"
        );
        yield return Case("two of one part", Twice(), "same part twice");
        yield return Case(
            "too many parts",
            Zip([.. Enumerable.Range(0, 201).Select(n => ($"a{n}", "x"))]),
            "too many parts"
        );
        yield return Case(
            "a document type",
            Document("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
            "no Word document holds"
        );
        yield return Case(
            "entities within entities",
            Document("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]><x>&b;&b;</x>"),
            "no Word document holds"
        );
        yield return Case(
            "an entity from a file",
            Document("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"),
            "no Word document holds"
        );
        yield return Case("no XML", Document("<w:document"), "no Word document holds");
        yield return Case("nested very deep", Document(Deep(5_000)), "no Word document holds");
        yield return Case(
            "a bomb",
            Document($"<x>{new string('a', 8 * 1024 * 1024)}</x>"),
            "no Word document, or is damaged"
        );
        yield return Case(
            "strict Open XML",
            Document(
                """<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>"""
            ),
            "Strict"
        );
        yield return Case(
            "a letter in Word",
            Document(
                """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Dear hub</w:t></w:r></w:p></w:body></w:document>"""
            ),
            "no field of the referral form"
        );
        yield return Case(
            "its text elsewhere",
            Zip(
                (
                    "_rels/.rels",
                    $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{Word.OfficeDocument}" Target="http://127.0.0.1:1/x" TargetMode="External"/></Relationships>"""
                )
            ),
            "no Word document"
        );
    }

    [TestCaseSource(nameof(Bad))]
    [CancelAfter(10_000)]
    public void It_is_refused_with_the_remedy(byte[] document, string fault)
    {
        var reading = new FormReader("Europe/London").Read(document, new HashSet<string>());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Contact, Is.Null);
            Assert.That(reading.Unread.Single().Fault, Does.Contain(fault));
            Assert.That(reading.Unread[0].Remedy, Is.Not.Empty);
        }
    }

    [Test]
    public void Any_byte_of_a_form_can_be_changed_without_an_error_that_nobody_expected()
    {
        var form = SomeForm.Short().Write();
        var chance = new Random(20261122);
        for (var round = 0; round < 150; round++)
        {
            var spoilt = (byte[])form.Clone();
            for (var flips = chance.Next(1, 6); flips > 0; flips--)
            {
                spoilt[chance.Next(spoilt.Length)] = (byte)chance.Next(256);
            }

            var reading = new FormReader("Europe/London").Read(spoilt, new HashSet<string>());

            Assert.That(reading.Contact is not null || reading.Unread.Count > 0);
        }
    }

    private static TestCaseData Case(string name, byte[] document, string fault) =>
        new TestCaseData(document, fault).SetArgDisplayNames(name);

    private static string Deep(int depth) =>
        string.Concat(Enumerable.Repeat("<x>", depth)) + string.Concat(Enumerable.Repeat("</x>", depth));

    private static byte[] Document(string xml, string type = Main) =>
        Zip(
            ("word/document.xml", xml),
            Rels("word/document.xml"),
            (
                "[Content_Types].xml",
                $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{type}"/></Types>"""
            )
        );

    private static (string, string) Rels(string target) =>
        (
            "_rels/.rels",
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{Word.OfficeDocument}" Target="{target}"/></Relationships>"""
        );

    private static byte[] Twice()
    {
        using var bytes = new MemoryStream();
        bytes.Write(SomeForm.Short().Write());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("WORD/document.xml").Open();
            stream.Write("<x/>"u8);
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
