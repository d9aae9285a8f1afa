using System.Text;
using System.Xml.Linq;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Web.Forms;
using NUnit.Framework;
using static MashBroker.Web.Forms.Word;

namespace MashBroker.Tests.Forms;

/// <summary>Forms as people fill them in. What cannot be read is listed by its field; nothing is passed over in silence.</summary>
internal sealed class FormReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_short_form_is_a_contact()
    {
        var import = Import(SomeForm.Short());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(import.Unread, Is.Empty);
            Assert.That(import.Contact!.Referrer.Name, Is.EqualTo("Teresa Okonjo-Vale"));
            Assert.That(import.Contact.ReceivedAt, Is.EqualTo(Now));
            Assert.That(import.Contact.People.Single().Names.Single().Given, Is.EqualTo("Wendelmar"));
            Assert.That(import.Contact.Concern.Kinds, Is.Empty);
        }
    }

    [Test]
    public void Every_field_of_a_full_form_arrives_where_it_belongs()
    {
        var contact = Import(FullForm.Make()).Contact!;

        var child = contact.People[0];
        var mother = contact.People[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(contact.Referrer.Kind, Is.EqualTo(ReferrerKind.Professional));
            Assert.That(contact.Referrer.Role, Is.EqualTo("Head teacher"));
            Assert.That(contact.Referrer.Email, Is.EqualTo("head@sampleton.example"));
            Assert.That(contact.People, Has.Count.EqualTo(3));
            Assert.That(child.Names.Select(name => name.Use), Is.EqualTo([NameUse.Current, NameUse.Alias]));
            Assert.That(child.DateOfBirth, Is.EqualTo(new DateOnly(2016, 2, 29)));
            Assert.That(child.DateOfBirthQuality, Is.EqualTo(DateQuality.Verified));
            Assert.That(child.Gender, Is.EqualTo("female"));
            Assert.That(child.Addresses[0].Lines, Is.EqualTo(["3 Sample Row", "Sampleton"]));
            Assert.That(child.Addresses[0].Protected);
            Assert.That(child.Addresses[1].To, Is.EqualTo(new DateOnly(2024, 7, 31)));
            Assert.That(
                child.Identifiers,
                Is.EqualTo([new Identifier("nhs-number", "944 930 5552"), new Identifier("upn", "B801200005001")])
            );
            Assert.That(mother.Role, Is.EqualTo(SubjectRole.Parent));
            Assert.That(mother.Telephones, Is.EqualTo(["01632 960155", "07700 900155"]));
            Assert.That(mother.Addresses.Single().NoFixedAddress);
            Assert.That(contact.People[2].ExpectedDelivery, Is.EqualTo(new DateOnly(2027, 1, 20)));
            Assert.That(contact.Concern.Summary, Does.Contain("shouting").And.Contain("\n"));
            Assert.That(contact.Concern.Kinds, Is.EqualTo(["emotional-harm", "domestic-violence"]));
            Assert.That(contact.Concern.SignificantHarm, Is.True);
            Assert.That(contact.Concern.ImmediateRisk, Is.False);
            Assert.That(contact.Concern.LevelOfNeed, Is.EqualTo(4));
            Assert.That(contact.ConcernSummary, Is.EqualTo("Shouting at home."));
            Assert.That(contact.DoNotInformFamily, Is.True);
            Assert.That(contact.Consent!.Agreement, Is.EqualTo(AgreementOutcome.Refused));
            Assert.That(contact.Consent.Reason, Is.EqualTo("She wants nobody to come."));
            Assert.That(contact.OpenTo.Single().Service, Is.EqualTo(OpenService.EarlyHelp));
            Assert.That(contact.OpenTo[0].Since, Is.EqualTo(new DateOnly(2026, 9, 1)));
            // London was an hour ahead in July, and was not in February.
            Assert.That(
                contact.MissingEpisodes.Select(episode => (episode.From, episode.Until)),
                Is.EqualTo([
                    (Utc(2026, 7, 4, 18, 30), Utc(2026, 7, 5, 8, 0)),
                    (Utc(2026, 2, 14, 18, 15), default(DateTimeOffset?)),
                ])
            );
            Assert.That(contact.PreviousReferrals.Single().Outcome, Is.EqualTo("Early Help"));
        }
    }

    [TestCase("referrer.kind", "Teacher", "none of its choices")]
    [TestCase("concern.levelOfNeed", "Level 5", "none of its choices")]
    [TestCase("people[].dateOfBirth", "29/02/2015", "no date")]
    [TestCase("people[].dateOfBirth", "3/4/15", "no date")]
    [TestCase("people[].dateOfBirth", "about six", "no date")]
    [TestCase("missingEpisodes[].from", "last Friday evening", "no date with a time")]
    [TestCase("missingEpisodes[].from", "14/02/2026", "no date with a time")]
    [TestCase("missingEpisodes[].from", "25/10/2026 01:30", "came twice")]
    [TestCase("missingEpisodes[].from", "29/03/2026 01:30", "leapt over")]
    public void A_field_that_cannot_be_read_is_listed_with_its_label_and_not_its_content(
        string tag,
        string text,
        string fault
    )
    {
        var import = Import(SomeForm.Short().Fill(tag, text));

        var unread = import.Unread.Single(each => each.Path == FilledForm.PathOf(tag, 0));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unread.Fault, Does.Contain(fault).And.Contain(ReferralForm.ByTag[tag].Label));
            Assert.That(unread.Remedy, Is.Not.Empty);
            Assert.That(unread.ToString(), Does.Not.Contain(text));
        }
    }

    [TestCase("03/11/2015")]
    [TestCase("3.11.2015")]
    [TestCase("3 November 2015")]
    [TestCase("3  Nov  2015")]
    [TestCase("2015-11-03")]
    public void A_date_may_be_written_as_people_here_write_dates(string text) =>
        Assert.That(
            Import(SomeForm.Short().Fill("people[].dateOfBirth", text)).Contact!.People[0].DateOfBirth,
            Is.EqualTo(new DateOnly(2015, 11, 3))
        );

    [TestCase("25/10/2026 01:30 BST", "2026-10-25 00:30")]
    [TestCase("25/10/2026 at 01:30 GMT", "2026-10-25 01:30")]
    [TestCase("4 July 2026, 19.30", "2026-07-04 18:30")]
    public void A_time_is_by_the_hubs_clock_unless_it_says_otherwise(string text, string utc) =>
        Assert.That(
            Import(SomeForm.Short().Fill("missingEpisodes[].from", text))
                .Contact!.MissingEpisodes.Single()
                .From.UtcDateTime,
            Is.EqualTo(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture))
        );

    [Test]
    public void A_date_that_shows_one_day_and_keeps_another_is_not_guessed() =>
        Assert.That(
            Import(SomeForm.Short().Date("people[].dateOfBirth", "03/11/2015", "2015-03-11")).Unread.Single().Fault,
            Does.Contain("shows one date and holds another")
        );

    [TestCase("X")]
    [TestCase("Yes")]
    [TestCase("☒")]
    public void A_box_that_somebody_wrote_into_is_not_guessed(string written)
    {
        var unread = Import(SomeForm.Short().Fill("concern.significantHarm", written)).Unread.Single();
        Assert.That(unread.Path, Is.EqualTo("concern.significantHarm"));
        Assert.That(unread.Fault, Does.Contain("tick"));
    }

    [Test]
    public void An_equation_beside_the_fields_is_text_beside_the_fields()
    {
        var form = SomeForm.Short();
        form.Body.AddFirst(
            new XElement(
                W + "p",
                new XElement(M + "oMath", new XElement(M + "r", new XElement(M + "t", "Do not ring the father")))
            )
        );
        Assert.That(Import(form).Unread.Select(each => each.Path), Is.EqualTo(["document.text"]));
    }

    [Test]
    public void Every_unread_field_is_listed_at_once_beside_what_the_door_refuses()
    {
        var form = SomeForm
            .Short()
            .Fill("referrer.kind", "Teacher")
            .Fill("referrer.email", "not an address")
            .Fill("people[].dateOfBirth", "soon")
            .Fill("people[].identifiers:nhs-number", "12")
            .Fill("people[].role", "A dog", row: 1);

        Assert.That(
            Import(form).Unread.Select(each => each.Path),
            Is.EquivalentTo([
                "referrer.kind",
                "referrer.email",
                "people[0].dateOfBirth",
                "people[0].identifiers:nhs-number",
                "people[1].role",
            ])
        );
    }

    [Test]
    public void A_field_that_somebody_took_out_is_listed()
    {
        var form = SomeForm.Short();
        form.Control("people[].dateOfBirth").Remove();
        form.Control("concern.summary").Remove();

        var unread = Import(form).Unread;

        Assert.That(unread.Select(each => each.Path), Is.EqualTo(["people[0].dateOfBirth", "concern.summary"]));
        Assert.That(unread[0].Fault, Does.Contain("no longer in the document"));
    }

    [Test]
    public void A_required_field_left_empty_is_said_by_the_forms_own_name() =>
        Assert.That(
            Import(new SomeForm()).Unread.Select(each => each.Path),
            Is.EquivalentTo(["referrer", "people", "concern.summary"])
        );

    [Test]
    public void Rows_between_which_one_is_empty_keep_their_numbers_on_the_form()
    {
        var form = SomeForm
            .Short()
            .Fill("people[].role", "A parent", row: 2)
            .Fill("people[].names[0].given", "Maren", row: 2)
            .Fill("people[].addresses[0].uprn", "12345678901234", row: 2);

        var unread = Import(form).Unread.Single();

        Assert.That(unread.Path, Is.EqualTo("people[2].addresses[0].uprn"), "The second block is empty.");
    }

    [Test]
    public void Text_beside_the_fields_is_not_lost_in_silence()
    {
        var form = SomeForm.Short();
        form.Body.Elements(W + "p").Last().Add(new XElement(W + "r", new XElement(W + "t", "PS: she has a brother.")));

        var unread = Import(form).Unread.Single();

        Assert.That(unread.Path, Is.EqualTo("document.text"));
        Assert.That(unread.Fault, Does.Contain("in 1 place"));
    }

    [Test]
    public void A_field_of_another_form_is_not_lost_in_silence()
    {
        var form = SomeForm.Short();
        form.Fill("referrer.role", "Nurse")
            .Control("referrer.role")
            .Descendants(W + "tag")
            .Single()
            .SetAttributeValue(W + "val", "referrer.profession");

        Assert.That(Import(form).Unread.Select(each => each.Path), Is.EqualTo(["referrer.role", "document.fields"]));
    }

    [Test]
    public void Pictures_tracked_changes_and_words_in_headers_or_comments_are_listed()
    {
        var form = SomeForm
            .Short()
            .Part("word/header1.xml", Paragraph("hdr", "Urgent!"))
            .Part("word/comments.xml", Paragraph("comments", "See me"));
        form.Body.AddFirst(new XElement(W + "p", new XElement(W + "r", new XElement(W + "drawing"))));
        form.Control("concern.summary")
            .Element(W + "sdtContent")!
            .Add(new XElement(W + "ins", new XElement(W + "r", new XElement(W + "t", " Again."))));

        var import = Import(form);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                import.Unread.Select(each => each.Path),
                Is.EqualTo(["document.pictures", "document.changes", "document.header", "document.comments"])
            );
            Assert.That(import.Contact!.Concern.Summary, Does.EndWith("Again."));
        }
    }

    [Test]
    public void What_was_taken_out_with_tracked_changes_is_not_read()
    {
        var form = SomeForm.Short();
        form.Control("concern.summary")
            .Element(W + "sdtContent")!
            .Add(new XElement(W + "del", new XElement(W + "r", new XElement(W + "delText", " Not this."))));

        Assert.That(Import(form).Contact!.Concern.Summary, Does.Not.Contain("Not this"));
    }

    [Test]
    public void A_page_number_in_a_footer_is_nothing_to_read() =>
        Assert.That(Import(SomeForm.Short().Part("word/footer1.xml", Paragraph("ftr", "3"))).Unread, Is.Empty);

    [Test]
    public void A_block_copied_outside_the_repeating_section_is_a_person_all_the_same()
    {
        var form = SomeForm.Short();
        var block = form.Control("people[].role").Ancestors(W + "tbl").First();
        form.Body.AddFirst(new XElement(block));
        var sections = form.Body.Elements(W + "sdt").First();
        Assert.That(sections, Is.Not.Null);

        var import = Import(form);

        Assert.That(import.Contact!.People, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_program_that_loses_repeating_sections_loses_no_row()
    {
        var form = FullForm.Make();
        foreach (
            var section in form
                .Body.Descendants(W + "sdt")
                .Where(each => each.Descendants(W + "sdt").Any())
                .Reverse()
                .ToList()
        )
        {
            section.ReplaceWith(section.Element(W + "sdtContent")!.Nodes());
        }

        var import = Import(form);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(import.Unread, Is.Empty);
            Assert.That(import.Written!.ToJsonString(), Is.EqualTo(Import(FullForm.Make()).Written!.ToJsonString()));
        }
    }

    [Test]
    public void A_hint_that_a_program_made_text_of_is_still_a_hint()
    {
        var form = SomeForm.Short();
        form.Control("referrer.role").Descendants(W + "showingPlcHdr").Remove();

        Assert.That(Import(form).Contact!.Referrer.Role, Is.Null);
    }

    [Test]
    public void What_is_left_out_is_left_out_and_nothing_else()
    {
        var form = SomeForm.Short().Fill("people[].dateOfBirth", "soon").Fill("people[].identifiers:nhs-number", "12");
        var import = FormImport.Of(
            new FormReader("Europe/London"),
            form.Write(),
            new HashSet<string> { "people[0].dateOfBirth", "people[0].identifiers:nhs-number" },
            Now
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(import.Unread, Is.Empty);
            Assert.That(import.Contact!.People[0].Identifiers, Is.Empty);
            Assert.That(import.Contact.People[0].Names, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void What_is_required_cannot_be_left_out()
    {
        var form = SomeForm.Short().Fill("referrer.kind", "Teacher");

        var import = FormImport.Of(
            new FormReader("Europe/London"),
            form.Write(),
            new HashSet<string> { "referrer.kind" },
            Now
        );

        Assert.That(import.Unread.Single().Path, Is.EqualTo("referrer.kind"));
        Assert.That(import.Contact, Is.Null);
    }

    private static FormImport Import(SomeForm form) =>
        FormImport.Of(new FormReader("Europe/London"), form.Write(), new HashSet<string>(), Now);

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private static string Paragraph(string root, string text) =>
        Encoding.UTF8.GetString(
            FormTemplate.Bytes(
                new XElement(W + root, new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", text))))
            )
        );
}
