using System.Text.Json;
using MashBroker.Cli;
using MashBroker.Cli.Commands;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Figures;

/// <summary>What each rating would mean before anybody publishes, and the partnership's figures, by command.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_a_manager_asks_at_a_prompt
{
    private WebBench _bench = null!;
    private CapturedConsole _console = null!;
    private string _contact = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _bench = await WebBench.SetUpAsync("police");
        _contact = await _bench.SubmitAsync(WebContact.Json());
    }

    [OneTimeTearDown]
    public async Task Stop() => await _bench.DisposeAsync();

    [SetUp]
    public void Capture() => _console = new CapturedConsole();

    [TearDown]
    public void Release() => _console.Dispose();

    [Test]
    public async Task Every_rating_stands_beside_the_others_with_what_is_out_of_the_ordinary_first()
    {
        var code = await RunAsync("contact", "plan", _contact);
        var lines = _console.Out.ToString().Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(ExitCode.Done));
            Assert.That(lines[0], Does.Contain("Green would be due 5 minutes after the decision"));
            // The table itself goes to the terminal; the ratings' figures are in the JSON below.
            Assert.That(lines, Has.Some.StartWith("Never heard of: Police"));
        }
    }

    [Test]
    public async Task A_plan_as_json_has_deadlines_warnings_and_minutes_of_all_three()
    {
        await RunAsync("contact", "plan", _contact, "--json");
        using var plan = JsonDocument.Parse(_console.Out.ToString());
        var choices = plan.RootElement.GetProperty("choices");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                choices.EnumerateArray().Select(choice => choice.GetProperty("rating").GetString()),
                Is.EqualTo(new[] { "green", "amber", "red" })
            );
            Assert.That(choices[0].GetProperty("minutesToDecide").GetInt32(), Is.EqualTo(-5));
            Assert.That(choices[2].GetProperty("preWarnings").GetArrayLength(), Is.EqualTo(3));
            Assert.That(choices[2].GetProperty("returnDueAt").GetString(), Does.EndWith("Z"));
        }
    }

    // The reader's machine stands elsewhere.
    [Test]
    public void Moments_are_shown_by_the_hubs_clock()
    {
        var summer = new DateTimeOffset(2026, 6, 3, 22, 30, 0, TimeSpan.Zero);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Output.When(summer, Zone("Asia/Tokyo"), 2026), Is.EqualTo("Thu 4 Jun 07:30"));
            Assert.That(Output.When(summer, Zone("Europe/London"), 2026), Is.EqualTo("Wed 3 Jun 23:30"));
            Assert.That(Output.When(summer, Zone("Europe/London"), 2027), Is.EqualTo("Wed 3 Jun 2026 23:30"));
            Assert.That(
                Output.When(new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero), Zone("Europe/London"), 2026),
                Is.EqualTo("Sun 25 Oct 01:30 (UTC+00:00)")
            );
            Assert.That(Output.When(null), Is.Empty);
            Assert.That(Output.ToDecide(-1), Is.EqualTo("1 minute after the decision"));
            Assert.That(Output.ToDecide(0), Is.EqualTo("0 minutes to decide"));
            Assert.That(Output.ToDecide(1079), Is.EqualTo("17 hours 59 minutes to decide"));
        }

        static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
    }

    // A hub in Tokyo, a reader elsewhere: its answers say where it is.
    [Test]
    public async Task The_hubs_clock_comes_with_its_answers()
    {
        Output.HubZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        await RunAsync("contact", "list");
        Assert.That(Output.HubZone.Id, Is.EqualTo("Europe/London"));
    }

    [Test]
    public async Task A_plan_says_which_agencies_were_never_heard_of_and_by_whose_clock_it_speaks()
    {
        await RunAsync("contact", "plan", _contact, "--json");
        using var plan = JsonDocument.Parse(_console.Out.ToString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.RootElement.GetProperty("zone").GetString(), Is.EqualTo("Europe/London"));
            Assert.That(plan.RootElement.GetProperty("agencies")[0].GetProperty("neverHeardOf").GetBoolean());
        }
    }

    [TestCase("agencies", "silent")]
    [TestCase("referrals", "inappropriate")]
    [TestCase("decisions", "overdue")]
    public async Task A_report_is_printed_for_people_as_json_and_as_csv(string name, string column)
    {
        var printed = new List<string>();
        foreach (var format in new[] { "text", "json", "csv" })
        {
            _console.Dispose();
            _console = new CapturedConsole();
            Assert.That(
                await RunAsync("report", name, "--from", "2026-11", "--to", "2026-11", "--format", format),
                Is.EqualTo(ExitCode.Done)
            );
            printed.Add(_console.Out.ToString());
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                printed[0],
                Does.StartWith($"Sample Multi-Agency Safeguarding Hub: {name}, 2026-11 to 2026-11").And.Contains(column)
            );
            Assert.That(() => JsonDocument.Parse(printed[1]).Dispose(), Throws.Nothing);
            Assert.That(printed[2], Does.StartWith("month,").And.Contains($",{column}"));
        }
    }

    [Test]
    public async Task What_is_off_is_said_with_its_remedy()
    {
        Assert.That(await RunAsync("report", "agencies", "--from", "November"), Is.EqualTo(ExitCode.NotAccepted));
        Assert.That(_console.Error.ToString(), Does.Contain("from: is no month. Write it as 2026-11."));
    }

    private Task<int> RunAsync(params string[] arguments) =>
        MashCommand.RunAsync([.. arguments, "--at", _bench.Http.BaseAddress!.ToString()]);
}
