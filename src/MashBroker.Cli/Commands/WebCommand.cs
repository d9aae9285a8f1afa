using System.CommandLine;
using MashBroker.Cli.Hosting;
using MashBroker.Sealing;
using MashBroker.Web;
using Microsoft.Extensions.Hosting;

namespace MashBroker.Cli.Commands;

/// <summary>The API, the board and the packs. Needs the ledger only: a broker that is down keeps nobody from the board.</summary>
internal static class WebCommand
{
    public static Command Make()
    {
        var hub = ProcessOptions.Hub();
        var ledger = ProcessOptions.Ledger();
        var hubKey = ProcessOptions.HubKey();
        var listen = ProcessOptions.Listen("http://127.0.0.1:5080");
        var referrers = ProcessOptions.ReferrerCertificate();
        var command = new Command(
            "web",
            "Runs the API, the board and the packs alone. Loopback only: nobody signs in yet."
        )
        {
            hub,
            ledger,
            hubKey,
            listen,
            referrers,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var options = new WebOptions
                {
                    Address = parsed.GetRequiredValue(listen),
                    ReferrerCertificate = parsed.GetValue(referrers),
                    PublishedOnLoopback =
                        Environment.GetEnvironmentVariable("MASH_WEB_PUBLISHED_ON_LOOPBACK") == "true",
                };
                options.Check();
                using var role = options.ReferrerCertificate is { } file ? RoleSeal.Load(file) : null;
                using var logging = HubLog.ToConsole();
                using var record = await HubRecord.OpenAsync(
                    ProcessOptions.LoadProfile(parsed.GetRequiredValue(hub)),
                    ProcessOptions.Ledger(parsed.GetRequiredValue(ledger), parsed.GetRequiredValue(hubKey)),
                    TimeProvider.System,
                    cancellation
                );
                await using var app = HubApp.Build(
                    options.Address,
                    logging,
                    services =>
                    {
                        record.AddTo(services);
                        services.AddMashWeb(role);
                    }
                );
                app.MapMashWeb();
                await HubApp.StartAsync(app, options.Address, cancellation);
                await app.WaitForShutdownAsync(cancellation);
            }
        );
        return command;
    }
}
