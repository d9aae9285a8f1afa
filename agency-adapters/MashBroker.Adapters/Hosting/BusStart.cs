using MashBroker.Messaging;
using Microsoft.Extensions.Hosting;

namespace MashBroker.Adapters;

/// <summary>Attaches to the broker before anything else starts; a broker that is away is waited for, not failed on.</summary>
internal sealed class BusStart(MashBus bus) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => bus.StartAsync(cancellationToken);

    // The container disposes of the bus, after everything that uses it has stopped.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
