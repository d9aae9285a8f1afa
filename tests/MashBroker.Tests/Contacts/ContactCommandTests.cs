using MashBroker.Cli;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Testing.Cli;
using MashBroker.Testing.Families;
using MashBroker.Tests.Forms;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Contacts;

/// <summary>The commands of this part against a running hub, as somebody types them.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
internal sealed class ContactCommandTests
{
    private WebBench _web = null!;
    private TemporaryFolder _folder = null!;
    private CapturedConsole _console = null!;

    [SetUp]
    public async Task SetUp()
    {
        _web = await WebBench.SetUpAsync("police");
        _folder = new TemporaryFolder();
        _console = new CapturedConsole();
    }

    [TearDown]
    public async Task TearDown()
    {
        _console.Dispose();
        _folder.Dispose();
        await _web.DisposeAsync();
    }

    [Test]
    public async Task A_form_is_written_filled_in_looked_at_and_imported()
    {
        var empty = _folder.File("empty.docx");
        var filled = _folder.File("filled.docx");
        Assert.That(await RunAsync("contact", "form", empty), Is.EqualTo(ExitCode.Done));
        await File.WriteAllBytesAsync(
            filled,
            new SomeForm(await File.ReadAllBytesAsync(empty))
                .Fill("referrer.kind", "Family of the child")
                .Fill("referrer.name", "Gran Sample")
                .Fill("people[].role", "The child, or another child referred")
                .Fill("people[].names[0].given", "Wendelmar")
                .Fill("people[].dateOfBirth", "about six")
                .Fill("concern.summary", "He is often alone.")
                .Write()
        );

        Assert.That(await HubAsync("contact", "import", filled, "--dry-run"), Is.EqualTo(ExitCode.Different));
        Assert.That(
            _console.Out.ToString(),
            Does.Contain("not read: people[0].dateOfBirth").And.Contain("Nothing was written")
        );
        Assert.That(await HubAsync("contact", "import", filled), Is.EqualTo(ExitCode.NotAccepted));
        Assert.That(_console.Error.ToString(), Does.Contain("people[0].dateOfBirth").And.Contain("Mend it"));
        Assert.That(
            await HubAsync(
                "contact",
                "import",
                filled,
                "--leave-out",
                "people[0].dateOfBirth",
                "--by",
                "Ann Example",
                "--role",
                "social worker"
            ),
            Is.EqualTo(ExitCode.Done)
        );
        Assert.That(_console.Out.ToString(), Does.Contain("SAMPLE-C-2026-000001 received"));
    }

    [Test]
    public async Task An_empty_form_overwrites_nothing()
    {
        await File.WriteAllTextAsync(_folder.File("mine.docx"), "mine");

        Assert.That(await RunAsync("contact", "form", _folder.File("mine.docx")), Is.EqualTo(ExitCode.NotAccepted));
        Assert.That(await File.ReadAllTextAsync(_folder.File("mine.docx")), Is.EqualTo("mine"));
    }

    [Test]
    public async Task A_contact_without_an_enquiry_is_shown_with_its_steps_and_decided()
    {
        var contact = await _web.SubmitAsync(SomeCase.Support("radicalisation").ToJsonString());
        string[] decide =
        [
            "contact",
            "decide",
            contact,
            "--outcome",
            "early-help",
            "--by",
            "A. Manager",
            "--role",
            "Team manager",
            "--reason",
            "Support.",
            "--overseen-by",
            "Cara Sample",
        ];

        Assert.That(await HubAsync("contact", "show", contact), Is.EqualTo(ExitCode.Done));
        Assert.That(
            _console.Out.ToString(),
            Does.Contain("PREVENT: ").And.Contain("step chronology").And.Contain("not on record")
        );
        Assert.That(await HubAsync(decide), Is.EqualTo(ExitCode.NotAccepted));
        Assert.That(_console.Error.ToString(), Does.Contain("steps.signs-of-safety"));
        foreach (var (kind, statement) in SomeCase.Steps)
        {
            await SomeCase.PutOnRecordAsync(_web, contact, kind, statement);
        }

        Assert.That(await HubAsync(decide), Is.EqualTo(ExitCode.Done));
        Assert.That(_console.Out.ToString(), Does.Contain(": decided: Early Help, without a multi-agency enquiry."));
        Assert.That((await _web.Hub.ContactAsync(contact)).State, Is.EqualTo(ContactState.NotAnEnquiry));
    }

    [Test]
    public async Task A_consultation_is_recorded_and_listed()
    {
        string[] record =
        [
            "consultation",
            "record",
            "--organisation",
            "Sampleton Primary School",
            "--topic",
            "threshold",
            "--advice",
            "early-help",
            "--level",
            "2",
            "--by",
            "Ann Example",
            "--role",
            "duty social worker",
        ];

        Assert.That(await HubAsync([.. record, "--note", "Robin hides."]), Is.EqualTo(ExitCode.NotAccepted));
        Assert.That(_console.Error.ToString(), Does.Contain("note: ").And.Not.Contain("Robin"));
        Assert.That(await HubAsync([.. record, "--note", "Asked about lateness."]), Is.EqualTo(ExitCode.Done));
        Assert.That(await HubAsync("consultation", "list"), Is.EqualTo(ExitCode.Done));
        Assert.That(
            _console.Out.ToString(),
            Does.Contain("SAMPLE-K-2026-000001 is on record").And.Contain("Sampleton Primary School")
        );
    }

    private Task<int> HubAsync(params string[] arguments) =>
        RunAsync([.. arguments, "--at", _web.Http.BaseAddress!.ToString()]);

    private static Task<int> RunAsync(params string[] arguments) => MashCommand.RunAsync(arguments);
}
