using System.Collections.Concurrent;
using MashBroker.Contracts;

namespace MashBroker.Adapters;

/// <summary>How the steps of one adapter wake and stop each other. What they do stands in the inbox; this only saves waiting.</summary>
internal sealed class AdapterSignals
{
    /// <summary>A clock this far off makes late what was in time.</summary>
    public static readonly TimeSpan SkewWorthTelling = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Rating, Doorbell> _sending = new()
    {
        [Rating.Red] = new Doorbell(),
        [Rating.Amber] = new Doorbell(),
        [Rating.Green] = new Doorbell(),
    };

    private readonly ConcurrentDictionary<
        MessageId,
        (EnquiryReference? Enquiry, CancellationTokenSource Stop)
    > _inHand = new();

    public Doorbell Work { get; } = new();

    public Doorbell Sending(Rating rating) => _sending[rating];

    public void RingSending()
    {
        foreach (var bell in _sending.Values)
        {
            bell.Ring();
        }
    }

    /// <summary>While a request is worked on, its withdrawal or purge stops the search.</summary>
    public void Begin(MessageId request, EnquiryReference? enquiry, CancellationTokenSource stop) =>
        _inHand[request] = (enquiry, stop);

    public void End(MessageId request) => _inHand.TryRemove(request, out _);

    public void Stop(EnquiryReference? enquiry, MessageId? request)
    {
        foreach (var (id, work) in _inHand)
        {
            // A purge names the enquiry alone.
            if (request is { } one ? id == one : work.Enquiry == enquiry)
            {
                work.Stop.Cancel();
            }
        }
    }
}
