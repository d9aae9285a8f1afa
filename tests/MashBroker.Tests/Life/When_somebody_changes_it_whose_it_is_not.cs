using System.Net;
using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Contracts;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Deciding;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>Who rates anew, gives agencies longer, takes an enquiry back, calls off a discussion or overrides the leak check.</summary>
[NonParallelizable]
[CancelAfter(120_000)]
internal sealed class When_somebody_changes_it_whose_it_is_not
{
    private const string Bob = "\"by\":\"Bob Example\",\"role\":\"window cleaner\"";
    private const string Worker = "\"by\":\"Bea Example\",\"role\":\"duty social worker\"";
    private const string Why = ",\"departsFromRole\":\"Nobody else is here tonight.\"";

    private DecisionBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await DecisionBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task Whoever_may_not_rate_may_not_rate_anew_unless_they_say_why_and_it_stands_on_record()
    {
        const string Red = ",\"rating\":\"red\",\"reason\":\"It is worse.\"";
        var refused = await _bench.RefusedAsync(Act("rerate"), $"{{{Bob}{Red}}}", HttpStatusCode.Conflict);
        var before = (await _bench.RowAsync()).Rating;

        await _bench.PostedAsync(Act("rerate"), $"{{{Bob}{Red}{Why}}}");

        var departure = (await DeparturesAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                refused,
                Is.EqualTo([
                    $"role: is not the one that rates at this hub: {HubDefaults.RatedBy} Let them do it, state their role as the hub does, or say in departsFromRole why somebody else does.",
                ])
            );
            Assert.That(before, Is.EqualTo(Rating.Amber));
            Assert.That((await _bench.RowAsync()).Rating, Is.EqualTo(Rating.Red));
            Assert.That(departure.GetProperty("from").GetString(), Is.EqualTo("rated-by"));
            Assert.That(departure.GetProperty("role").GetString(), Is.EqualTo("window cleaner"));
            Assert.That(departure.GetProperty("reason").GetString(), Is.EqualTo("Nobody else is here tonight."));
        }
    }

    [Test]
    public async Task Only_a_manager_gives_agencies_longer()
    {
        const string Green = ",\"rating\":\"green\",\"reason\":\"Calm.\",\"laterBecause\":\"The school is shut.\"";
        var refused = await _bench.RefusedAsync(Act("rerate"), $"{{{Worker}{Green}}}", HttpStatusCode.Conflict);
        var due = (await _bench.RowAsync()).ReturnDueAt;

        await _bench.PostedAsync(Act("rerate"), $"{{{Worker}{Green}{Why}}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Select(fault => fault.Split(':')[0]), Is.EqualTo(["laterBecause"]));
            Assert.That(
                (await DeparturesAsync()).Select(one => one.GetProperty("from").GetString()),
                Is.EqualTo(["later-because"])
            );
            Assert.That((await _bench.RowAsync()).ReturnDueAt, Is.GreaterThan(due));
        }
    }

    [Test]
    public async Task A_social_worker_rates_anew_without_more_ado()
    {
        await _bench.PostedAsync(Act("rerate"), $"{{{Worker},\"rating\":\"green\",\"reason\":\"Calm.\"}}");

        Assert.That(await DeparturesAsync(), Is.Empty);
    }

    [Test]
    public async Task A_reason_that_nothing_asks_for_is_not_lost_but_refused()
    {
        var refused = await _bench.RefusedAsync(
            Act("rerate"),
            $"{{{Worker},\"rating\":\"green\",\"reason\":\"Calm.\"{Why}}}",
            HttpStatusCode.Conflict
        );

        Assert.That(
            refused,
            Is.EqualTo(["departsFromRole: is given, and this is theirs to do by the hub's rules Leave it out."])
        );
    }

    [TestCase("")]
    [TestCase(",\"agency\":\"police\"")]
    public async Task Nothing_is_taken_back_by_whoever_neither_rates_nor_decides(string which)
    {
        var refused = await _bench.RefusedAsync(
            Act("withdraw"),
            $"{{{Bob},\"reason\":\"Calm.\"{which}}}",
            HttpStatusCode.Conflict
        );
        var stood = (await _bench.RowAsync()).WithdrawnAt;

        await _bench.PostedAsync(Act("withdraw"), $"{{{Bob},\"reason\":\"Calm.\"{which}{Why}}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Has.One.Items.And.All.StartsWith("role: is not one that takes back"));
            Assert.That(stood, Is.Null);
            Assert.That(
                (await DeparturesAsync()).Select(one => one.GetProperty("from").GetString()),
                Is.EqualTo(["taking-back"])
            );
        }
    }

    [Test]
    public async Task What_was_asked_is_given_back_by_the_command_with_its_option()
    {
        using var console = new CapturedConsole();
        string[] command =
        [
            "enquiry",
            "withdraw",
            $"{_bench.Enquiry}",
            "--by",
            "Bob Example",
            "--role",
            "window cleaner",
            "--reason",
            "Calm.",
            "--at",
            $"{_bench.Web.Http.BaseAddress}",
        ];

        var bare = await MashCommand.RunAsync(command);
        var told = $"{console.Error}";
        var done = await MashCommand.RunAsync([.. command, "--departs-from-role", "Nobody else is here."]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bare, Is.Not.Zero);
            Assert.That(told, Does.Contain("departsFromRole"));
            Assert.That(done, Is.Zero, $"{console.Error}");
        }
    }

    [Test]
    public async Task The_leak_check_is_overridden_by_whoever_rates_or_decides()
    {
        var contact = (await _bench.RowAsync()).ContactReference;
        var path = $"contacts/{contact}/leak-override";
        var body = $"\"reason\":\"Fine.\",\"digest\":\"{new string('a', 64)}\"";

        var refused = await _bench.RefusedAsync(path, $"{{{Bob},{body}}}");
        var none = (await _bench.GetAsync($"cases/{contact}/leak-overrides")).GetProperty("overrides").GetArrayLength();
        await _bench.PostedAsync(path, $"{{{Bob},{body}{Why}}}");

        var shown = await _bench.GetAsync($"cases/{contact}/leak-overrides");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Has.One.Items.And.All.StartsWith("role: is not one that overrides the leak check"));
            Assert.That(none, Is.Zero);
            Assert.That(shown.GetProperty("overrides").GetArrayLength(), Is.EqualTo(1));
            Assert.That(
                (await DeparturesAsync()).Select(one => one.GetProperty("from").GetString()),
                Is.EqualTo(["leak-check"])
            );
        }
    }

    [Test]
    public async Task That_no_discussion_is_needed_is_for_its_lead_or_whoever_decides_to_say()
    {
        var hampshire = HubProfiles.Load("hampshire");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ActRoles.NoDiscussion(hampshire, "duty social worker").Single().Path, Is.EqualTo("role"));
            Assert.That(
                ActRoles.NoDiscussion(hampshire, "duty social worker").Single().Fault,
                Does.Contain(hampshire.StrategyDiscussion!.Lead!).And.Contain("Manager")
            );
            Assert.That(ActRoles.NoDiscussion(hampshire, "Team manager"), Is.Empty);
            Assert.That(ActRoles.NoDiscussion(HubProfiles.Load("sefton"), "duty social worker"), Is.Empty);
            Assert.That(ActRoles.NoDiscussion(HubProfiles.Load("sefton"), "window cleaner"), Is.Not.Empty);
        }

        await using var web = await WebBench.SetUpAsync("police");
        var enquiry = await web.Hub.EnquireAsync(
            SomeFamily.Contact with
            {
                Concern = SomeFamily.Contact.Concern with { SignificantHarm = true },
            },
            Rating.Red
        );
        const string Body = ",\"reason\":\"Calm.\",\"noneNeededBecause\":\"She is fine.\"";

        using var refused = await web.PostAsync($"/api/strategy/{enquiry}/cancel", $"{{{Bob}{Body}}}");
        using var taken = await web.PostAsync($"/api/strategy/{enquiry}/cancel", $"{{{Bob}{Body}{Why}}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(
                await refused.Content.ReadAsStringAsync(),
                Does.Contain("is not one that says no strategy discussion is needed")
            );
            Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.OK), await taken.Content.ReadAsStringAsync());
        }
    }

    private string Act(string verb) => $"enquiries/{_bench.Enquiry}/{verb}";

    private async Task<IReadOnlyList<JsonElement>> DeparturesAsync() =>
        [
            .. (await _bench.GetAsync($"contacts/{(await _bench.RowAsync()).ContactReference}"))
                .GetProperty("departures")
                .EnumerateArray(),
        ];
}
