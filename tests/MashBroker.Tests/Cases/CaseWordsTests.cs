using System.CommandLine;
using MashBroker.Cli;
using MashBroker.Contracts.Cases;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Families;
using MashBroker.Tests.Contacts;
using MashBroker.Tests.Web;
using MashBroker.Web.Cases;
using NUnit.Framework;

namespace MashBroker.Tests.Cases;

/// <summary>A case file as a worker reads it at a prompt: words and the hub's clock, no codes and no JSON.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class CaseWordsTests
{
    [Test]
    public void Every_kind_says_how_it_comes_on_record_with_a_command_that_exists()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var door in CaseDoors.All.Where(door => door.Way.StartsWith("mash ", StringComparison.Ordinal)))
            {
                Command? found = MashCommand.Root();
                foreach (var word in door.Way.Split(' ').Skip(1))
                {
                    found = found?.Subcommands.FirstOrDefault(command => command.Name == word);
                }

                Assert.That(found, Is.Not.Null, $"{door.Kind}: {door.Way}");
            }

            Assert.That(
                CaseDoors.All.Select(door => door.Kind),
                Is.EqualTo(CaseEntryKinds.All.Select(kind => kind.Code))
            );
        }
    }

    [Test]
    public async Task A_case_file_is_read_in_words_by_the_hubs_clock()
    {
        await using var web = await WebBench.SetUpAsync("police");
        using var console = new CapturedConsole();
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());
        await SomeCase.PutOnRecordAsync(
            web,
            contact,
            "open-case",
            new
            {
                @case = new
                {
                    service = "early-help",
                    team = "North",
                    since = "2026-05-01",
                },
            }
        );
        await SomeCase.PutOnRecordAsync(
            web,
            contact,
            "sharing-decision",
            new
            {
                decision = "not-to-share",
                with = new[] { "police" },
                reason = "Not needed.",
            }
        );
        await SomeCase.PutOnRecordAsync(
            web,
            contact,
            "view",
            new
            {
                of = "parent",
                giver = "Kim",
                text = "All is well.",
                givenAt = "2026-07-01T10:00:00Z",
            }
        );
        await SomeCase.PutOnRecordAsync(
            web,
            contact,
            "allocation",
            new
            {
                to = "Sol Example",
                toRole = "social worker",
                heldByHub = true,
            }
        );
        await SomeCase.PutOnRecordAsync(
            web,
            contact,
            "complaint",
            new
            {
                from = "Kim",
                fromRole = "father",
                text = "Slow.",
            }
        );

        string[] at = ["--at", web.Http.BaseAddress!.ToString()];
        Assert.That(await MashCommand.RunAsync(["case", "show", contact, .. at]), Is.Zero, console.Error.ToString());
        Assert.That(
            console.Out.ToString(),
            Does.Contain("Open to another service, by Ann Example, duty social worker")
                .And.Contain("case: service early help, team North, since 1 May 2026")
                .And.Contain("decision: not to share")
                .And.Contain("with: Police")
                .And.Contain("said by having them asked: no")
                .And.Contain("their role: social worker")
                .And.Contain("given: Wed 1 Jul 2026, 11:00")
                .And.Contain("complaint of a parent or carer 1, with ")
                .And.Not.Contain("{")
                .And.Not.Contain("[")
                .And.Not.Contain("2026-07-01T")
        );
        using var folder = new TemporaryFolder();
        var empty = folder.File("empty.json");
        await File.WriteAllTextAsync(empty, "{}");
        Assert.That(
            await MashCommand.RunAsync(["case", "add", "banana", contact, empty, .. at]),
            Is.EqualTo(ExitCode.NotFound)
        );
        Assert.That(
            console.Error.ToString(),
            Does.Contain("is not a kind of entry").And.Contain("view").And.Contain("decision (mash decision record)")
        );
    }

    [TestCaseSource(typeof(DepartureFrom), nameof(DepartureFrom.All))]
    public void A_departure_names_the_rule_and_not_its_code(string from) =>
        Assert.That(
            PlainNames.OfDeparture(from),
            Does.Contain("rule on").Or.Contain("the rule that").Or.Contain("criteria for")
        );

    [Test]
    public async Task A_contact_is_shown_in_words_and_as_json_where_asked_for()
    {
        await using var web = await WebBench.SetUpAsync("police");
        using var console = new CapturedConsole();
        var contact = await web.SubmitAsync(SomeCase.Support().ToJsonString());

        string[] at = ["--at", web.Http.BaseAddress!.ToString()];
        Assert.That(await MashCommand.RunAsync(["contact", "show", contact, .. at]), Is.Zero, console.Error.ToString());
        Assert.That(await MashCommand.RunAsync(["contact", "list", .. at]), Is.Zero);
        Assert.That(
            console.Out.ToString(),
            Does.Contain("waits for a person")
                .And.Contain("Referred by ")
                .And.Contain("People")
                .And.Contain("in the referrer's words: ")
                .And.Contain("meets none of the hub's criteria")
                .And.Contain("none by the rules")
                .And.Not.Contain("{")
                .And.Not.Contain("Triaged")
        );
        console.Out.GetStringBuilder().Clear();
        Assert.That(await MashCommand.RunAsync(["contact", "show", contact, "--json", .. at]), Is.Zero);
        Assert.That(console.Out.ToString(), Does.StartWith("{"));
    }
}
