using System.Threading.Channels;
using MashBroker.Messaging;

namespace MashBroker.Testing.Messaging;

/// <summary>Takes whatever comes, after doing with it what the test says, and hands it to the test in order of arrival.</summary>
public sealed class CollectingConsumer(Func<SealedDelivery, CancellationToken, Task>? act = null) : ISealedConsumer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<SealedDelivery> _taken = Channel.CreateUnbounded<SealedDelivery>();

    public async Task ConsumeAsync(SealedDelivery delivery, CancellationToken cancellation)
    {
        if (act is not null)
        {
            await act(delivery, cancellation);
        }

        _taken.Writer.TryWrite(delivery);
    }

    /// <summary>The next one taken without a fault; waits for it.</summary>
    public async Task<SealedDelivery> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _taken.Reader.ReadAsync(patience.Token);
    }

    /// <summary>How many came that the test has not looked at.</summary>
    public int Waiting => _taken.Reader.Count;
}
