using MashBroker.Contracts;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using MashBroker.Testing.Processes;
using RabbitMQ.Client;

namespace MashBroker.AcceptanceTests.Processes;

/// <summary>Puts bytes on the lane for returns over an agency's own connection, as whoever holds its password could.</summary>
internal sealed class Postman : IAsyncDisposable
{
    private const string MediaType = "application/pkcs7-mime";

    private readonly BrokerPermissions _permissions;
    private readonly string _agency;
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private Postman(BrokerPermissions permissions, string agency, IConnection connection, IChannel channel) =>
        (_permissions, _agency, _connection, _channel) = (permissions, agency, connection, channel);

    public static async Task<Postman> OfAsync(SeparateHub hub, string agency)
    {
        var connection = await RabbitMqForTests.ConnectAsync(hub.UserOf(agency));
        return new Postman(
            BrokerPermissions.ForAgency(hub.Profile.Code, agency),
            agency,
            connection,
            await connection.CreateChannelAsync(new CreateChannelOptions(true, true))
        );
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, MessageId id) =>
        await _channel.BasicPublishAsync(
            _permissions.TopicExchange,
            $"{_agency}.red",
            mandatory: true,
            new BasicProperties
            {
                MessageId = id.ToString(),
                ContentType = MediaType,
                UserId = _permissions.User,
                DeliveryMode = DeliveryModes.Persistent,
            },
            bytes
        );

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
