using MashBroker.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;

namespace MashBroker.Adapters;

/// <summary>An adapter as a service of its own, beside the agency's records.</summary>
public static class AdapterHost
{
    /// <summary>
    /// Settings come from <c>appsettings.json</c> beside the program, the environment (<c>Adapter__Agency</c>) and the command
    /// line (<c>--Adapter:Agency</c>), later over earlier. A first word <c>proof</c> or <c>audit-heads</c> asks what the inbox can show
    /// instead of running the adapter.
    /// </summary>
    public static AdapterHostBuilder CreateBuilder(string[] args) => new(args);
}

/// <summary>Puts an adapter together: its records, and whatever those need.</summary>
public sealed class AdapterHostBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly string[] _arguments;

    internal AdapterHostBuilder(string[] args)
    {
        _arguments = args;
        _web = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = EnrolCommand.SettingsIn(args),
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        _web.Logging.ClearProviders();
        _web.Logging.AddSerilog(Logger(), dispose: true);
        _web.Services.AddSingleton(TimeProvider.System);
        _web.Services.AddOptions<AdapterOptions>().BindConfiguration(AdapterOptions.Section);
        _web.Services.AddOptions<BrokerOptions>().BindConfiguration(BrokerOptionsCheck.Section).ValidateOnStart();
        _web.Services.AddSingleton<IValidateOptions<BrokerOptions>, BrokerOptionsCheck>();
        _web.Services.AddSingleton(services =>
            MashBus.RabbitMq(
                services.GetRequiredService<IOptions<BrokerOptions>>().Value,
                services.GetRequiredService<ILoggerFactory>()
            )
        );
        _web.Services.AddHostedService<BusStart>();
        _web.Services.AddHealthChecks()
            .AddCheck<BrokerHealth>("broker")
            .AddCheck<RecordsHealth>("records")
            .AddCheck<InboxHealth>("inbox");
    }

    public IServiceCollection Services => _web.Services;

    public IConfigurationManager Configuration => _web.Configuration;

    /// <summary>The agency's records system. What <typeparamref name="TRecords"/> needs goes into <see cref="Services"/>.</summary>
    public AdapterHostBuilder AddAdapter<TRecords>()
        where TRecords : class, IAgencyRecords
    {
        _web.Services.AddAdapter<TRecords>();
        return this;
    }

    public AdapterApp Build()
    {
        var web = _web.Build();
        HealthPages.Map(web);
        return new AdapterApp(web, _arguments);
    }

    private static Serilog.Core.Logger Logger() =>
        new LoggerConfiguration()
            .MinimumLevel.Information()
            // These tell of every request and delivery; what concerns an operator we say ourselves.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .CreateLogger();
}
