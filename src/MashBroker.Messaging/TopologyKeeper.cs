using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MashBroker.Messaging;

/// <summary>
/// Holds a connection of its own at the hub and declares everything whenever the broker comes back, as it may have come back
/// empty.
/// </summary>
internal sealed partial class TopologyKeeper(BrokerOptions options, BrokerAddress address, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _declared = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _running = Task.CompletedTask;

    /// <summary>Says nothing of the machine or the process.</summary>
    public static readonly Dictionary<string, object?> ClientProperties = new() { ["product"] = "MashBroker" };

    /// <summary>Completes once everything was declared for the first time.</summary>
    public Task Declared => _declared.Task;

    public static Task<IConnection> ConnectAsync(BrokerAddress address, CancellationToken cancellation) =>
        new ConnectionFactory
        {
            HostName = address.Host,
            Port = address.Port,
            VirtualHost = address.VirtualHost,
            UserName = address.User,
            Password = address.Password,
            ClientProvidedName = address.User,
            ClientProperties = new Dictionary<string, object?>(ClientProperties),
            AutomaticRecoveryEnabled = false,
            Ssl = new SslOption { Enabled = address.Tls, ServerName = address.Host },
        }.CreateConnectionAsync(cancellation);

    public void Start() => _running = RunAsync(_stopping.Token);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await ConnectAsync(address, stop);
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
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (RabbitMqTransport.IsOfTheTransport(e) || e is OperationCanceledException)
            {
                Log.NotDeclared(logger, options.Hub!, address.ToString(), e.Message);
            }

            await Task.Delay(PauseBetweenTries, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Lanes of hub {Hub} for {Agencies} agencies are in place")]
        public static partial void Declared(ILogger logger, string hub, int agencies);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Lanes of hub {Hub} are not in place at {Broker}: {Fault}")]
        public static partial void NotDeclared(ILogger logger, string hub, string broker, string fault);
    }
}
