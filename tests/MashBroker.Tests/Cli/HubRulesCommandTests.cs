using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Families;
using MashBroker.Tests.Hubs;
using NUnit.Framework;

namespace MashBroker.Tests.Cli;

/// <summary><c>mash hub check</c> and <c>mash hub show</c>: every fault of a hub's rules at once, and the rules as a manager reads them.</summary>
[NonParallelizable]
internal sealed class HubRulesCommandTests
{
    private TemporaryFolder _folder = null!;
    private CapturedConsole _console = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _console = new CapturedConsole();
    }

    [TearDown]
    public void TearDown()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public async Task A_hub_that_is_carried_can_be_used(string hub)
    {
        var file = Path.Combine(Repository.Root, "ops", "hubs", $"{hub}.json");
        Assert.That(await MashCommand.RunAsync(["hub", "check", file]), Is.Zero);
        Assert.That(_console.Out.ToString(), Does.Contain("can be used"));
        Assert.That(
            _console.Out.ToString().Contains("nothing is left for deciding", StringComparison.Ordinal),
            Is.EqualTo(hub == "sefton")
        );
    }

    [Test]
    public async Task Every_fault_is_told_at_once_with_its_path()
    {
        var file = _folder.File("hub.json");
        await File.WriteAllTextAsync(
            file,
            """
            {
              "code": "somewhere", "name": "Somewhere",
              "criteria": [{ "code": "harm", "name": "Harm", "holdsWhen": "significant-harm" }],
              "routes": { "prevent": { "then": "Tell.", "instead": "Or not." }, "adoption": { "then": "No." } },
              "noEnquiry": { "route": "Early Help", "outcomes": ["gone"] },
              "consultation": { "by": "Duty", "offeredTo": [], "about": "All" },
              "strategyDiscussion": {
                "name": "Meeting", "whenAny": [{}], "aim": { "hours": 4 }, "limit": { "hours": 2 },
                "quorum": [{ "agency": "fire" }], "invited": ["police", "police"]
              },
              "decisionMakers": { "by": [] },
              "outcomes": [{ "code": "one", "name": "One" }, { "code": "one", "name": "Again" }],
              "mashHolds": ["two"],
              "caseHold": { "then": "Others" },
              "feedback": [
                { "referrerKinds": ["family"], "what": "outcome" },
                { "referrerKinds": ["family"], "what": "everything" }
              ],
              "family": { "toldBy": [], "what": "All" },
              "consent": { "soughtBy": [], "dispensedWhenAny": [{ "anyConcernOf": ["untidiness"] }] },
              "disagreement": [],
              "complaints": [{ "code": "first", "who": "Team", "limit": { "workingDays": 0 } }],
              "mostReferred": { "name": "All", "families": 0 },
              "agreement": { "version": "1", "from": "2026-02-01", "until": "2026-01-01", "purposes": [] },
              "agencies": [{ "code": "police", "name": "Police", "mayReturn": ["police.crime"], "agreement": { "version": "1", "from": "soon", "purposes": ["x1"] } }]
            }
            """
        );

        Assert.That(await MashCommand.RunAsync(["hub", "check", file]), Is.EqualTo(ExitCode.NotAccepted));

        var told = _console.Error.ToString();
        using (Assert.EnterMultipleScope())
        {
            foreach (
                var path in new[]
                {
                    "routes.prevent.instead:",
                    "routes.adoption:",
                    "noEnquiry.outcomes[0]:",
                    "consultation.offeredTo:",
                    "strategyDiscussion.whenAny[0]:",
                    "strategyDiscussion.aim:",
                    "strategyDiscussion.quorum[0].agency:",
                    "strategyDiscussion.invited[1]:",
                    "decisionMakers.by:",
                    "outcomes[1].code:",
                    "mashHolds[0]:",
                    "caseHold.limit:",
                    "feedback[1].referrerKinds[0]:",
                    "feedback[1].what:",
                    "family.toldBy:",
                    "consent.soughtBy:",
                    "consent.dispensedWhenAny[0].anyConcernOf[0]:",
                    "disagreement:",
                    "complaints[0].limit.workingDays:",
                    "mostReferred.families:",
                    "agreement.until:",
                    "agreement.purposes:",
                    "agencies[0].agreement.from:",
                }
            )
            {
                Assert.That(told, Does.Contain($"  {path} "));
            }
        }
    }

    // Each of these was taken for a rule, and stands in the file of a hub that means something else.
    [TestCase("maySee", "agencies[0].maySee[0]:")]
    [TestCase("mayReturn", "agencies[0].mayReturn[1]:")]
    [TestCase("retention", "retention[2].outcome:")]
    [TestCase("level", "thresholds.levels[1].level:")]
    [TestCase("outcome", "outcomes[0].receiver:")]
    [TestCase("quorum", "strategyDiscussion.quorum[0].standsFor[0]:")]
    [TestCase("red", "returns.red:")]
    [TestCase("amber", "returns.amber:")]
    public async Task A_slip_is_found_at_its_place_in_the_list(string about, string path)
    {
        var file = _folder.File($"{about}.json");
        await File.WriteAllTextAsync(
            file,
            """
            {
              "code": "somewhere", "name": "Somewhere",
              "criteria": [{ "code": "harm", "name": "Harm", "holdsWhen": "significant-harm" }],
              "thresholds": { "guidance": "G", "levels": [{ "level": 1, "metBy": "A" }, { "level": 1, "metBy": "B" }] },
              "outcomes": [{ "code": "done", "name": "Done", "closes": true, "receiver": "Team" }],
              "retention": [
                { "outcome": "enquiry", "months": 12 }, { "outcome": "no-enquiry", "months": 12 }, { "outcome": "gone", "months": 12 }
              ],
              "returns": { "red": { "hours": 9 }, "amber": { "hours": 8 }, "green": { "hours": 7 } },
              "strategyDiscussion": {
                "name": "Meeting", "whenAny": [{ "significantHarm": true }],
                "quorum": [{ "agency": "police", "standsFor": ["health"] }, { "agency": "health" }]
              },
              "agencies": [
                { "code": "police", "name": "Police", "maySee": ["nhs-nubmer"], "mayReturn": ["police.crime", "social-care.refferal"] },
                { "code": "health", "name": "Health", "mayReturn": ["health.flag"] }
              ]
            }
            """
        );
        Assert.That(await MashCommand.RunAsync(["hub", "check", file]), Is.EqualTo(ExitCode.NotAccepted));
        Assert.That(_console.Error.ToString(), Does.Contain($"  {path} "));
    }

    [Test]
    public async Task What_is_allowed_and_strange_is_noted()
    {
        var file = _folder.File("strange.json");
        await File.WriteAllTextAsync(
            file,
            """
            {
              "code": "somewhere", "name": "Somewhere",
              "criteria": [{ "code": "harm", "name": "Harm", "holdsWhen": "significant-harm" }],
              "returns": { "green": { "hours": 50 } },
              "agencies": [{
                "code": "police", "name": "Police", "sector": "statutory", "maySee": ["badge"], "mayReturn": ["police.lantern"],
                "agreement": { "version": "1", "from": "2099-01-01", "purposes": ["safeguarding-enquiry"], "placeholder": true }
              }]
            }
            """
        );
        Assert.That(await MashCommand.RunAsync(["hub", "check", file]), Is.Zero);
        Assert.That(
            _console.Out.ToString(),
            Does.Contain("Green returns are due 2 hours after the decision")
                .And.Contain("begins on 2099-01-01")
                .And.Contain("'badge', which the product does not know")
                .And.Contain("'police.lantern', which")
                .And.Contain("Police is a placeholder: replace it by what you agreed.")
        );
    }

    [TestCase(
        "sefton",
        "Feedback to a professional or a referrer of the family: the outcome, by The hub within 1 working day (not stated"
    )]
    [TestCase(
        "sefton",
        "told by Duty Social Worker within 1 working day (not stated by the hub: the product's default): What was decided and what happens next (not stated"
    )]
    [TestCase("hampshire", "A team manager, within 10 working days (not stated")]
    [TestCase("hampshire", "within 5 working days (not stated")]
    [TestCase("sefton", "suffered or likely; or the child is said to be at risk now (not stated")]
    [TestCase("sefton", "May return: registration (health), flag (health) and encounter (health) (not stated")]
    [TestCase("sefton", "have appointments been missed? (not stated")]
    [TestCase("sefton", "for: safeguarding enquiry: a placeholder: replace it by what you agreed")]
    [TestCase("havering", "No further action (not stated")]
    [TestCase("sefton", "50 %, 75 % and 90 % of that time (not stated")]
    [TestCase("sefton", "Bank holidays are known from")]
    [TestCase("sefton", "By law: Children Act 1989, section 47 where")]
    [TestCase("sefton", "without a limit of years (not stated")]
    [TestCase("sefton", "the level of need is 4 (not stated")]
    [TestCase("northamptonshire", "Discussed with the parents where: The child may require a social work assessment")]
    public async Task What_no_sentence_of_the_hub_states_is_marked(string hub, string words)
    {
        Assert.That(await MashCommand.RunAsync(["hub", "show", hub]), Is.Zero);
        Assert.That(_console.Out.ToString(), Does.Contain(words));
    }

    [TestCase("hampshire", "Within 4 hours, aiming at 2 hours")]
    [TestCase("northamptonshire", "Decided by: Social Care Manager, together with MASH Partners")]
    [TestCase("havering", "Immediately allocated to a social worker. Allocated at once.")]
    [TestCase("sefton", "Must attend: Early Help (for Education)")]
    [TestCase("sefton", "dates of birth and addresses: local authority child number and NHS number")]
    [TestCase("milton-keynes", "Ratings are confirmed by: MASH team manager")]
    public async Task The_rules_are_said_in_plain_English(string hub, string sentence)
    {
        Assert.That(await MashCommand.RunAsync(["hub", "show", hub]), Is.Zero);
        Assert.That(_console.Out.ToString(), Does.Contain(sentence));
    }

    [Test]
    public void A_rule_that_always_holds_and_a_list_without_anybody_make_no_broken_sentence()
    {
        var sefton = HubProfiles.Load("sefton");
        var said = string.Join(
            '\n',
            PlainRules.Of(
                sefton with
                {
                    LowestRatings = [new RatingRule(Rating.Amber, new Circumstances(), "All are.")],
                    StrategyDiscussion = sefton.StrategyDiscussion! with { Invited = [] },
                }
            )
        );
        Assert.That(said, Does.Contain("At least Amber always\n").And.Not.Contain("Invited:"));
    }

    [TestCaseSource(typeof(WorkedCaseTests), nameof(WorkedCaseTests.Hubs))]
    public async Task At_every_hub_parents_are_told_unless_that_adds_risk(string hub)
    {
        Assert.That(await MashCommand.RunAsync(["hub", "show", hub]), Is.Zero);
        Assert.That(
            _console.Out.ToString(),
            Does.Contain("Parents are told before a referral, except where")
                .And.Contain("the referrer says that telling them adds risk to the child")
        );
    }

    [Test]
    public async Task A_hub_that_is_carried_is_checked_by_its_code()
    {
        Assert.That(await MashCommand.RunAsync(["hub", "check", "hampshire"]), Is.Zero);
        Assert.That(_console.Out.ToString(), Does.Contain("can be used"));
    }

    // The first shows "Somewhere" turned round, the second ends a line of C; neither is printed as it stands.
    [TestCase("name", "\"Some\\u202Ewhere\"", "name: holds the character U+202E")]
    [TestCase("name", "\"Some\\u0000where\"", "name: holds the character U+0000")]
    [TestCase("name", "\"\"", "name: is empty. Write words")]
    [TestCase("na\\u202Eme", "1", "naU+202Eme: is not a rule")]
    [TestCase(
        "outOfHours",
        "{ \"name\": \"Night\", \"telephone\": \"call me\" }",
        "outOfHours.telephone: is not a telephone number. Write its digits"
    )]
    [TestCase("reception", "{ \"name\": \"Desk\", \"telephone\": \"+44 (0)1632 960001 ext. 12\" }", null)]
    [TestCase("lookBackYears", "\"2\"", "lookBackYears: is a text. Write the number without quotes")]
    [TestCase("lookBackYears", "2.5", "lookBackYears: is not a whole number.")]
    [TestCase("lookBackYears", "0", "lookBackYears: is out of range.")]
    [TestCase(
        "outcomes",
        "[{ \"code\": \"a1\", \"name\": \"A\",\n\"name\": \"B\" }]",
        "outcomes[0].name: is said a second time in line 3. Say it once."
    )]
    public async Task A_value_that_nobody_could_read_is_refused(string member, string value, string? told)
    {
        var file = _folder.File("odd.json");
        await File.WriteAllTextAsync(
            file,
            $$"""
            {
              "{{member}}": {{value}}, {{(member == "name" ? "" : "\"name\": \"Somewhere\",")}}
              "code": "somewhere",
              "criteria": [{ "code": "harm", "name": "Harm", "holdsWhen": "significant-harm" }],
              "agencies": [{ "code": "police", "name": "Police", "mayReturn": ["police.crime"] }]
            }
            """
        );
        Assert.That(
            await MashCommand.RunAsync(["hub", "check", file]),
            Is.EqualTo(told is null ? ExitCode.Done : ExitCode.NotAccepted)
        );
        Assert.That(_console.Error.ToString(), Does.Contain(told is null ? "" : $"  {told}"));
        Assert.That(_console.Error.ToString().Any(letter => letter is '\u202E' or '\0'), Is.False);
    }

    [Test]
    public async Task A_name_of_thousands_of_letters_is_refused()
    {
        var file = _folder.File("long.json");
        await File.WriteAllTextAsync(file, $$"""{ "code": "somewhere", "name": "{{new string('a', 5000)}}" }""");
        Assert.That(await MashCommand.RunAsync(["hub", "check", file]), Is.EqualTo(ExitCode.NotAccepted));
        Assert.That(_console.Error.ToString(), Does.Contain("  name: has 5000 characters. Write at most 150."));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_said_to_be()
    {
        Assert.That(
            await MashCommand.RunAsync(["hub", "check", _folder.File("none.json")]),
            Is.EqualTo(ExitCode.NotFound)
        );
        Assert.That(_console.Error.ToString(), Does.Contain("There is no profile").And.Contain("Check the path"));
    }
}
