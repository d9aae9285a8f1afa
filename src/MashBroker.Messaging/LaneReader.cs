using Microsoft.Extensions.Logging;

namespace MashBroker.Messaging;

/// <summary>One consumer on one lane: bounds how many messages are in its hands, and lets go of the lane cleanly.</summary>
internal sealed partial class LaneReader : IDisposable
{
    private readonly ISealedConsumer _consumer;
    private readonly int _hands;
    private readonly SemaphoreSlim _free;
    private readonly TimeSpan _stopTimeout;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _released = new();
    private readonly CancellationTokenSource _givenUp = new();
    private readonly CancellationToken _giveUp;

    public LaneReader(Lane lane, ISealedConsumer consumer, BrokerOptions options, ILogger logger)
    {
        Lane = lane;
        _consumer = consumer;
        _hands = options.Concurrency(lane.Rating);
        _free = new SemaphoreSlim(_hands);
        _stopTimeout = options.StopTimeout;
        _logger = logger;
        Released = _released.Token;
        _giveUp = _givenUp.Token;
    }

    public Lane Lane { get; }

    public CancellationToken Released { get; }

    public async Task<Taking> TakeAsync(SealedDelivery delivery, string id)
    {
        try
        {
            await _free.WaitAsync(Released);
        }
        catch (OperationCanceledException)
        {
            return new Taking(TakingResult.LeftInLane);
        }

        try
        {
            await _consumer.ConsumeAsync(delivery, _giveUp);
            return new Taking(TakingResult.Consumed);
        }
        catch (OperationCanceledException) when (_giveUp.IsCancellationRequested)
        {
            return new Taking(TakingResult.LeftInLane);
        }
        // Whatever it was, the message stays and somebody is told; nothing of the exception goes further than this.
        catch (Exception exception)
        {
            Log.ConsumerFailed(_logger, Lane.Name, id, FailurePolicy.Describe(exception));
            return new Taking(TakingResult.Failed, exception.GetType().Name);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Takes no more, and waits for the messages in hand.</summary>
    public async Task ReleaseAsync()
    {
        await _released.CancelAsync();
        _givenUp.CancelAfter(_stopTimeout);
        for (var hand = 0; hand < _hands; hand++)
        {
            await _free.WaitAsync(CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _released.Dispose();
        _givenUp.Dispose();
        // The semaphore is not: a delivery that comes late finds no free hand there, and goes back.
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Consumer of lane {Lane} failed on message {MessageId}: {Fault}"
        )]
        public static partial void ConsumerFailed(ILogger logger, string lane, string messageId, string fault);
    }
}

internal enum TakingResult
{
    LeftInLane = 0,
    Failed,
    Consumed,
}

/// <param name="Fault">Type of the exception, when it failed.</param>
internal readonly record struct Taking(TakingResult Result, string? Fault = null);
