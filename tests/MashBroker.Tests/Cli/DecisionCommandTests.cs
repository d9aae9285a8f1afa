using System.Text;
using MashBroker.Cli;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Families;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Deciding;
using NUnit.Framework;

namespace MashBroker.Tests.Cli;

/// <summary>What a manager types: decides, says of a late return whether it would have mattered, tells those who must know.</summary>
[NonParallelizable]
[CancelAfter(120_000)]
internal sealed class DecisionCommandTests
{
    [Test]
    public async Task A_manager_decides_judges_and_tells()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        using var console = new CapturedConsole();
        using var folder = new TemporaryFolder();
        var at = bench.Web.Http.BaseAddress!.ToString();
        var enquiry = bench.Enquiry.ToString();
        string[] manager = ["--by", "A. Manager", "--role", "Team manager", "--at", at];
        await File.WriteAllTextAsync(
            folder.File("allocation.json"),
            """{"by":"A. Manager","role":"Team manager","to":"D. Other","toRole":"key worker","team":"Early Help"}"""
        );

        int[] codes =
        [
            await RunAsync("decision", "show", enquiry, "--at", at),
            await RunAsync([
                "decision",
                "record",
                enquiry,
                "--outcome",
                "early-help",
                "--reason",
                "Support.",
                .. manager,
            ]),
            await RunAsync([
                "decision",
                "record",
                enquiry,
                "--outcome",
                "early-help",
                "--reason",
                "Support.",
                "--considered",
                "It cannot wait.",
                "--overseen-by",
                "Cara Sample",
                "--with",
                "P. C.; police",
                .. manager,
            ]),
        ];
        await bench.HealthAnswerAsync();
        await bench.UntilAddendumAsync(1);
        int[] after =
        [
            await RunAsync("case", "add", "allocation", enquiry, folder.File("allocation.json"), "--at", at),
            await RunAsync([
                "decision",
                "judge",
                enquiry,
                "1",
                "--effect",
                "would-not-have-changed",
                "--reason",
                "Nothing new.",
                "--told-to",
                "D. Other",
                .. manager,
            ]),
            await RunAsync(["decision", "tell", enquiry, "--to", "referrer", "--how", "by telephone", .. manager]),
            await RunAsync("decision", "feedback", enquiry, "--at", at),
            await RunAsync("decision", "summary", enquiry, "--at", at),
            await RunAsync([
                "decision",
                "hand-over",
                enquiry,
                "--to",
                "Early Help",
                "--recipient",
                "D. Other",
                "--how",
                "in person",
                .. manager,
            ]),
            await RunAsync("decision", "show", enquiry, "--at", at, "--json"),
            await RunAsync("case", "show", enquiry, "--at", at),
        ];

        var said = console.Out.ToString();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                codes,
                Is.EqualTo(new[] { ExitCode.Done, ExitCode.NotAccepted, ExitCode.Done }),
                $"{console.Error}"
            );
            Assert.That(after, Is.All.EqualTo(ExitCode.Done), $"{console.Error}");
            Assert.That(said, Does.Contain("without: Health has not answered yet"));
            Assert.That(said, Does.Contain("frozen and signed: SHA-256"));
            Assert.That(said, Does.Contain("It would not have changed the decision, says A. Manager"));
            Assert.That(said, Does.Contain("Held by: D. Other, key worker, Early Help"));
            Assert.That(said, Does.Contain("Family, told by"));
            Assert.That(said, Does.Contain($"summary of {enquiry} for Early Help").And.Contain(SomeFamily.Canary));
            Assert.That(said, Does.Contain("D. Other of Early Help has the summary"));
        }
    }

    [Test]
    public async Task A_manager_reads_why_it_was_decided_otherwise_and_why_it_stays()
    {
        await using var bench = await DecisionBench.SetUpAsync();
        using var console = new CapturedConsole();
        var at = bench.Web.Http.BaseAddress!.ToString();
        var enquiry = bench.Enquiry.ToString();
        string[] manager = ["--by", "A. Manager", "--role", "Team manager", "--at", at];
        await bench.DecideAsync(
            ""","recommended":[{"by":"S. W.","role":"social worker","outcome":"no-further-action"}],"why":"They asked for help." """
        );
        await bench.HealthAnswerAsync();
        await bench.UntilAddendumAsync(1);

        int[] codes =
        [
            await RunAsync([
                "decision",
                "judge",
                enquiry,
                "1",
                "--effect",
                "would-have-changed",
                "--reason",
                "It is worse.",
                "--told-to",
                "D. Other",
                .. manager,
            ]),
            await RunAsync(["decision", "keep", enquiry, "1", "--reason", "They have moved.", .. manager]),
            await RunAsync("contact", "overrides", enquiry, "--at", at),
            await RunAsync("case", "show", enquiry, "--at", at),
        ];
        string[] telling = ["--text", "Her uncle is known to police."];
        var stopped = await RunAsync([
            "decision",
            "tell",
            enquiry,
            "--to",
            "referrer",
            "--how",
            "by letter",
            .. telling,
            .. manager,
        ]);
        var pack = await bench.PackAsync((await bench.RowAsync()).PackVersion);

        var said = $"{console.Out}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(codes, Is.All.EqualTo(ExitCode.Done), $"{console.Error}");
            Assert.That(said, Does.Contain("recommended by S. W., social worker: No further action"));
            Assert.That(said, Does.Contain("by S. W., role social worker, outcome No further action"));
            Assert.That(Encoding.UTF8.GetString(pack.Html), Does.Contain("No further action by S. W., social worker"));
            Assert.That(stopped, Is.EqualTo(ExitCode.NotAccepted));
            Assert.That($"{console.Error}", Does.Contain($"mash contact override-leak {enquiry} --digest"));
            Assert.That(said, Does.Contain("not as recommended, because: They asked for help."));
            Assert.That(said, Does.Contain("to be looked at again by A. Manager, Team manager: due"));
            Assert.That(said, Does.Contain("the decision stays, says A. Manager, Team manager: They have moved."));
            Assert.That(said, Does.Contain("nothing was let pass"));
        }
    }

    private static Task<int> RunAsync(params string[] words) => MashCommand.RunAsync(words);
}
