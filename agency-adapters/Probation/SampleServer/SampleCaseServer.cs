using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Adapters.Probation.SampleServer;

/// <summary>
/// A small, strict case management interface over the sample cases, on this machine only. It refuses whatever a real server might
/// overlook, so that a mistake of the adapter shows; stopping it is how "could not look" is shown.
/// </summary>
public sealed class SampleCaseServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SampleCaseServer(WebApplication application, string accessToken)
    {
        _application = application;
        AccessToken = accessToken;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        BaseAddress = new Uri(new Uri(addresses.Addresses.Single()), "api/");
    }

    public Uri BaseAddress { get; }

    /// <summary>The only token accepted: that of a read-only account, given in advance or new at each start.</summary>
    public string AccessToken { get; }

    /// <param name="folder">Folder with <c>cases.ndjson</c>.</param>
    /// <param name="port">0 takes any free port.</param>
    public static async Task<SampleCaseServer> StartAsync(
        string folder,
        int port = 0,
        string? accessToken = null,
        CancellationToken cancellation = default
    )
    {
        var token = accessToken ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        var endpoint = new CaseEndpoint(CaseStore.Load(folder), token);
        // The empty builder reads no configuration and logs nothing: this server answers for itself alone.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        application.Run(endpoint.AnswerAsync);
        await application.StartAsync(cancellation);
        return new SampleCaseServer(application, token);
    }

    /// <summary>
    /// With <c>Probation:Samples=true</c> the adapter brings its sample system along, at a free port and with a new token: for trying
    /// out, and for running every service on one machine.
    /// </summary>
    public static async Task<SampleCaseServer?> StartIfAskedAsync(IConfigurationManager configuration)
    {
        if (!configuration.GetValue<bool>("Probation:Samples"))
        {
            return null;
        }

        var server = await StartAsync(Path.Combine(AppContext.BaseDirectory, "samples", "Probation"));
        configuration["Probation:BaseAddress"] = server.BaseAddress.ToString();
        configuration["Probation:AccessToken"] = server.AccessToken;
        return server;
    }

    /// <summary>Connections are cut, as when the system goes down; nobody waits for searches that are running.</summary>
    public async Task StopAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(atOnce.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _application.DisposeAsync();
    }
}
