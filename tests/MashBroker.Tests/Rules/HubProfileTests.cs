using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

internal sealed class HubProfileTests
{
    private const string Least = """
        {
          "code": "least", "name": "The least a hub can say",
          "criteria": [{ "code": "harm", "name": "Harm", "holdsWhen": "significant-harm" }],
          "agencies": [{ "code": "police", "name": "Police", "mayReturn": ["police.crime"] }]
        }
        """;

    [Test]
    public void The_sample_hub_asks_the_six_agencies_that_the_client_named() =>
        Assert.That(
            HubProfiles.Load("sample").Agencies.Select(agency => agency.Code),
            Is.EqualTo(new[] { "police", "health", "education", "probation", "adult-services", "domestic-abuse" })
        );

    // "information to be gathered from Social Care, Health, Police, Early Help, Education, Probation, Drug and Alcohol
    // Services, Mental Health Services and Domestic Violence Services"
    [Test]
    public void Sefton_asks_its_nine() =>
        Assert.That(
            HubProfiles.Load("sefton").Agencies.Select(agency => agency.Name),
            Is.EqualTo(
                new[]
                {
                    "Social Care",
                    "Health",
                    "Police",
                    "Early Help",
                    "Education",
                    "Probation",
                    "Drug and Alcohol Services",
                    "Mental Health Services",
                    "Domestic Violence Services",
                }
            )
        );

    [Test]
    public void The_sample_hub_has_the_rules_of_Sefton_in_everything_but_the_agencies()
    {
        var sample = HubProfiles.Load("sample");
        var sefton = HubProfiles.Load("sefton");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sample.Criteria.Select(Written), Is.EqualTo(sefton.Criteria.Select(Written)));
            Assert.That(sample.Returns, Is.EqualTo(sefton.Returns));
            Assert.That(sample.Decision, Is.EqualTo(sefton.Decision));
            Assert.That(sample.Hours.Week, Is.EquivalentTo(sefton.Hours.Week));
            Assert.That(sample.LowestRatings.Single().Rating, Is.EqualTo(sefton.LowestRatings.Single().Rating));
        }
    }

    private static string Written(Criterion criterion) =>
        criterion is ConcernNamed named ? $"{named.Code}: {string.Join(", ", named.Concerns)}" : criterion.ToString();

    // "9.00am and 5.30pm Monday to Thursday and 9.00am to 4pm on a Friday"
    [TestCase(DayOfWeek.Monday, 9, 17.5)]
    [TestCase(DayOfWeek.Thursday, 9, 17.5)]
    [TestCase(DayOfWeek.Friday, 9, 16)]
    public void Sefton_keeps_its_hours(DayOfWeek day, double opens, double closes) =>
        Assert.That(
            HubProfiles.Load("sefton").Hours.Week[day],
            Is.EqualTo(new OpenHours(TimeSpan.FromHours(opens), TimeSpan.FromHours(closes)))
        );

    // "Green enquiries are returned within 24 hours, Amber enquiries within 6 hours and Red Enquiries within 2 hours";
    // "decisions having to be made within twenty-four hours on all contacts"
    [TestCase(Rating.Red, 2, 24)]
    [TestCase(Rating.Amber, 6, 24)]
    [TestCase(Rating.Green, 24, 24)]
    public void Sefton_has_its_limits(Rating rating, int hoursToReturn, int hoursToDecide)
    {
        var sefton = HubProfiles.Load("sefton");
        Assert.That(sefton.Returns.For(rating), Is.EqualTo(new TimeLimit(TimeSpan.FromHours(hoursToReturn))));
        Assert.That(sefton.Decision.Limits.For(rating), Is.EqualTo(new TimeLimit(TimeSpan.FromHours(hoursToDecide))));
    }

    [Test]
    public void What_a_profile_leaves_out_is_the_default()
    {
        var least = HubProfile.Read(Least).Required();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(least.Zone, Is.EqualTo("Europe/London"));
            Assert.That(least.Hours.Week, Is.EquivalentTo(HubDefaults.Week));
            Assert.That(least.Hours.ClosedOn, Does.Contain(new DateOnly(2026, 12, 25)));
            Assert.That(least.OutOfHours, Is.Null);
            Assert.That(least.Returns, Is.EqualTo(HubDefaults.Returns));
            Assert.That(least.Decision, Is.EqualTo(HubDefaults.Decision));
            Assert.That(least.PreWarningPercents, Is.EqualTo(new[] { 50, 75, 90 }));
            Assert.That(least.SuggestedRatings, Is.EqualTo(HubDefaults.SuggestedRatings));
            Assert.That(least.LegalBases, Is.EqualTo(HubDefaults.LegalBases));
            Assert.That(least.LookBackYears, Is.Null);
            Assert.That(least.Agencies.Single().AskedAbout, Is.EqualTo(HubDefaults.AskedAbout));
            Assert.That(least.Agencies.Single().MaySee, Is.Empty);
        }
    }

    // Police, Health, Education, Probation and the rest: every agency that any of the five documents names, in some hub's file.
    [Test]
    public void Every_agency_that_a_document_names_is_asked_by_some_hub_with_its_sector()
    {
        string[] hubs = ["hampshire", "northamptonshire", "havering", "sefton", "milton-keynes"];
        var agencies = hubs.SelectMany(hub => HubProfiles.Load(hub).Agencies).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                agencies.Select(agency => agency.Code).Distinct(),
                Is.EquivalentTo(
                    new[]
                    {
                        "police",
                        "health",
                        "education",
                        "probation",
                        "adult-services",
                        "domestic-abuse",
                        "social-care",
                        "early-help",
                        "drug-and-alcohol",
                        "mental-health",
                        "youth-offending",
                        "ambulance",
                        "fire-and-rescue",
                        "housing",
                        "family-support-charity",
                    }
                )
            );
            Assert.That(agencies.Select(agency => agency.Sector), Has.None.EqualTo(AgencySector.NotStated));
            Assert.That(agencies.Select(agency => agency.Sector).Distinct().Count(), Is.EqualTo(3));
            Assert.That(agencies.SelectMany(agency => agency.MayReturn).Except(KnownKinds()), Is.Empty);
        }
    }

    private static IEnumerable<string> KnownKinds() =>
        typeof(RecordKind).GetFields().Select(field => (string)field.GetRawConstantValue()!);

    // Hampshire: "up to 48hrs to complete all the necessary enquiries on children's cases allocated to them"; Milton Keynes:
    // "a dedicated decision maker decides whether it goes into the MASH information sharing process".
    [Test]
    public void Rules_of_other_hubs_need_no_code_of_their_own()
    {
        var hub = HubProfile
            .Read(
                """
                {
                  "code": "elsewhere", "name": "Elsewhere",
                  "hours": { "monday": "00:00-24:00" }, "alsoClosedOn": ["2027-05-10"],
                  "criteria": [{ "code": "decided", "name": "Decided", "holdsWhen": "a-person-says-so", "question": "Does it go in?" }],
                  "returns": { "amber": { "hours": 8, "runs": "hub-hours" } },
                  "decision": { "startsAt": "allocated", "red": { "hours": 20 } },
                  "agencies": [{ "code": "housing", "name": "Housing", "sector": "third-sector", "mayReturn": ["housing.tenancy"], "lookBackYears": 3 }],
                  "legalBases": [{ "code": "some-act", "necessity": "It is needed." }],
                }
                """
            )
            .Required();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hub.Decision.Starts, Is.EqualTo(DecisionStart.Allocated));
            Assert.That(hub.Decision.Limits.Red.Within, Is.EqualTo(TimeSpan.FromHours(20)));
            Assert.That(hub.Decision.Limits.Amber, Is.EqualTo(HubDefaults.Decision.Limits.Amber));
            Assert.That(hub.Returns.Amber, Is.EqualTo(new TimeLimit(TimeSpan.FromHours(8), ClockRuns.HubHours)));
            Assert.That(hub.Hours.ClosedOn, Does.Contain(new DateOnly(2027, 5, 10)));
            Assert.That(hub.Agencies.Single().Sector, Is.EqualTo(AgencySector.ThirdSector));
        }
    }

    [Test]
    public void Every_fault_is_told_at_once_with_its_path()
    {
        var reading = HubProfile.Read(
            """
            {
              "code": "Not A Code",
              "zone": "Europe/Sefton",
              "hours": { "monday": "17:30-09:00", "fryday": "09:00-16:00" },
              "bankHolidays": "atlantis",
              "alsoClosedOn": ["next Tuesday"],
              "criteria": [
                { "code": "a", "name": "A", "holdsWhen": "the-moon-is-full" },
                { "code": "bb", "name": "B", "holdsWhen": "missing-longer-than", "hours": 0 },
                { "code": "cc", "name": "C", "holdsWhen": "concern-is-one-of", "concerns": ["untidiness"] },
                { "code": "cc", "name": "C", "holdsWhen": "significant-harm" }
              ],
              "lowestRatings": [{ "rating": "purple", "when": { "anyCriterionOf": ["zz"] }, "reason": "Because." }],
              "suggestedRatings": [{ "rating": "red", "when": { "immediateRisk": "yes" }, "reason": "R" }],
              "returns": { "red": { "hours": 2, "runs": "hub-hours" }, "green": { "hours": 2.5 } },
              "preWarningPercents": [90, 50, 100],
              "agencies": [{ "code": "police", "name": "Police", "askedAbout": ["neighbour"], "mayReturn": [] }, 7],
              "legalBases": [{ "code": "s47", "necessity": "N", "when": { "significantHarm": true } }],
              "colour": "blue"
            }
            """
        );

        Assert.That(reading.Profile, Is.Null);
        Assert.That(
            reading.Faults.Select(fault => fault.Path),
            Is.SupersetOf(
                new[]
                {
                    "code",
                    "name",
                    "zone",
                    "hours.monday",
                    "hours.fryday",
                    "bankHolidays",
                    "alsoClosedOn[0]",
                    "criteria[0].code",
                    "criteria[0].holdsWhen",
                    "criteria[1].hours",
                    "criteria[2].concerns[0]",
                    "criteria[3].code",
                    "lowestRatings[0].rating",
                    "lowestRatings[0].when.anyCriterionOf[0]",
                    "suggestedRatings[0].when.immediateRisk",
                    "returns.red.runs",
                    "returns.green.hours",
                    "preWarningPercents[2]",
                    "preWarningPercents[1]",
                    "agencies[0].askedAbout[0]",
                    "agencies[0].mayReturn",
                    "agencies[1]",
                    "legalBases",
                    "colour",
                }
            )
        );
        Assert.That(reading.Faults.All(fault => fault.Remedy.Length > 0));
    }

    [TestCase("", "line 1")]
    [TestCase("[]", "(file)")]
    [TestCase("{\n\"code\": \"a\",\n\"code\": \"b\" }", "")]
    [TestCase("{ \"code\": }", "line 1")]
    public void What_is_no_profile_at_all_is_refused_without_a_crash(string json, string path)
    {
        var reading = HubProfile.Read(json);
        Assert.That(reading.Profile, Is.Null);
        Assert.That(reading.Faults[0].Path, Does.Contain(path));
    }

    [Test]
    public void A_host_that_needs_a_profile_is_told_every_fault_in_one_text() =>
        Assert.That(
            () => HubProfile.Read("""{ "code": "ab", "colour": 1 }""").Required(),
            Throws.TypeOf<FormatException>().With.Message.Contains("name:").And.Message.Contains("colour:")
        );

    [Test]
    public void A_hub_that_is_not_carried_is_told_which_are() =>
        Assert.That(
            () => HubProfiles.Load("atlantis"),
            Throws.ArgumentException.With.Message.Contains("sample").And.Message.Contains("sefton")
        );
}
