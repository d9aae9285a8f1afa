using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Rules.SomePlan;

namespace MashBroker.Tests.Rules;

/// <summary>Which agencies are asked, about whom, and what each of them sees.</summary>
internal sealed class AskedAgenciesTests
{
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
}
