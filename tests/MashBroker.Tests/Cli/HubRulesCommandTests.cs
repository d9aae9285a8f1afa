using MashBroker.Cli;
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
                    "noEnquiry.outcomes:",
                    "consultation.offeredTo:",
                    "strategyDiscussion.whenAny:",
                    "strategyDiscussion.aim:",
                    "strategyDiscussion.quorum:",
                    "strategyDiscussion.invited:",
                    "decisionMakers.by:",
                    "outcomes:",
                    "mashHolds:",
                    "caseHold.limit:",
                    "feedback:",
                    "feedback[1].what:",
                    "family.toldBy:",
                    "consent.soughtBy:",
                    "consent.dispensedWhenAny[0].anyConcernOf:",
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

    [TestCase("hampshire", "Within 4 hours, aiming at 2 hours")]
    [TestCase("northamptonshire", "Decided by: Social Care Manager, together with MASH Partners")]
    [TestCase("havering", "Immediately allocated to a social worker. Allocated at once.")]
    [TestCase("sefton", "Must attend: Early Help (for Education)")]
    [TestCase("milton-keynes", "Ratings are confirmed by: MASH team manager")]
    public async Task The_rules_are_said_in_plain_English(string hub, string sentence)
    {
        Assert.That(await MashCommand.RunAsync(["hub", "show", hub]), Is.Zero);
        Assert.That(_console.Out.ToString(), Does.Contain(sentence));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_said_to_be()
    {
        Assert.That(
            await MashCommand.RunAsync(["hub", "check", _folder.File("none.json")]),
            Is.EqualTo(ExitCode.NotFound)
        );
        Assert.That(_console.Error.ToString(), Does.Contain("There is no file").And.Contain("Check the path"));
    }
}
