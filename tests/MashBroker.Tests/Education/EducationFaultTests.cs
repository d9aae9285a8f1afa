using System.Text;
using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using MashBroker.Testing.Education;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Education;

/// <summary>Whatever is wrong with the export, the adapter names file, line and column, and nobody in it.</summary>
public sealed class EducationFaultTests
{
    private static readonly SampleFamilies Families = EducationSamples.WithContacts(SampleFamilies.Load());
    private static readonly Subject Child = Families.Person("H02-P1").AsSubject("S1");

    [TestCase("pupils.csv", "pupils")]
    [TestCase("attendance.csv", "attendance")]
    [TestCase("exclusions.csv", "exclusions")]
    [TestCase("special-needs.csv", "special needs")]
    [TestCase("safeguarding-log.csv", "safeguarding log")]
    [TestCase("contacts.csv", "contacts")]
    public void A_missing_file_is_named_by_what_it_is(string file, string role)
    {
        using var store = EducationStore.Of(Families);
        File.Delete(store.File(file));
        Assert.That(Fault(store), Does.Contain($"the {role} file is not there"));
    }

    [Test]
    public void A_missing_folder_is_a_fault()
    {
        using var store = EducationStore.Of(
            Families,
            options => options.Folder = Path.Combine(options.Folder, "elsewhere")
        );
        Assert.That(Fault(store), Does.Contain("Education:Folder"));
    }

    [TestCase(
        "pupils.csv",
        "surname,former_surname",
        "former_surname",
        "the pupils file line 1 lacks the column surname"
    )]
    [TestCase("pupils.csv", "date_of_birth,", "surname,", "line 1 lacks the column date_of_birth")]
    [TestCase("pupils.csv", ",2014-05-03,", ",31/31/2014,", "line 2 has no date")]
    [TestCase("pupils.csv", "AD3101,", "\"AD3101,", "is not CSV")]
    [TestCase("pupils.csv", "AD3101,", "AD3101,extra,", "line 2 has 20 fields, the header has 19")]
    [TestCase("pupils.csv", "\nAD3102,", "\nAD3101,", "line 3 has a pupil_id that an earlier line has")]
    [TestCase("pupils.csv", ",N,N,", ",N,perhaps,", "neither Y nor N in the column address_protected")]
    [TestCase(
        "attendance.csv",
        ",380,",
        ",many,",
        "the attendance file line 2 has no whole number in the column sessions_possible"
    )]
    [TestCase("attendance.csv", ",380,", ",1,", "line 2 has more sessions absent than sessions_possible")]
    [TestCase("attendance.csv", "\nAD3101,", "\nAD9999,", "line 2 has a pupil_id that is not in the pupils file")]
    [TestCase("safeguarding-log.csv", "\nSL3101,", "\n,", "line 2 has nothing in the column entry_id")]
    [TestCase("safeguarding-log.csv", ",09:10,", ",morning,", "line 2 has no time")]
    [TestCase("contacts.csv", "contact_id", "contact", "the contacts file line 1 lacks the column contact_id")]
    public void Says_what_is_wrong_on_which_line(string file, string right, string wrong, string said)
    {
        using var store = EducationStore.Of(Families);
        store.Change(file, text => ReplaceFirst(text, right, wrong));
        var fault = Fault(store);
        Assert.That(fault, Does.Contain(said));
        Assert.That(fault, Does.StartWith("School information system: "));
        Assert.That(
            Families
                .Everybody()
                .SelectMany(person => person.Names)
                .Where(name => fault.Contains(name.Given, StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public void An_empty_file_is_no_empty_school()
    {
        using var store = EducationStore.Of(Families);
        store.Change("pupils.csv", _ => "");
        Assert.That(Fault(store), Does.Contain("the pupils file is empty"));
    }

    [Test]
    public void A_wrong_encoding_is_refused_and_never_guessed()
    {
        using var store = EducationStore.Of(Families);
        var text = "contact_id,pupil_id\nC1,Zo\u00eb\n";
        File.WriteAllBytes(store.File("contacts.csv"), Encoding.Latin1.GetBytes(text));
        Assert.That(Fault(store), Does.Contain("the contacts file line 2 is not utf-8"));
    }

    [Test]
    public async Task The_encoding_of_older_systems_is_read_where_it_is_set()
    {
        using var store = EducationStore.Of(Families, options => options.Encoding = "windows-1252");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var file in Directory.EnumerateFiles(store.Folder, "*.csv"))
        {
            var latin = string.Concat((await File.ReadAllTextAsync(file)).Select(c => c < 0x100 ? c : '?'));
            await File.WriteAllTextAsync(file, latin, Encoding.GetEncoding("windows-1252"));
        }

        var subject = Families.Person("H13-P1").AsSubject("S1");
        var found = await store.Records.FindAsync(subject, CancellationToken.None);
        Assert.That(found.SelectMany(c => c.Names).Select(n => n.Family), Does.Contain("Lefèvre"));
    }

    [TestCase("<CTfile", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><CTfile", "document type")]
    [TestCase("<CTfile>", "<Other>", "not well-formed")]
    [TestCase("CTfile", "Register", "begins with another element than CTfile")]
    [TestCase("<DOB>", "<DOB>x", "has no date (2026-03-01) in the element DOB")]
    [TestCase("DOB>", "Born>", "has a Pupil without the element DOB")]
    [TestCase("<SessionsPossible>378", "<SessionsPossible>few", "no whole number in the element SessionsPossible")]
    public void A_transfer_file_is_read_as_a_strangers(string right, string wrong, string said)
    {
        using var store = EducationStore.Of(Families);
        var name = Path.GetFileName(Directory.EnumerateFiles(store.Folder, "*.xml").Single());
        store.Change(
            name,
            text =>
                wrong is "<Other>"
                    ? ReplaceFirst(text, right, wrong)
                    : text.Replace(right, wrong, StringComparison.Ordinal)
        );
        Assert.That(Fault(store), Does.Contain("the transfer (number 1 by name) file line").And.Contain(said));
    }

    [Test]
    public async Task A_pupil_whom_a_transfer_file_alone_knows_is_found_by_the_former_number()
    {
        using var store = EducationStore.Of(Families);
        const string Upn = "A999950090001";
        await File.WriteAllTextAsync(
            store.File("another.xml"),
            $"""
            <CTfile xmlns="urn:any"><Header/><CTFpupilData><Pupil><UPN>B999950090002</UPN><FormerUPN>{Upn}</FormerUPN>
            <Surname>Ó Briain</Surname><Forename>Sorcha</Forename><DOB>2013-02-01</DOB><Sex>F</Sex>
            <BasicDetails><FormerSurname>Quill</FormerSurname></BasicDetails>
            <SENhistory><SEN><StartDate>2022-01-10</StartDate><SENprovision>E</SENprovision></SEN></SENhistory>
            </Pupil></CTFpupilData></CTfile>
            """
        );
        var subject = Child with
        {
            Names = [new PersonName { Given = "Sorcha", Family = "Quill" }],
            DateOfBirth = new DateOnly(2013, 2, 1),
            Identifiers = [new Identifier(IdentifierScheme.UniquePupilNumber, Upn)],
            Addresses = [],
        };
        var found = PersonMatcher.Find(subject, await store.Records.FindAsync(subject, CancellationToken.None));
        Assert.That(found.Evidence.Outcome, Is.EqualTo(MatchOutcome.Match));
        var held = await store.Records.ReadAsync(found.Candidates.Single(), subject, CancellationToken.None);
        Assert.That(held.Records.Single().Summary, Does.StartWith("Education, Health and Care plan"));
    }

    [Test]
    public async Task A_changed_file_is_read_again_and_a_mended_one_too()
    {
        using var store = EducationStore.Of(Families);
        var before = await store.Records.FindAsync(Child, CancellationToken.None);
        var whole = await File.ReadAllTextAsync(store.File("pupils.csv"));
        store.Change("pupils.csv", text => text + "half a line");
        Assert.That(Fault(store), Does.Contain("the pupils file line"));

        store.Change("pupils.csv", _ => whole.Replace("AD3103,", "AD9103,", StringComparison.Ordinal));
        foreach (
            var file in new[]
            {
                "attendance.csv",
                "exclusions.csv",
                "special-needs.csv",
                "safeguarding-log.csv",
                "contacts.csv",
            }
        )
        {
            store.Change(file, text => text.Replace("AD3103,", "AD9103,", StringComparison.Ordinal));
        }

        var after = await store.Records.FindAsync(Child, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(before.Select(candidate => candidate.RecordId), Does.Contain("AD3103"));
            Assert.That(
                after.Select(candidate => candidate.RecordId),
                Does.Contain("AD9103").And.Not.Contain("AD3103")
            );
        });
    }

    [TestCase("Robert'); DROP TABLE pupils;--", "O'Brien")]
    [TestCase("%_[*", "a,b\"c")]
    [TestCase("=cmd|' /C calc'!A0", "\ud83d\ude00")]
    public async Task Takes_hostile_names_literally(string given, string family)
    {
        using var store = EducationStore.Of(Families);
        var subject = Child with { Names = [new PersonName { Given = given, Family = family }], Identifiers = [] };
        var found = await store.Records.FindAsync(subject, CancellationToken.None);
        Assert.That(PersonMatcher.Find(subject, found).Evidence.Outcome, Is.EqualTo(MatchOutcome.None));
    }

    private static string Fault(EducationStore store) =>
        Assert
            .ThrowsAsync<RecordsUnavailableException>(() => store.Records.FindAsync(Child, CancellationToken.None))!
            .Message;

    private static string ReplaceFirst(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThanOrEqualTo(0), "the samples no longer have what this test changes");
        return text[..at] + wrong + text[(at + right.Length)..];
    }
}
