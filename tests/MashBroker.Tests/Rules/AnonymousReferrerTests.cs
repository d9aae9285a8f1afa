using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SomePlan;

namespace MashBroker.Tests.Rules;

/// <summary>A member of the public who reports is in no request, however the words of the contact write them.</summary>
internal sealed class AnonymousReferrerTests
{
    // A member of the public stays out of what agencies see; a professional does not.
    [TestCase(ReferrerKind.MemberOfPublic, "[the referrer]")]
    [TestCase(ReferrerKind.Professional, "Gwen Hartnell")]
    public void A_member_of_the_public_is_not_in_what_agencies_read(ReferrerKind kind, string signed)
    {
        var plan = Make(ReportedBy(kind, "I am Gwen Hartnell from next door. The boy cries at night."));
        Assert.That(
            Ask(plan, "police")!.ConcernSummary,
            Is.EqualTo($"I am {signed} from next door. The boy cries at night.")
        );
    }

    [TestCase("GWEN heard it", "[the referrer] heard it")]
    [TestCase("Mrs Hartnell's dog barked", "Mrs [the referrer]'s dog barked")]
    [TestCase("Ring 01632 960001 or gwen@example.org.", "Ring [the referrer] or [the referrer].")]
    [TestCase("A gwenbird sang for Jo Sample", "A gwenbird sang for Jo Sample")]
    [TestCase("", "")]
    public void Parts_of_a_members_name_and_how_to_reach_them_go_too(string words, string read) =>
        Assert.That(
            Ask(Make(ReportedBy(ReferrerKind.MemberOfPublic, words)), "police")!.ConcernSummary,
            Is.EqualTo(read)
        );

    [Test]
    public void A_name_that_the_family_bears_too_stays()
    {
        var contact = ReportedBy(ReferrerKind.MemberOfPublic, "Robin Sample cries, says Gwen Sample.");
        contact = contact with { Referrer = contact.Referrer with { Name = "Gwen Sample" } };
        Assert.That(
            Ask(Make(contact), "police")!.ConcernSummary,
            Is.EqualTo("Robin Sample cries, says [the referrer].")
        );
    }

    [TestCase("not given", "No breakfast was given, and not once only.")]
    [TestCase("May Marks", "It may be old: the marks are yellow.")]
    public void Words_that_could_be_a_name_stay_where_they_are_words(string name, string words)
    {
        var contact = ReportedBy(ReferrerKind.MemberOfPublic, words);
        contact = contact with { Referrer = contact.Referrer with { Name = name } };
        Assert.That(Ask(Make(contact), "police")!.ConcernSummary, Is.EqualTo(words));
    }

    [Test]
    public void A_member_of_the_public_who_lists_themselves_is_nobody_to_search_for()
    {
        var referrer = Child with
        {
            Code = "S3",
            Role = SubjectRole.OtherAdult,
            Names = [new PersonName { Given = "Gwen", Family = "Hartnell" }],
        };
        var contact = ReportedBy(ReferrerKind.MemberOfPublic, "The boy cries.");
        contact = contact with { People = [.. contact.People, referrer] };
        Assert.That(
            Ask(Make(contact), "police")!.Subjects.Select(subject => subject.Code),
            Is.EqualTo(new[] { "S1", "S2" })
        );
    }

    [Test]
    public void What_somebody_put_shorter_takes_the_place_of_the_referrers_words()
    {
        var plan = EnquiryPlan.Make(
            Sample,
            About(ConcernKind.Neglect),
            Rating.Amber,
            Utc("2026-11-03 10:00"),
            Utc("2026-11-03 10:20"),
            Everybody,
            concernSummary: "Neglect, seen at school."
        );
        Assert.That(Ask(plan, "health")!.ConcernSummary, Is.EqualTo("Neglect, seen at school."));
    }

    [TestCase("Jean", "Tolliver", null, TestName = "The_same_name_without_its_title_is_the_referrer")]
    [TestCase("J.", "Tolliver", null, TestName = "An_initial_is_the_referrer")]
    [TestCase("Jean Ann", "Tolliver", null, TestName = "A_longer_name_is_the_referrer")]
    [TestCase("", "Tolliver", null, TestName = "A_part_of_the_name_is_the_referrer")]
    [TestCase("The woman", "Next Door", "+44 (0)151 496 0195", TestName = "The_same_telephone_is_the_referrer")]
    [TestCase("The woman", "Next Door", "JEAN@example.org", TestName = "The_same_mail_is_the_referrer")]
    public void Whoever_may_be_the_anonymous_referrer_is_in_no_agencys_request(
        string given,
        string family,
        string? reached
    )
    {
        var neighbour = new Subject
        {
            Code = "S3",
            Role = SubjectRole.OtherAdult,
            Names = [new PersonName { Given = given, Family = family }],
            Telephones = reached is null ? [] : [reached],
            Relationship = "neighbour who told us",
        };
        var plan = Make(Anonymous("The boy cries.", neighbour));
        Assert.That(
            plan.Agencies.SelectMany(agency => agency.Ask!.Subjects).Select(subject => subject.Code),
            Has.None.EqualTo("S3")
        );
        Assert.That(plan.Remarks.Single(), Does.Contain("S3").And.Not.Contain("Tolliver"));
    }

    [Test]
    public void Another_adult_who_shares_only_a_given_name_with_the_referrer_is_asked_about()
    {
        var uncle = Child with
        {
            Code = "S3",
            Role = SubjectRole.OtherAdult,
            Names = [new PersonName { Given = "Jean", Family = "Sample" }],
        };
        Assert.That(
            Ask(Make(Anonymous("The boy cries.", uncle)), "police")!.Subjects.Select(subject => subject.Code),
            Has.Some.EqualTo("S3")
        );
    }

    [TestCase("ring 01514960195", "ring [the referrer]")]
    [TestCase("ring (0151) 496-0195 after six", "ring [the referrer] after six")]
    [TestCase("ring +44 (0)151.496.0195", "ring [the referrer]")]
    [TestCase("ring 0044 151 496 0195", "ring [the referrer]")]
    [TestCase("ring 0 1 5 1 4 9 6 0 1 9 5", "ring [the referrer]")]
    [TestCase("ring 496 0195", "ring [the referrer]")]
    [TestCase("crime 99015149601957 of 0151 496 0196", "crime 99015149601957 of 0151 496 0196")]
    [TestCase("Write to Jean@Example.org.", "Write to [the referrer].")]
    [TestCase("tolliver, jean rang", "[the referrer] rang")]
    [TestCase("Mrs. J. Tolliver rang", "[the referrer] rang")]
    [TestCase("my name is tolliver", "my name is [the referrer]")]
    [TestCase("I, Jéan, heard it", "I, [the referrer], heard it")]
    [TestCase("Mrs Sample hit Robin Sample", "Mrs Sample hit Robin Sample")]
    public void However_the_anonymous_referrer_is_written_they_are_taken_out(string words, string read)
    {
        var contact = Anonymous(words, Child with { Code = "S3", Relationship = words });
        var ask = Ask(Make(contact), "police")!;
        Assert.That(ask.ConcernSummary, Is.EqualTo(read));
        Assert.That(ask.Subjects[^1].Relationship, Is.EqualTo(read));
    }

    [Test]
    public void The_anonymous_referrers_number_is_taken_from_those_it_stands_with()
    {
        var child = Child with { Code = "S3", Telephones = ["0151 496 0195", "07700 900123"] };
        Assert.That(
            Ask(Make(Anonymous("The boy cries.", child)), "police")!.Subjects[^1].Telephones,
            Is.EqualTo(new[] { "07700 900123" })
        );
    }

    [Test]
    public void A_shorter_summary_and_the_hubs_questions_are_scrubbed_as_well()
    {
        var hub = Sample with { Agencies = [Sample.Agencies[0] with { Questions = ["What of Mrs Tolliver?"] }] };
        var plan = EnquiryPlan.Make(
            hub,
            Anonymous("Long."),
            Rating.Amber,
            Utc("2026-11-03 10:00"),
            Utc("2026-11-03 10:20"),
            Everybody,
            concernSummary: "Neglect; ring 0151 4960195."
        );
        Assert.That(Ask(plan, "police")!.ConcernSummary, Is.EqualTo("Neglect; ring [the referrer]."));
        Assert.That(Ask(plan, "police")!.Questions, Is.EqualTo(new[] { "What of [the referrer]?" }));
    }

    [Test]
    public void What_the_contact_says_for_agencies_takes_the_place_of_the_referrers_words()
    {
        var contact = Anonymous("Long.") with { ConcernSummary = "Neglect, says Jean Tolliver." };
        Assert.That(Ask(Make(contact), "police")!.ConcernSummary, Is.EqualTo("Neglect, says [the referrer]."));
    }

    private static Contact Anonymous(string words, params Subject[] also)
    {
        var contact = ReportedBy(ReferrerKind.MemberOfPublic, words);
        return contact with
        {
            Referrer = contact.Referrer with
            {
                Name = "Mrs Jean Tolliver",
                Telephone = "0151 496 0195",
                Email = "jean@example.org",
            },
            People = [.. contact.People, .. also],
        };
    }

    private static Contact ReportedBy(ReferrerKind kind, string words)
    {
        var contact = About(ConcernKind.Neglect);
        return contact with
        {
            Referrer = new Referrer
            {
                Kind = kind,
                Name = "Gwen Hartnell",
                Telephone = "01632 960001",
                Email = "gwen@example.org",
            },
            Concern = contact.Concern with { Summary = words },
        };
    }
}
