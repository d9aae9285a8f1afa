using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MashBroker.Cli.Api;
using MashBroker.Cli.Demo;
using MashBroker.Cli.Embedded;
using MashBroker.Contracts;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;
using MashBroker.Web.Contacts;
using MashBroker.Web.Enquiries;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Board;

/// <summary>The board and a pack in a real browser, on a wide screen and a narrow one, with script and without.</summary>
[CancelAfter(120_000)]
internal sealed class When_a_manager_looks_at_the_board
{
    private const int Wide = 1280;
    private const int Narrow = 375;

    private TemporaryFolder _folder = null!;
    private MovableClock _clock = null!;
    private EmbeddedHub _hub = null!;
    private HubClient _api = null!;
    private Chromium _browser = null!;
    private EnquiryReference _first = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _browser = await Chromium.StartAsync();
        _folder = new TemporaryFolder();
        var contacts = SampleContact.All();
        _clock = new MovableClock(contacts[0].ReceivedAt);
        _hub = await EmbeddedHub.StartAsync(
            new EmbeddedSettings(_folder.Root, new Uri("http://127.0.0.1:0"), null),
            _clock,
            NullLoggerFactory.Instance,
            CancellationToken.None
        );
        _api = new HubClient(_hub.Address);
        _first = await PublishAsync("08-domestic-violence-two-agencies-disagree");
        await InPackAsync(_first);
        await LetAgenciesFailAsync();
    }

    /// <summary>One cannot look, one is silent until it is late; a contact waits for a person.</summary>
    private async Task LetAgenciesFailAsync()
    {
        await _hub.Agencies.Single(agency => agency.Code == "probation").TakeRecordsDownAsync();
        await InPackAsync(await PublishAsync("17-domestic-violence-apostrophes-and-hyphens"));
        await _hub.Agencies.Single(agency => agency.Code == "education").StopAsync(CancellationToken.None);
        var silent = await PublishAsync("22-physical-harm-restricted-case");
        _clock.MoveTo((await ShowAsync(silent)).Board.ReturnDueAt.AddMinutes(4));
        await Eventually.HoldsAsync(async () =>
            (await ShowAsync(silent)).Board is { PackVersion: > 0 } board
            && board.Agencies.Any(agency => agency is { Agency: "education", Late: true })
        );
        await SubmitAsync("20-support-request-that-does-not-qualify");
    }

    [OneTimeTearDown]
    public async Task TearDown()
    {
        if (_folder is null)
        {
            return;
        }

        _api.Dispose();
        await _hub.DisposeAsync();
        await _browser.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task An_enquiry_appears_and_is_answered_without_reloading()
    {
        var page = await _browser.PageAsync(Wide);
        var complaints = Complaints(page);
        await OpenAsync(page, "");
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        await page.EvaluateAsync("window.stillTheSamePage = true");

        var reference = await PublishAsync("23-friday-afternoon-red-refuge");

        var row = page.Locator("article", new PageLocatorOptions { HasText = reference.ToString() });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await Assertions.Expect(row.GetByText("Held").First).ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"Pack, version 1 of {_first}" }))
            .ToBeVisibleAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.EvaluateAsync<bool>("window.stillTheSamePage === true"), "no reload");
            Assert.That(complaints, Is.Empty, "the browser's console");
        }
    }

    [Test]
    public async Task The_board_works_without_script()
    {
        var page = await _browser.PageAsync(Wide, script: false);

        await OpenAsync(page, "");

        await Assertions.Expect(page.GetByText(_first.ToString()).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Reloads every 15 seconds")).ToBeVisibleAsync();
        Assert.That(await page.Locator("meta[http-equiv=refresh]").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_runs_out_of_a_narrow_screen_and_nobody_is_shut_out(
        [Values(Wide, Narrow)] int width,
        [Values("board", "pack")] string what
    )
    {
        var page = await _browser.PageAsync(width);
        var complaints = Complaints(page);
        await OpenAsync(page, what == "pack" ? $"packs/{_first}" : "");

        var scrolled = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var found = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions
                {
                    Type = "tag",
                    Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
                },
            }
        );
        await PictureAsync(page, $"{what}-{width}.png");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scrolled, Is.LessThanOrEqualTo(width));
            Assert.That(
                found.Violations.Select(rule => $"{rule.Id}: {string.Join(' ', rule.Nodes.Select(node => node.Html))}"),
                Is.Empty
            );
            Assert.That(found.Passes, Has.Length.GreaterThan(5), "the rules were run");
            Assert.That(complaints, Is.Empty, "the browser's console");
        }
    }

    [Test]
    public async Task A_pack_is_shown_in_its_own_style()
    {
        var page = await _browser.PageAsync(Wide);

        await OpenAsync(page, $"packs/{_first}");

        // Were the style refused by the policy, there would be no frame around the first line.
        var frame = await page.Locator(".gaps").EvaluateAsync<string>("line => getComputedStyle(line).borderTopWidth");
        Assert.That(frame, Is.EqualTo("3px"));
    }

    /// <summary>With <c>MASH_TEST_PICTURES</c> naming a folder, keeps what was seen there, for a person to look at.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MASH_TEST_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = name.StartsWith("board", StringComparison.Ordinal) }
            );
        }
    }

    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    private async Task OpenAsync(IPage page, string path) =>
        // The event stream stays open: the page is there once it is read, whatever the network does.
        await page.GotoAsync(
            new Uri(_hub.Address, path).ToString(),
            new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded }
        );

    private async Task<ContactView> SubmitAsync(string sample)
    {
        var contact = SampleContact.All().Single(contact => contact.Name == sample);
        _clock.MoveTo(contact.ReceivedAt);
        return await _api.PostAsync<ContactView>("api/contacts", contact.Json, CancellationToken.None);
    }

    private async Task<EnquiryReference> PublishAsync(string sample)
    {
        var contact = await SubmitAsync(sample);
        var rated = await _api.PostAsync<ContactView>(
            $"api/contacts/{contact.Reference}/rating",
            new
            {
                Rating = "suggested",
                By = "A. Manager",
                Role = "manager",
            },
            CancellationToken.None
        );
        return rated.Enquiry!;
    }

    private Task<EnquiryView> ShowAsync(EnquiryReference reference) =>
        _api.GetAsync<EnquiryView>($"api/enquiries/{reference}", CancellationToken.None);

    private Task InPackAsync(EnquiryReference reference) =>
        Eventually.HoldsAsync(async () =>
            (await ShowAsync(reference)).Board is { AllInAt: not null, PackVersion: > 0 }
        );
}
