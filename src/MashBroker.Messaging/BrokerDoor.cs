using System.Net.Sockets;
using MassTransit;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MashBroker.Messaging;

/// <summary>Opens connections to the broker, and waits while there is none to be had.</summary>
internal sealed partial class BrokerDoor(BrokerAddress address, ILogger logger)
{
    /// <summary>A peer that fell silent is given up after two of them: within half a minute a black hole is noticed.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>Says nothing of the machine or the process, as the libraries would.</summary>
    public static IDictionary<string, object?> ClientProperties =>
        new Dictionary<string, object?> { ["product"] = "MashBroker" };

    public static bool IsBrokerFault(Exception e) =>
        e is MassTransitException or RabbitMQClientException or IOException or SocketException or TimeoutException;

    public Task<IConnection> ConnectAsync(CancellationToken cancellation)
    {
        var factory = new ConnectionFactory
        {
            HostName = address.Host,
            Port = address.Port,
            VirtualHost = address.VirtualHost,
            UserName = address.User,
            Password = address.Password,
            ClientProvidedName = address.User,
            ClientProperties = ClientProperties,
            AutomaticRecoveryEnabled = false,
            RequestedHeartbeat = Heartbeat,
        };
        address.Security?.Secure(factory);
        return factory.CreateConnectionAsync(cancellation);
    }

    /// <summary>
    /// Returns when the broker lets us in. MassTransit itself would wait up to half a minute between tries, and would give up
    /// for good when it is refused: an agency's process may well start before its user was added.
    /// </summary>
    public async Task KnockAsync(CancellationToken stop)
    {
        await using var connection = await InsistAsync(stop);
    }

    public async Task<IConnection> InsistAsync(CancellationToken stop)
    {
        var (broker, said) = (address.ToString(), "");
        while (true)
        {
            try
            {
                var connection = await ConnectAsync(stop);
                if (said.Length > 0)
                {
                    Log.Reached(logger, broker);
                }

                return connection;
            }
            catch (Exception e) when (IsBrokerFault(e))
            {
                // Once for each kind of fault, not once a second.
                var fault = e.GetBaseException().Message;
                if (fault != said)
                {
                    said = fault;
                    Log.Unreachable(logger, broker, fault);
                }
            }

            await Task.Delay(PauseBetweenTries, stop);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Broker {Broker} lets us in again")]
        public static partial void Reached(ILogger logger, string broker);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Broker {Broker} does not let us in and is asked again: {Fault}"
        )]
        public static partial void Unreachable(ILogger logger, string broker, string fault);
    }
}
