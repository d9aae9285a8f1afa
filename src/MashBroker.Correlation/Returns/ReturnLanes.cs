using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Rules;
using Microsoft.Extensions.Hosting;

namespace MashBroker.Correlation.Returns;

/// <summary>Reads the hub's three lanes for returns while the host runs. The bus itself is started by whoever made it.</summary>
internal sealed class ReturnLanes(MashBus bus, ReturnConsumer consumer, HubProfile profile) : IHostedService
{
    private readonly List<IAsyncDisposable> _lanes = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var rating in new[] { Rating.Red, Rating.Amber, Rating.Green })
        {
            var lane = Lane.Returns(profile.Code, rating);
            _lanes.Add(await bus.ConsumeAsync(lane, consumer, cancellationToken));
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var lane in _lanes)
        {
            await lane.DisposeAsync();
        }

        _lanes.Clear();
    }
}
