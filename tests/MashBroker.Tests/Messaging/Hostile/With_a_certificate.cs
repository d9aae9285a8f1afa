using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using MashBroker.Messaging.Administration;
using MashBroker.Sealing;
using MashBroker.Testing.Adapters;
using MashBroker.Testing.Families;
using MashBroker.Testing.Messaging;
using MashBroker.Testing.Processes;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MashBroker.Tests.Messaging.Hostile;

/// <summary>A broker set up by the configuration that ships for TLS, its users by <c>mash topology apply --certificates</c>.</summary>
[TestFixture]
[Category("RabbitMq")]
public sealed class With_a_certificate : HostileAgencyContract
{
    private const string VirtualHost = "mash";

    private readonly TemporaryFolder _folder = new();
    private RabbitMqForTests _broker = null!;
    private BrokerManagement _management = null!;
    private BrokerAdministration _administration = null!;
    private IConnection _administrator = null!;
    private IConnection _asPolice = null!;
    private IConnection _asHealth = null!;

    /// <summary>The hub itself: nobody else can come in, not even the broker's administrator.</summary>
    protected override IConnection Administrator => _administrator;

    protected override IConnection Police => _asPolice;

    protected override IConnection Health => _asHealth;

    [OneTimeSetUp]
    public async Task StartBroker()
    {
        var now = TimeProvider.System.GetUtcNow();
        SamplePki.Make(_folder.File("pki"), Hub, ["police", "health"], now);
        SamplePki.Make(_folder.File("strangers"), Hub, ["police"], now);
        SamplePki.Make(_folder.File("expired"), Hub, ["police"], now.AddYears(-10));
        _broker = await RabbitMqForTests.StartOwnAsync(NodeDoors.ByCertificate(Keys("pki", "broker")));
        var credentials = _broker.Address.UserInfo.Split(':');
        _management = new BrokerManagement(_broker.Management, credentials[0], credentials[1]);
        var plan = BrokerPlan.For(Hub, ["police", "health"], VirtualHost, _ => BrokerCredential.Certificate);
        _administration = new BrokerAdministration(_management, plan);
        await _administration.ApplyAsync(createVirtualHost: true, CancellationToken.None);
        await MakeTopologyAsync(Options("hub"));
        _administrator = await ConnectAsync("hub");
        _asPolice = await ConnectAsync("police");
        _asHealth = await ConnectAsync("health");
        await GiveHealthARequestAsync();
    }

    [OneTimeTearDown]
    public async Task StopBroker()
    {
        foreach (var connection in new[] { _asPolice, _asHealth, _administrator })
        {
            // Null where the set-up was skipped.
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }

        _management?.Dispose();
        _broker?.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task The_configuration_that_ships_leaves_nothing_to_be_said_against_the_broker()
    {
        var found = await _administration.CheckAsync(
            new BrokerExpectations([_management.User], ExpectTls: true),
            CancellationToken.None
        );

        Assert.That(found, Is.Empty);
    }

    [Test]
    public async Task Hub_and_agency_send_and_receive_and_each_is_who_its_certificate_says()
    {
        await using var hub = MashBus.RabbitMq(Options("hub"));
        await using var police = MashBus.RabbitMq(Options("police"));
        await hub.StartAsync(default);
        await police.StartAsync(default);
        var (requests, returns) = (new CollectingConsumer(), new CollectingConsumer());
        await using var reading = await police.ConsumeAsync(
            Lane.ToAgency(Hub, "police", Rating.Amber),
            requests,
            default
        );
        await using var correlating = await hub.ConsumeAsync(Lane.Returns(Hub, Rating.Green), returns, default);

        await hub.SendAsync(Lane.ToAgency(Hub, "police", Rating.Amber), new byte[] { 7 }, MessageId.New(), default);
        await police.SendAsync(Lane.Returns(Hub, Rating.Green, "police"), new byte[] { 8 }, MessageId.New(), default);

        Assert.That((await requests.NextAsync()).BrokerUser, Is.EqualTo("mash.sefton"));
        Assert.That((await returns.NextAsync()).BrokerUser, Is.EqualTo("mash.sefton.police"));
    }

    [Test]
    public async Task The_agency_in_Python_comes_in_with_its_certificate_too()
    {
        var user = new UriBuilder("amqps", _broker.Address.Host, _broker.Address.Port, VirtualHost)
        {
            UserName = "mash.sefton.police",
        };
        using var python = new PythonAgency(Hub, "police", Keys("pki", "police"), user.Uri);
        await using var bus = MashBus.RabbitMq(Options("hub"));
        await bus.StartAsync(default);
        await using var hub = await HubStandIn.StartAsync(bus, TimeProvider.System, "police", Keys("pki", "hub"));

        python.Start();

        await hub.ExpectAsync<Heartbeat>();
        await hub.SendAsync(hub.Letter(new Withdrawal { Reason = "Another family." }));
        await hub.ExpectAsync<Receipt>();
    }

    [Test]
    public void A_certificate_of_another_root_is_refused() => AssertShut(Factory(Keys("strangers", "police")));

    [Test]
    public void A_certificate_past_its_date_is_refused() => AssertShut(Factory(Keys("expired", "police")));

    [Test]
    public void A_certificate_that_is_not_for_connecting_is_refused()
    {
        var police = Keys("pki", "police");
        AssertShut(Factory(police, "signing"));
        AssertShut(Factory(police, "agreement"));
    }

    [Test]
    public void Nobody_comes_in_without_a_certificate()
    {
        var factory = Factory(Keys("pki", "police"));
        factory.Ssl.Certs = null;

        AssertShut(factory);
    }

    [TestCase("mash.sefton.police", "")]
    [TestCase("mash.sefton.police", "mash.sefton.police")]
    [TestCase("guest", "guest")]
    public void A_password_is_taken_from_nobody_not_even_with_a_certificate(string user, string password)
    {
        var factory = Factory(Keys("pki", "police"));
        (factory.UserName, factory.Password) = (user, password);
        factory.AuthMechanisms = [new PlainMechanismFactory()];

        AssertShut(factory);
    }

    [Test]
    public void The_administrators_own_password_opens_no_lane()
    {
        var credentials = _broker.Address.UserInfo.Split(':');
        var factory = Factory(Keys("pki", "police"));
        (factory.UserName, factory.Password) = (credentials[0], credentials[1]);
        factory.AuthMechanisms = [new PlainMechanismFactory()];

        AssertShut(factory);
    }

    [Test]
    public void Nothing_listens_without_TLS() =>
        Assert.That(
            () => RabbitMqForTests.ConnectAsync(new UriBuilder(_broker.Address) { Scheme = "amqp" }.Uri),
            Throws.InstanceOf<BrokerUnreachableException>()
        );

    [TestCase("")]
    [TestCase("mash.sefton.police")]
    public async Task The_management_lets_no_agency_in(string password)
    {
        using var http = new HttpClient { BaseAddress = _broker.Management };
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/whoami");
        var credentials = System.Text.Encoding.UTF8.GetBytes($"mash.sefton.police:{password}");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(credentials));

        using var answer = await http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_broker_that_is_not_of_our_root_is_told_nothing()
    {
        var options = Options("police");
        options.CaFile = Path.Combine(Keys("strangers", "police"), "root.crt");
        options.ConfirmTimeoutSeconds = 2;

        await AssertUnavailableAsync(options);
    }

    [Test]
    public async Task A_broker_of_another_name_is_told_nothing()
    {
        var options = Options("police");
        options.ServerName = "broker.example";
        options.ConfirmTimeoutSeconds = 2;

        await AssertUnavailableAsync(options);
    }

    private static async Task AssertUnavailableAsync(BrokerOptions options)
    {
        var log = new LogLines();
        await using var bus = MashBus.RabbitMq(options, log);
        await bus.StartAsync(default);

        Assert.That(
            () => bus.SendAsync(Lane.Returns(Hub, Rating.Red, "police"), new byte[] { 1 }, MessageId.New(), default),
            Throws.InstanceOf<LaneUnavailableException>()
        );
        Assert.That(log.Text, Does.Contain("certificate").IgnoreCase);
    }

    private static void AssertShut(ConnectionFactory factory) =>
        Assert.That(() => factory.CreateConnectionAsync(), Throws.InstanceOf<BrokerUnreachableException>());

    private string Keys(string set, string party) => Path.Combine(_folder.File(set), party);

    private BrokerOptions Options(string party)
    {
        var folder = Keys("pki", party);
        return new BrokerOptions
        {
            Address = new UriBuilder("amqps", _broker.Address.Host, _broker.Address.Port, VirtualHost).Uri,
            CaFile = Path.Combine(folder, "root.crt"),
            CertificateFile = Path.Combine(folder, "tls.crt"),
            KeyFile = Path.Combine(folder, "tls.key"),
        };
    }

    private Task<IConnection> ConnectAsync(string party) => Factory(Keys("pki", party)).CreateConnectionAsync();

    /// <summary>The plain client, which checks nothing on its own side that the broker should check.</summary>
    private ConnectionFactory Factory(string folder, string pair = "tls") =>
        new()
        {
            HostName = _broker.Address.Host,
            Port = _broker.Address.Port,
            VirtualHost = VirtualHost,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(10),
            AuthMechanisms = [new ExternalMechanismFactory()],
            Ssl = new SslOption
            {
                Enabled = true,
                ServerName = _broker.Address.Host,
                AcceptablePolicyErrors = SslPolicyErrors.RemoteCertificateChainErrors,
                Certs =
                [
                    X509Certificate2.CreateFromPemFile(
                        Path.Combine(folder, $"{pair}.crt"),
                        Path.Combine(folder, $"{pair}.key")
                    ),
                ],
            },
        };
}
