using MashBroker.Adapters.Heartbeats;
using MashBroker.Adapters.Inbox;
using MashBroker.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MashBroker.Adapters;

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: broker, records and inbox, a line each.</summary>
internal static class HealthPages
{
    public static void Map(WebApplication web)
    {
        web.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        web.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var lines = report.Entries.Select(entry => $"{entry.Key}: {entry.Value.Status}");
        return context.Response.WriteAsync(string.Join('\n', lines) + "\n", context.RequestAborted);
    }
}

internal sealed class BrokerHealth(MashBus bus, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await bus.ReadyAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        // However the transport says that it is not there: it is not.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("not connected");
        }
    }
}

/// <summary>An adapter without its records still answers: that it could not look.</summary>
internal sealed class RecordsHealth(RecordsProbe probe) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            probe.WasReachable
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded("did not answer when last tried")
        );
}

internal sealed class InboxHealth(InboxStore inbox) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await inbox.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return HealthCheckResult.Unhealthy("cannot be written");
        }
    }
}
