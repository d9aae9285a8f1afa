using Microsoft.Extensions.Logging;

namespace MashBroker.Messaging;

/// <summary>
/// Holds a connection of its own at the hub and declares everything whenever the broker comes back, as it may have come back
/// empty.
/// </summary>
internal sealed partial class TopologyKeeper(BrokerOptions options, BrokerDoor door, ILogger logger) : IAsyncDisposable
{
    // A lane that exists with other arguments stays so until somebody removes it.
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _declared = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _running = Task.CompletedTask;

    /// <summary>Completes once everything was declared for the first time.</summary>
    public Task Declared => _declared.Task;

    public void Start() => _running = RunAsync(_stopping.Token);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await using var connection = await door.InsistAsync(stop);
                var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                connection.ConnectionShutdownAsync += (_, _) =>
                {
                    lost.TrySetResult();
                    return Task.CompletedTask;
                };
                await using (var channel = await connection.CreateChannelAsync(cancellationToken: stop))
                {
                    await Topology.DeclareAsync(channel, options, stop);
                }

                _declared.TrySetResult();
                Log.Declared(logger, options.Hub!, options.Agencies.Count);
                await lost.Task.WaitAsync(stop);
            }
            catch (Exception e) when (BrokerDoor.IsBrokerFault(e))
            {
                Log.NotDeclared(logger, options.Hub!, e.Message);
                await Task.Delay(PauseAfterRefusal, stop);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "Lanes of hub {Hub} for {Agencies} agencies are in place"
        )]
        public static partial void Declared(ILogger logger, string hub, int agencies);

        [LoggerMessage(Level = LogLevel.Error, Message = "Lanes of hub {Hub} could not be put in place: {Fault}")]
        public static partial void NotDeclared(ILogger logger, string hub, string fault);
    }
}
