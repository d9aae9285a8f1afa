using System.Globalization;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace MashBroker.Cli.Hosting;

/// <summary>Where a hub's log goes. It carries references, agency codes and ids; never a name, a date of birth, an address.</summary>
internal static class HubLog
{
    public static ILoggerFactory ToConsole() =>
        Factory(Levels().WriteTo.Console(formatProvider: CultureInfo.InvariantCulture));

    /// <param name="file">One JSON object a line.</param>
    public static ILoggerFactory ToFile(string file) =>
        Factory(Levels().WriteTo.File(new JsonFormatter(renderMessage: true), file));

    private static LoggerConfiguration Levels() =>
        new LoggerConfiguration()
            .MinimumLevel.Information()
            // These tell of every request and delivery, addresses included; what concerns an operator we say ourselves.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning);

    private static ILoggerFactory Factory(LoggerConfiguration configuration) =>
        LoggerFactory.Create(logging => logging.AddSerilog(configuration.CreateLogger(), dispose: true));
}
