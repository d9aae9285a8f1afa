using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Rules;

internal sealed class EnquiryPlanTests
{
    private static readonly HubProfile Sample = HubProfiles.Load("sample");

    private static readonly string[] Everybody = [.. Sample.Agencies.Select(agency => agency.Code)];

    [Test]
    public void It_says_when_everything_is_due()
    {
        var plan = Make(About(ConcernKind.Neglect), Rating.Amber);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.ReturnDue.At, Is.EqualTo(Utc("2026-11-03 16:20")));
            Assert.That(plan.DecisionDue.At, Is.EqualTo(Utc("2026-11-04 10:00")));
            Assert.That(plan.MinutesToDecide, Is.EqualTo(1060));
            Assert.That(plan.PreWarnings.Select(warning => warning.Percent), Is.EqualTo(new[] { 50, 75, 90 }));
            Assert.That(plan.Criteria, Is.EqualTo(new[] { "harm-or-neglect" }));
            Assert.That(plan.Purpose, Is.EqualTo("safeguarding-enquiry"));
            Assert.That(plan.Remarks, Is.Empty);
        }
    }

    // Sefton's Green return and its decision both take 24 hours.
    [TestCase("2026-11-03 10:00", 0, "no time is left for deciding")]
    [TestCase("2026-11-03 10:20", -20, "20 minutes after the decision")]
    public void A_green_leaves_nothing_for_deciding_and_the_publisher_is_told(
        string published,
        int minutes,
        string said
    )
    {
        var plan = EnquiryPlan.Make(
            Sample,
            About(ConcernKind.Neglect),
            Rating.Green,
            Utc("2026-11-03 10:00"),
            Utc(published),
            Everybody
        );
        Assert.That(plan.MinutesToDecide, Is.EqualTo(minutes));
        Assert.That(plan.Remarks.Single(), Does.Contain(said));
    }

    [Test]
    public void A_red_on_friday_afternoon_says_that_the_out_of_hours_team_is_told()
    {
        var plan = EnquiryPlan.Make(
            Sample,
            About(ConcernKind.Neglect),
            Rating.Red,
            Utc("2026-11-06 15:00"),
            Utc("2026-11-06 15:30"),
            Everybody
        );
        Assert.That(plan.Remarks.Single(), Does.Contain("Emergency Duty Team is told"));
    }

    [Test]
    public void Every_agency_of_the_profile_is_asked_or_has_a_reason()
    {
        var sefton = HubProfiles.Load("sefton");
        var plan = EnquiryPlan.Make(
            sefton,
            About(ConcernKind.Neglect),
            Rating.Amber,
            Utc("2026-11-03 10:00"),
            Utc("2026-11-03 10:20"),
            ["police", "health", "adult-services"]
        );
        Assert.That(
            plan.Agencies.Select(agency =>
                $"{agency.Code}: {(agency.Ask is null ? agency.Reason.InWords() : "asked")}"
            ),
            Is.EqualTo(
                new[]
                {
                    "social-care: not connected",
                    "health: asked",
                    "police: asked",
                    "early-help: not connected",
                    "education: not connected",
                    "probation: not connected",
                    "drug-and-alcohol: not connected",
                    "mental-health: not connected",
                    "domestic-abuse: not connected",
                }
            )
        );
    }

    [TestCase("police", new[] { "S1", "S2" })]
    [TestCase("education", new[] { "S1" })]
    [TestCase("adult-services", new[] { "S2" })]
    public void An_agency_sees_only_the_people_it_is_asked_about(string agency, string[] subjects) =>
        Assert.That(
            Ask(Make(About(ConcernKind.Neglect)), agency)!.Subjects.Select(subject => subject.Code),
            Is.EqualTo(subjects)
        );

    [TestCase("police", new[] { "pnc" })]
    [TestCase("health", new[] { "nhs-number" })]
    [TestCase("education", new[] { "upn" })]
    [TestCase("probation", new[] { "pnc" })]
    [TestCase("domestic-abuse", new string[0])]
    public void An_agency_sees_only_the_numbers_it_searches_with(string agency, string[] schemes)
    {
        var subjects = Ask(Make(About(ConcernKind.Neglect)), agency)!.Subjects;
        Assert.That(
            subjects.SelectMany(subject => subject.Identifiers).Select(identifier => identifier.Scheme),
            Is.EqualTo(schemes)
        );
        Assert.That(subjects.SelectMany(subject => subject.Warnings), Is.Empty);
    }

    [Test]
    public void An_agency_may_return_what_was_agreed_with_it_and_no_more()
    {
        var ask = Ask(Make(About(ConcernKind.Neglect)), "police")!;
        Assert.That(ask.MayReturn, Is.EqualTo(Sample.Agencies[0].MayReturn));
        Assert.That(ask.MayReturn.All(kind => kind.StartsWith("police.", StringComparison.Ordinal)));
        Assert.That(ask.Questions, Is.Not.Empty);
        Assert.That(ask.LookBackTo, Is.Null);
    }

    [Test]
    public void An_agency_with_nobody_to_be_asked_about_is_not_asked()
    {
        var plan = Make(About(ConcernKind.Neglect) with { People = [Child] });
        Assert.That(
            plan.Agencies.Single(agency => agency.Code == "adult-services").Reason,
            Is.EqualTo(NotAskedReason.NobodyItIsAskedAbout)
        );
    }

    [Test]
    public void A_look_back_goes_by_date_and_an_agency_can_have_its_own()
    {
        var hub = Sample with
        {
            LookBackYears = 5,
            Agencies = [Sample.Agencies[0], Sample.Agencies[1] with { LookBackYears = 2 }],
        };
        var plan = EnquiryPlan.Make(
            hub,
            About(ConcernKind.Neglect),
            Rating.Amber,
            Utc("2028-02-29 10:00"),
            Utc("2028-02-29 10:20"),
            Everybody
        );
        Assert.That(Ask(plan, "police")!.LookBackTo, Is.EqualTo(new DateOnly(2023, 2, 28)));
        Assert.That(Ask(plan, "health")!.LookBackTo, Is.EqualTo(new DateOnly(2026, 2, 28)));
    }

    [TestCase(true, "children-act-1989-s47")]
    [TestCase(false, "children-act-1989-s17")]
    public void The_legal_basis_follows_from_what_is_stated(bool significantHarm, string basis)
    {
        var contact = About(ConcernKind.Neglect);
        contact = contact with { Concern = contact.Concern with { SignificantHarm = significantHarm } };
        Assert.That(Make(contact).LegalBasis.Code, Is.EqualTo(basis));
    }

    [Test]
    public void A_rating_below_what_the_hub_allows_is_remarked_on()
    {
        var contact = About(ConcernKind.Neglect);
        contact = contact with { Concern = contact.Concern with { SignificantHarm = true } };
        Assert.That(Make(contact, Rating.Green).Remarks[0], Does.Contain("Amber at least"));
        Assert.That(Make(contact, Rating.Amber).Remarks, Is.Empty);
    }

    [Test]
    public void Publishing_what_meets_no_criterion_is_remarked_on() =>
        Assert.That(Make(About(ConcernKind.Housing)).Remarks[0], Does.Contain("No criterion"));

    [Test]
    public void Publishing_to_nobody_is_remarked_on() =>
        Assert.That(
            EnquiryPlan
                .Make(
                    Sample,
                    About(ConcernKind.Neglect),
                    Rating.Amber,
                    Utc("2026-11-03 10:00"),
                    Utc("2026-11-03 10:20"),
                    []
                )
                .Remarks.Single(),
            Does.StartWith("Nobody would be asked")
        );

    [Test]
    public void Bank_holidays_that_are_not_known_yet_are_remarked_on_where_they_would_count()
    {
        var hub = Sample with
        {
            Returns = Sample.Returns with { Green = new TimeLimit(TimeSpan.FromHours(8), ClockRuns.HubHours) },
        };
        var plan = EnquiryPlan.Make(
            hub,
            About(ConcernKind.Neglect),
            Rating.Green,
            Utc("2031-11-03 10:00"),
            Utc("2031-11-03 10:20"),
            Everybody
        );
        Assert.That(plan.Remarks, Has.Some.Contains("up to 2030 only"));
    }

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

    [TestCase(false)]
    [TestCase(true)]
    public void A_protected_address_goes_only_to_an_agency_that_may_see_it(bool may)
    {
        var hub = Sample with
        {
            Agencies = [Sample.Agencies[0] with { MaySee = may ? ["uprn", AgencyProfile.ProtectedAddress] : ["uprn"] }],
        };
        var home = new Address
        {
            Lines = ["12 Hidden Row"],
            Postcode = "ZZ99 2AA",
            Uprn = "100012345",
            From = new DateOnly(2026, 5, 1),
        };
        var before = new Address { Lines = ["3 Sample Row"], Postcode = "ZZ99 3VZ" };
        var contact = About(ConcernKind.Neglect) with
        {
            People =
            [
                Child with
                {
                    Addresses = [home with { Protected = true }, before],
                    Identifiers = [new Identifier(IdentifierScheme.Uprn, "100012345")],
                    Telephones = ["07700 900123"],
                },
                // The same home on another line of the form, where nobody ticked the box.
                Mother with
                {
                    Addresses = [home with { Lines = ["12 hidden row,"], Postcode = "zz992aa", Uprn = null }],
                },
            ],
        };
        var plan = EnquiryPlan.Make(
            hub,
            contact,
            Rating.Amber,
            Utc("2026-11-03 10:00"),
            Utc("2026-11-03 10:20"),
            Everybody
        );

        var subjects = Ask(plan, "police")!.Subjects;
        var all = subjects.SelectMany(subject => subject.Addresses).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Count(address => address.Postcode is "ZZ99 2AA" or "zz992aa"), Is.EqualTo(may ? 2 : 0));
            Assert.That(all.Count(address => address.Lines.Count > 0), Is.EqualTo(may ? 3 : 1));
            Assert.That(all.Count(address => address.Uprn is not null), Is.EqualTo(may ? 1 : 0));
            Assert.That(all.Count(address => address.Protected), Is.EqualTo(may ? 1 : 2));
            Assert.That(subjects[0].Identifiers, Has.Count.EqualTo(may ? 1 : 0));
            Assert.That(subjects[0].Telephones, Is.EqualTo(new[] { "07700 900123" }));
        }
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

    private static EnquiryPlan Make(Contact contact, Rating rating = Rating.Amber) =>
        EnquiryPlan.Make(Sample, contact, rating, Utc("2026-11-03 10:00"), Utc("2026-11-03 10:20"), Everybody);

    private static AgencyAsk? Ask(EnquiryPlan plan, string agency) =>
        plan.Agencies.Single(planned => planned.Code == agency).Ask;
}
