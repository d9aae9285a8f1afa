using MashBroker.Cli;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Strategy;

/// <summary>The command line does what the API does. It captures the console, so it runs alone.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_an_enquiry_is_worked_at_a_prompt
{
    private StrategyBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await StrategyBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task The_command_line_does_the_same()
    {
        using var console = new CapturedConsole();
        var enquiry = $"{_bench.Enquiry}";
        var starts = HubBench.Start.AddHours(1).ToString("O");
        string[] manager = ["--by", "A. Manager", "--role", "Team manager"];
        string[] withdrawn = ["--agency", "police", "--reason", "Telephoned.", .. manager];
        string[][] commands =
        [
            ["strategy", "call", enquiry, "--starts", starts, .. manager],
            ["strategy", "invite", enquiry, "--to", _bench.Folder.File("it.ics")],
            ["strategy", "show", enquiry],
            ["enquiry", "rerate", enquiry, "--rating", "amber", "--reason", "Seen and safe.", .. manager],
            ["enquiry", "chase", enquiry, "--agency", "police", .. manager],
            ["enquiry", "ask", enquiry, "--agency", "education", "--reason", "The school rang.", .. manager],
            ["enquiry", "withdraw", enquiry, .. withdrawn],
            ["enquiry", "withdraw", enquiry, .. withdrawn],
            ["enquiry", "show", enquiry],
        ];

        var codes = new List<int>();
        foreach (var command in commands)
        {
            codes.Add(await MashCommand.RunAsync([.. command, "--at", $"{_bench.Web.Http.BaseAddress}"]));
        }

        Assert.Multiple(() =>
        {
            Assert.That(codes, Is.EqualTo(new[] { 0, 0, 0, 0, 0, 0, 0, ExitCode.NotAccepted, 0 }), $"{console.Error}");
            Assert.That(File.ReadAllText(_bench.Folder.File("it.ics")), Does.StartWith("BEGIN:VCALENDAR\r\n"));
            Assert.That(
                $"{console.Out}",
                Does.Contain("has to attend: Police").And.Contain("told: Police, Health").And.Not.Contain("Called")
            );
            Assert.That($"{console.Error}", Does.Contain("was told before that its request is withdrawn"));
        });
    }

    [Test]
    public async Task New_facts_and_details_come_from_a_file()
    {
        using var console = new CapturedConsole();
        var at = _bench.Web.Http.BaseAddress!.ToString();
        var file = _bench.Folder.File("facts.json");
        await File.WriteAllTextAsync(
            file,
            """
            {"by":"A. Worker","role":"social worker","reason":"An uncle lives there.",
             "people":[{"role":"other-adult","names":[{"given":"Corin","family":"Sampleton"}],"dateOfBirth":"1980-04-02"}]}
            """
        );

        var code = await MashCommand.RunAsync(["enquiry", "facts", $"{_bench.Enquiry}", file, "--at", at]);
        string[] again = ["enquiry", "details", $"{_bench.Enquiry}", file, "--agency", "health", "--at", at];
        var twice = await MashCommand.RunAsync(again);
        var details = await MashCommand.RunAsync([.. again, "--somebody-else", "S3"]);

        var told = await _bench.Health.ExpectAsync(LetterType.Amendment, 2);
        Assert.Multiple(() =>
        {
            Assert.That((code, twice, details), Is.EqualTo((0, ExitCode.NotAccepted, 0)), $"{console.Error}");
            Assert.That($"{console.Error}", Does.Contain("seems to be S3").And.Not.Contain("Corin"));
            Assert.That(
                told.Select(came => ((Amendment)came.Letter.Body).Subjects.Single().Code),
                Is.EquivalentTo(new[] { "S3", "S4" })
            );
        });
    }
}
