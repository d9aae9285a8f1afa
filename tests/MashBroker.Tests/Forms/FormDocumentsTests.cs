using MashBroker.Contracts;
using MashBroker.Testing.Families;
using MashBroker.Web.Forms;
using NUnit.Framework;

namespace MashBroker.Tests.Forms;

/// <summary>Documents that other programs wrote (Documents/make.py says how), read as they are.</summary>
internal sealed class FormDocumentsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_form_filled_in_by_another_program_is_read_and_what_could_not_be_is_listed()
    {
        var import = Import("filled-by-python-docx.docx", []);

        Assert.That(import.Unread.Select(each => each.Path), Is.EqualTo(["people[2].dateOfBirth", "document.text"]));
        var contact = Import("filled-by-python-docx.docx", [.. import.Unread.Select(each => each.Path)]).Contact!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                contact.People.Select(person => person.Role),
                Is.EqualTo([SubjectRole.Child, SubjectRole.Parent, SubjectRole.Sibling])
            );
            Assert.That(contact.People[0].Names[0].Given, Is.EqualTo("Siân"));
            Assert.That(contact.People[1].DateOfBirth, Is.EqualTo(new DateOnly(1990, 11, 5)));
            Assert.That(contact.People[2].DateOfBirth, Is.Null);
            Assert.That(contact.Concern.Kinds, Is.EqualTo(["domestic-violence"]));
            Assert.That(contact.Concern.LevelOfNeed, Is.EqualTo(3));
        }
    }

    // LibreOffice 7.4 drops the names of content controls when it saves: nobody can tell which field is which any more.
    [Test]
    public void A_form_whose_fields_a_program_lost_is_refused_with_the_remedy()
    {
        var unread = Import("saved-by-libreoffice.docx", []).Unread.Single();

        Assert.That(unread.Fault, Does.Contain("no field of the referral form"));
        Assert.That(unread.Remedy, Does.Contain("with Word"));
    }

    private static FormImport Import(string file, IEnumerable<string> leaveOut) =>
        FormImport.Of(
            new FormReader("Europe/London"),
            File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "MashBroker.Tests", "Forms", "Documents", file)),
            leaveOut.ToHashSet(),
            Now
        );
}
