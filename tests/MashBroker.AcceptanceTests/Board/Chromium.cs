using Microsoft.Playwright;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Board;

/// <summary>This machine's own Chromium. Without one a test is ignored with the reason, or fails where skipping is not allowed.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright driver, IBrowser browser) => (_driver, _browser) = (driver, browser);

    public static async Task<Chromium> StartAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } program)
        {
            const string Reason = "needs Chromium: run ops/test, which installs it.";
            throw Environment.GetEnvironmentVariable("MASH_TEST_NO_SKIP") == "1"
                ? new AssertionException($"Must not be skipped here, but {Reason}")
                : new IgnoreException(Reason);
        }

        var driver = await Playwright.CreateAsync();
        return new Chromium(
            driver,
            await driver.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Flags }
            )
        );
    }

    public async Task<IPage> PageAsync(int width, bool script = true)
    {
        var context = await _browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                JavaScriptEnabled = script,
                Locale = "en-GB",
            }
        );
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _driver.Dispose();
    }
}
