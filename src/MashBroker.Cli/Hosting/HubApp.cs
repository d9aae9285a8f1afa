using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MashBroker.Cli.Hosting;

/// <summary>The host around one part of a hub, or around all of them.</summary>
internal static class HubApp
{
    public static WebApplication Build(Uri listen, ILoggerFactory logging, Action<IServiceCollection> add)
    {
        // No arguments and no settings files of the working directory: a part is what its command was told, nothing else.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.Services.Replace(ServiceDescriptor.Singleton(logging));
        builder.WebHost.UseUrls(listen.ToString().TrimEnd('/'));
        add(builder.Services);
        return builder.Build();
    }

    /// <exception cref="CommandException">Another program listens at the address.</exception>
    public static async Task StartAsync(WebApplication app, Uri listen, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new CommandException(
                ExitCode.Unavailable,
                $"Another program listens at {listen}. Stop it, or name another address with --listen.",
                fault
            );
        }
    }
}
