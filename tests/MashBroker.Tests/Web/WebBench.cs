using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MashBroker.Cli.Hosting;
using MashBroker.Ledger;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Messaging;
using MashBroker.Web;
using MashBroker.Web.Strategy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Tests.Web;

/// <summary>The API, the board and the packs on a free port, before a hub whose agencies a test plays.</summary>
internal sealed class WebBench : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly LogLines _log;

    private WebBench(HubBench hub, WebApplication web, LogLines log)
    {
        (Hub, _web, _log) = (hub, web, log);
        Http = new HttpClient { BaseAddress = new Uri(web.Urls.Single()) };
    }

    public HubBench Hub { get; }

    public HttpClient Http { get; }

    public string Log => _log.Text;

    public static Task<WebBench> SetUpAsync(params string[] connected) => SetUpAsync(null, _ => { }, connected);

    public static Task<WebBench> SetUpAsync(Action<StrategyOptions> strategy, params string[] connected) =>
        SetUpAsync(null, strategy, connected);

    /// <param name="profile">Absent: the sample hub's.</param>
    public static Task<WebBench> SetUpAsync(HubProfile? profile, string[] connected) =>
        SetUpAsync(profile, _ => { }, connected);

    private static async Task<WebBench> SetUpAsync(
        HubProfile? profile,
        Action<StrategyOptions> strategy,
        string[] connected
    )
    {
        var hub = await HubBench.SetUpAsync(profile, connected);
        var log = new LogLines();
        var role = RoleSeal.Load(Path.Combine(hub.KeysOf(SamplePki.ReferrerRoleFolder), "agreement.crt"));
        var web = HubApp.Build(
            new Uri("http://127.0.0.1:0"),
            log,
            services =>
                services
                    .AddSingleton<TimeProvider>(hub.Clock)
                    .AddSingleton(hub.Profile)
                    .AddLedger(hub.Ledger, hub.Signal)
                    .AddMashWeb(role)
                    .Configure(strategy)
        );
        web.MapMashWeb();
        await web.StartAsync();
        return new WebBench(hub, web, log);
    }

    public Task<HttpResponseMessage> PostAsync(
        string path,
        string json,
        string? type = "application/json",
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)),
        };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    /// <summary>The contact's reference.</summary>
    public async Task<string> SubmitAsync(string json)
    {
        using var answer = await PostAsync("/api/contacts", json);
        return (await ReadAsync(answer)).GetProperty("reference").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _web.StopAsync();
        await _web.DisposeAsync();
        await Hub.DisposeAsync();
    }
}
