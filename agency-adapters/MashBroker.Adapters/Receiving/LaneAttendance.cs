using MashBroker.Contracts;
using MashBroker.Messaging;
using Microsoft.Extensions.Hosting;

namespace MashBroker.Adapters.Receiving;

/// <summary>Attends the agency's three lanes while the adapter runs.</summary>
internal sealed class LaneAttendance(MashBus bus, AgencySeat seat, LetterConsumer consumer) : IHostedService
{
    private readonly List<IAsyncDisposable> _lanes = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var rating in new[] { Rating.Red, Rating.Amber, Rating.Green })
        {
            var lane = Lane.ToAgency(seat.Hub, seat.Agency, rating);
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
