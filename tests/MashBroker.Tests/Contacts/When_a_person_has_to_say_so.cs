using MashBroker.Cli;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>At a hub whose only criterion is a person's answer, nobody is told that there is no enquiry: they are told who says so, and how.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class When_a_person_has_to_say_so
{
    private static readonly HubProfile AsMiltonKeynes = HubProfiles.Load(HubProfiles.Sample) with
    {
        Criteria =
        [
            new APersonSaysSo(
                "decision-makers-decision",
                "The decision",
                "Does this contact go into the MASH information sharing process?"
            ),
        ],
        TriagedBy = new TriageDuty("A dedicated decision maker", "Whether it goes in."),
        RatedBy = "MASH team manager",
    };

    [Test]
    public async Task The_prompt_asks_them_and_one_answers_while_another_rates()
    {
        await using var web = await WebBench.SetUpAsync(AsMiltonKeynes, ["police"]);
        using var console = new CapturedConsole();
        string[] at = ["--at", web.Http.BaseAddress!.ToString()];
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, WebContact.Json());
            Assert.That(await MashCommand.RunAsync(["contact", "submit", file, .. at]), Is.Zero);
        }
        finally
        {
            File.Delete(file);
        }

        const string Contact = "SAMPLE-C-2026-000001";
        await web.Hub.UntilAsync(
            "triage",
            async () => (await web.Hub.ContactAsync(Contact)).State is ContactState.Triaged
        );
        Assert.That(await MashCommand.RunAsync(["contact", "list", .. at]), Is.Zero);
        Assert.That(await MashCommand.RunAsync(["contact", "show", Contact, .. at]), Is.Zero);
        var told = console.Out.ToString();
        string[] rate =
        [
            "enquiry",
            "publish",
            Contact,
            "--rating",
            "amber",
            "--by",
            "A. Manager",
            "--role",
            "MASH team manager",
            "--reason",
            "Amber fits.",
            "--yes",
            "decision-makers-decision",
        ];
        var alone = await MashCommand.RunAsync([.. rate, .. at]);
        var together = await MashCommand.RunAsync([
            .. rate,
            "--yes-by",
            "Dee Decider",
            "--yes-role",
            "dedicated decision maker",
            "--yes-reason",
            "At risk now.",
            .. at,
        ]);

        Assert.Multiple(() =>
        {
            Assert.That(
                told,
                Does.Contain("somebody has to say whether this is a multi-agency enquiry: A dedicated decision maker")
                    .And.Contain($"enquiry publish {Contact} --yes decision-makers-decision")
                    .And.Contain("decision due")
                    .And.Contain("published now: returns due")
                    .And.Contain("a person has to say")
                    .And.Contain("a person answers (decision-makers-decision): ")
                    .And.Not.Contain("meets none")
            );
            Assert.That(alone, Is.EqualTo(ExitCode.NotAccepted), "the manager is not the one who answers");
            Assert.That(together, Is.EqualTo(ExitCode.Done), console.Error.ToString());
        });
    }
}
