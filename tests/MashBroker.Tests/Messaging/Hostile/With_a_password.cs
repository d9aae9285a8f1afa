using System.Net;
using MashBroker.Messaging;
using MashBroker.Testing.Messaging;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MashBroker.Tests.Messaging.Hostile;

[TestFixture]
[Category("RabbitMq")]
public sealed class With_a_password : HostileAgencyContract
{
    private RabbitMqForTests _broker = null!;
    private Uri _police = null!;
    private IConnection _administrator = null!;
    private IConnection _asPolice = null!;
    private IConnection _asHealth = null!;

    protected override IConnection Administrator => _administrator;

    protected override IConnection Police => _asPolice;

    protected override IConnection Health => _asHealth;

    [OneTimeSetUp]
    public async Task MakeLanes()
    {
        _broker = await RabbitMqForTests.SharedAsync();
        var host = await _broker.CreateVirtualHostAsync();
        await MakeTopologyAsync(
            new BrokerOptions { Address = await _broker.CreateUserAsync(host, BrokerPermissions.ForHub(Hub)) }
        );
        _police = await _broker.CreateUserAsync(host, BrokerPermissions.ForAgency(Hub, "police"));
        var health = await _broker.CreateUserAsync(host, BrokerPermissions.ForAgency(Hub, "health"));
        _administrator = await RabbitMqForTests.ConnectAsync(host);
        _asPolice = await RabbitMqForTests.ConnectAsync(_police);
        _asHealth = await RabbitMqForTests.ConnectAsync(health);
        await GiveHealthARequestAsync();
    }

    [OneTimeTearDown]
    public async Task HangUp()
    {
        foreach (var connection in new[] { _asPolice, _asHealth, _administrator })
        {
            // Null where the set-up was skipped.
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }
    }

    [Test]
    public async Task A_virtual_host_that_is_not_its_hubs_is_closed_to_it()
    {
        var elsewhere = await _broker.CreateVirtualHostAsync();
        var address = new UriBuilder(_police) { Path = elsewhere.AbsolutePath }.Uri;

        // Said at the first thing that is done on the connection.
        Assert.That(
            async () =>
            {
                await using var connection = await RabbitMqForTests.ConnectAsync(address);
                await using var channel = await connection.CreateChannelAsync();
            },
            Throws.InstanceOf<OperationInterruptedException>().With.Message.Contains("access to vhost")
        );
    }

    [Test]
    public async Task The_brokers_management_is_closed_to_it()
    {
        using var http = new HttpClient { BaseAddress = _broker.Management };
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/queues");
        request.Headers.Authorization = new(
            "Basic",
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(_police.UserInfo))
        );

        using var answer = await http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
