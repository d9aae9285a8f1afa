using System.Text;
using System.Text.Json;
using MashBroker.Contracts.Consultations;
using NUnit.Framework;

namespace MashBroker.Tests.Consultations;

/// <summary>A consultation has no place for a child: fields and words that would name one are refused, and nothing of them is repeated.</summary>
internal sealed class NamelessTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    [TestCase("Robin hides when the shouting starts.")]
    [TestCase("She said that Robin hides.")]
    [TestCase("the boy is called robin")]
    [TestCase("child named robin sample")]
    [TestCase("her name is robin")]
    [TestCase("surname sample")]
    [TestCase("known as bobby at school")]
    [TestCase("ROBIN SAMPLE, in year 4")]
    [TestCase("Child R.S. is worried")]
    [TestCase("asked about j.s. in her class")]
    [TestCase("O'Quill family")]
    [TestCase("The Quill-Marsh family")]
    [TestCase("Will hits his sister")]
    [TestCase("May came to school bruised")]
    [TestCase("born 03/04/2015")]
    [TestCase("born on 3 april")]
    [TestCase("3rd of april 2015")]
    [TestCase("born in april 2015")]
    [TestCase("a child born 2015")]
    [TestCase("2015-04-03")]
    [TestCase("3.4.2015")]
    [TestCase("nhs 944 930 5552")]
    [TestCase("rang from 01632 960155")]
    [TestCase("rang from 01632-960-155")]
    [TestCase("B801200005001")]
    [TestCase("lives at the blue house")]
    [TestCase("the house at 3 sample row, ze99 1zz")]
    [TestCase("near ze991zz")]
    [TestCase("the family of 14 larch road")]
    [TestCase("the family of 14a larch hill road")]
    [TestCase("the family in flat 3")]
    [TestCase("write to mum@sampleton.example")]
    [TestCase("ركضت سامي إلى البيت")]
    [TestCase("сестра Ольга")]
    [TestCase("dob unknown")]
    [TestCase("pupil at Sampleton Primary")]
    [TestCase("her name's daniel")]
    [TestCase("her name’s daniel")]
    [TestCase("Amber is often hungry")]
    [TestCase("Child Green is often hungry")]
    [TestCase("It was rated Amber, and Red is hungry")]
    [TestCase("𝐃𝐚𝐧𝐢𝐞𝐥 hides")]
    [TestCase("𝐝𝐚𝐧𝐢𝐞𝐥 hides")]
    [TestCase("Ⓓⓐⓝⓘⓔⓛ hides")]
    [TestCase("Ｄａｎｉｅｌ hides")]
    [TestCase("D\u200baniel hides")]
    [TestCase("d\u0332aniel hides")]
    [TestCase("my pupil ruby has bruises")]
    [TestCase("olivia hides when the shouting starts")]
    [TestCase("the boy quillmarsh is late")]
    [TestCase("they moved to number 12b")]
    [TestCase("her phone is oh seven seven double oh")]
    public void A_note_that_may_name_somebody_is_refused(string note)
    {
        var reading = Read(note: note);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Consultation, Is.Null);
            Assert.That(reading.Faults.Select(fault => fault.Path).Distinct(), Is.EqualTo(["note"]));
            Assert.That(reading.Faults[0].Remedy, Does.Contain("send a contact"));
            Assert.That(
                string.Concat(reading.Faults.Select(fault => fault.Fault)),
                Does.Not.Contain("obin").And.Not.Contain("2015")
            );
        }
    }

    [TestCase("Asked whether shouting at home meets the threshold for a referral.")]
    [TestCase("A head teacher asked about a child of seven who is late three times a week.")]
    [TestCase("School asked what to do next; advised to talk to the parents and to Early Help first.")]
    [TestCase("Level 2 or level 3? Talked through the guidance; level 3 with consent.")]
    [TestCase("Level 3/4, leaning to 3.")]
    [TestCase("Would a MASH enquiry follow? Not on these facts.")]
    [TestCase("The GP wanted to know whether consent is needed where there may be physical harm.")]
    [TestCase(
        "Domestic violence, parents separated. CAMHS is involved. Advised on section 47 of the Children Act 1989."
    )]
    [TestCase("Two siblings, one at nursery. Neglect? Advised to refer.")]
    [TestCase("Caller wants to stay anonymous; told how a member of the public can refer.")]
    [TestCase("The school's DSL and the SENCO disagree. Pointed to the escalation procedure.")]
    [TestCase("It's a 24/7 helpline question. 2 may be enough.")]
    [TestCase("Missing twice in 3 weeks, 14 years old; told to report a third time at once.")]
    [TestCase("It was unclear, e.g. who holds the case. Looked at it together.")]
    [TestCase("It would be rated Amber or Red; a rating of Green is too low.")]
    [TestCase("A nurse asked about Prevent. Advised: use the referral form.\nNo further action here.")]
    public void A_note_that_names_nobody_is_taken(string note) =>
        Assert.That(Read(note: note).Faults.Select(fault => fault.Fault), Is.Empty);

    [TestCase("child")]
    [TestCase("subject")]
    [TestCase("people")]
    [TestCase("name")]
    [TestCase("dateOfBirth")]
    [TestCase("nhsNumber")]
    [TestCase("address")]
    [TestCase("contact")]
    public void A_field_that_would_name_somebody_is_refused_with_the_reason(string field)
    {
        var fault = Read(extra: $",\"{field}\":\"Robin\"").Faults.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Path, Is.EqualTo(field));
            Assert.That(fault.Fault, Is.EqualTo("would name somebody"));
            Assert.That(fault.Remedy, Does.Contain("nothing of a child"));
        }
    }

    [TestCase("member-of-public")]
    [TestCase("family")]
    public void Only_a_professional_may_be_named(string kind) =>
        Assert.That(
            Read(asker: $$"""{"kind":"{{kind}}","name":"Ada Sample"}""").Faults.Single().Path,
            Is.EqualTo("asker.name")
        );

    [TestCase("name", "Daniel Marsh, aged 7")]
    [TestCase("name", "Ann Example re Daniel Marsh")]
    [TestCase("name", "Mother of Daniel")]
    [TestCase("name", "Daniel Marsh 7")]
    [TestCase("name", "Daniel's teacher")]
    [TestCase("name", "𝐃𝐚𝐧𝐢𝐞𝐥 Marsh")]
    [TestCase("role", "teacher of Daniel Marsh")]
    [TestCase("role", "teacher of daniel marsh")]
    [TestCase("role", "Daniel's teacher")]
    [TestCase("role", "teacher, Daniel Marsh")]
    [TestCase("role", "teacher (child called daniel)")]
    [TestCase("role", "teacher, boy aged 7")]
    [TestCase("organisation", "re Daniel Marsh, Sampleton Primary")]
    [TestCase("organisation", "Sampleton Primary about Daniel")]
    [TestCase("organisation", "Sampleton Primary, for Daniel Marsh")]
    [TestCase("organisation", "School of Daniel Marsh")]
    [TestCase("organisation", "Sampleton Primary, boy called daniel")]
    [TestCase("organisation", "Sampleton Primary, 7")]
    [TestCase("organisation", "Ⓓⓐⓝⓘⓔⓛ")]
    public void Whoever_asks_is_named_and_nobody_besides(string field, string text)
    {
        var faults = Read(asker: $$"""{"kind":"professional","{{field}}":{{JsonSerializer.Serialize(text)}}}""").Faults;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults.Select(fault => fault.Path).Distinct(), Is.EqualTo([$"asker.{field}"]));
            Assert.That(string.Concat(faults.Select(fault => fault.Fault)), Does.Not.Contain("aniel"));
        }
    }

    [TestCase("by", "Daniel Marsh, aged 7")]
    [TestCase("by", "Ann Example about Daniel")]
    [TestCase("role", "teacher of Daniel Marsh")]
    public void Whoever_advises_is_named_and_nobody_besides(string field, string text) =>
        Assert.That(
            Read(by: field == "by" ? text : "Ann Example", role: field == "role" ? text : "manager")
                .Faults.Select(fault => fault.Path)
                .Distinct(),
            Is.EqualTo([field])
        );

    [TestCase("name", "Teresa Okonjo-Vale")]
    [TestCase("name", "Dr. A. O'Quill")]
    [TestCase("name", "Mária de la Cruz")]
    [TestCase("role", "Designated Safeguarding Lead")]
    [TestCase("role", "head of year")]
    [TestCase("role", "Head of Sixth Form")]
    [TestCase("role", "children's social care manager")]
    [TestCase("role", "MASH team manager")]
    [TestCase("role", "health visitor")]
    [TestCase("organisation", "Sampleton Primary School")]
    [TestCase("organisation", "University of Sampleton")]
    [TestCase("organisation", "St Mary's Church of England Primary School, Sampleton")]
    [TestCase("organisation", "Action for Children")]
    [TestCase("organisation", "Sampleton Borough Council")]
    public void A_professional_their_role_and_organisation_are_taken(string field, string text) =>
        Assert.That(
            Read(asker: $$"""{"kind":"professional","{{field}}":{{JsonSerializer.Serialize(text)}}}""")
                .Faults.Select(fault => fault.Fault),
            Is.Empty
        );

    [Test]
    public void A_professional_need_not_be_named() =>
        Assert.That(
            Read(asker: """{"kind":"professional","organisation":"Sampleton Primary School"}""").Faults,
            Is.Empty
        );

    [Test]
    public void Every_fault_is_told_at_once()
    {
        var reading = ConsultationDoor.Read("""{"asker":{"kind":"x"},"topic":"y","note":"Robin"}"""u8, Now);

        Assert.That(
            reading.Faults.Select(fault => fault.Path).Distinct(),
            Is.EquivalentTo(["asker.kind", "topic", "advice", "by", "role", "note"])
        );
    }

    [Test]
    public void A_long_note_is_refused() =>
        Assert.That(Read(note: new string('a', 401)).Faults.Single().Fault, Does.Contain("too long"));

    private static ConsultationReading Read(
        string? note = null,
        string asker = """{"kind":"professional"}""",
        string extra = "",
        string by = "Ann Example",
        string role = "duty social worker"
    ) =>
        ConsultationDoor.Read(
            Encoding.UTF8.GetBytes(
                $$"""{"asker":{{asker}},"topic":"threshold","advice":"early-help","levelOfNeed":3,"note":{{JsonSerializer.Serialize(note)}},"by":{{JsonSerializer.Serialize(by)}},"role":{{JsonSerializer.Serialize(role)}}{{extra}}}"""
            ),
            Now
        );
}
