using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MashBroker.Testing.RecordsOverHttp;

/// <summary>A server that answers everything in one way, right or wrong, and remembers what it was sent.</summary>
public sealed class RigidServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<(string Address, string Headers, string Body)> _received = new();

    private RigidServer(WebApplication application) => _application = application;

    public Uri BaseAddress =>
        new(
            _application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Single()
        );

    /// <summary>Address, headers and body of every request.</summary>
    public IReadOnlyList<(string Address, string Headers, string Body)> Received => [.. _received];

    /// <param name="answer">Status and body by path and body of the request; a null status never answers.</param>
    public static async Task<RigidServer> StartAsync(Func<string, string, (int? Status, string Body)> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new RigidServer(builder.Build());
        server._application.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var address = context.Request.Path + context.Request.QueryString;
            var headers = string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
            server._received.Enqueue((address, headers, body));
            var (status, text) = answer(address, body);
            if (status is null)
            {
                // Until the one who asked hangs up.
                var gone = new TaskCompletionSource();
                await using var registration = context.RequestAborted.Register(gone.SetResult);
                await gone.Task;
                return;
            }

            context.Response.StatusCode = status.Value;
            if (status is >= 300 and < 400)
            {
                context.Response.Headers.Location = text;
                return;
            }

            await context.Response.WriteAsync(text);
        });
        await server._application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(atOnce.Token);
        await _application.DisposeAsync();
    }
}
