using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MashBroker.Messaging;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MashBroker.Testing.Messaging;

/// <summary>
/// A RabbitMQ for tests, found in this order: the one <c>MASH_TEST_RABBITMQ</c> names (its management at
/// <c>MASH_TEST_RABBITMQ_MANAGEMENT</c>, else port 15672); Testcontainers, where built in; a rabbitmq-server of this machine,
/// started and stopped by the tests. Without any the test is ignored with the reason, or fails where
/// <c>MASH_TEST_NO_SKIP=1</c>.
/// </summary>
public sealed class RabbitMqForTests : IDisposable
{
    private static readonly Lazy<Task<RabbitMqForTests>> OfThisRun = new(FindAsync);
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);

    private readonly LocalRabbitMqNode? _node;
    private readonly HttpClient _management;
    private NodeDoors _doors = NodeDoors.Plain;

    private RabbitMqForTests(Uri address, Uri management, LocalRabbitMqNode? node)
    {
        Address = address;
        _node = node;
        _management = new HttpClient { BaseAddress = management };
        var credentials = Uri.UnescapeDataString(address.UserInfo);
        _management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))
        );
    }

    /// <summary>As its administrator, with password, on the default virtual host.</summary>
    public Uri Address { get; }

    /// <summary>Where its management answers.</summary>
    public Uri Management => _management.BaseAddress!;

    /// <summary>Where the node keeps data, logs and console, to search for what must not be there; null unless started here.</summary>
    public string? Folder => _node?.Folder;

    /// <summary>The one of this test run. Leave it running: others use it.</summary>
    public static async Task<RabbitMqForTests> SharedAsync()
    {
        try
        {
            return await OfThisRun.Value;
        }
        catch (NoRabbitMqException e)
        {
            throw Skipped(e.Message);
        }
    }

    /// <summary>One that the test may stop, kill and start again; dispose it.</summary>
    public static async Task<RabbitMqForTests> StartOwnAsync(NodeDoors? doors = null)
    {
        if (LocalRabbitMqNode.FindServer() is not { } server)
        {
            throw Skipped("needs a RabbitMQ that it may kill, and this machine has no rabbitmq-server: run ops/test.");
        }

        return await StartAsync(server, doors ?? NodeDoors.Plain);
    }

    /// <summary>A new virtual host: address as administrator. Tests do not see each other's lanes.</summary>
    public async Task<Uri> CreateVirtualHostAsync()
    {
        var name = "test-" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        await PutAsync($"api/vhosts/{name}", new { });
        return new UriBuilder(Address) { Path = name }.Uri;
    }

    /// <summary>A user with these permissions on the virtual host: its address, with password.</summary>
    public async Task<Uri> CreateUserAsync(Uri virtualHost, BrokerPermissions permissions)
    {
        var vhost = virtualHost.AbsolutePath.TrimStart('/');
        // Users belong to the broker, not to the virtual host; each user of a test gets the same password on all of them.
        const string Password = "only-in-tests";
        await PutAsync($"api/users/{permissions.User}", new { password = Password, tags = "" });
        await PutAsync(
            $"api/permissions/{vhost}/{permissions.User}",
            new
            {
                configure = permissions.Configure,
                write = permissions.Write,
                read = permissions.Read,
            }
        );
        await PutAsync(
            $"api/topic-permissions/{vhost}/{permissions.User}",
            new
            {
                exchange = permissions.TopicExchange,
                write = permissions.TopicWrite,
                read = permissions.TopicRead,
            }
        );
        return new UriBuilder(virtualHost) { UserName = permissions.User, Password = Password }.Uri;
    }

    /// <summary>What its management says, as JSON.</summary>
    public Task<string> ReadManagementAsync(string path) => _management.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>The names of what its management lists, e.g. <c>api/queues/test-1</c>.</summary>
    public async Task<IReadOnlyList<string>> ReadManagementNamesAsync(string path)
    {
        using var list = JsonDocument.Parse(await ReadManagementAsync(path));
        return [.. list.RootElement.EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];
    }

    /// <summary>For looking at queues with the plain client.</summary>
    public static Task<IConnection> ConnectAsync(Uri address) =>
        new ConnectionFactory { Uri = address, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();

    /// <summary>As its operator at a prompt, on a node that the test started: rabbitmqctl with these words.</summary>
    public Task<string> ControlAsync(params string[] words) => Own.ControlAsync(words);

    /// <summary>Stops it as an operator would.</summary>
    public Task StopAsync() => Own.StopAsync();

    /// <summary>kill -9.</summary>
    public Task KillAsync() => Own.KillAsync();

    /// <summary>Starts it again after a stop or a kill, on the same ports with the same data.</summary>
    public async Task StartAgainAsync()
    {
        await Own.StartAsync();
        await AnswersAsync();
    }

    public void Dispose()
    {
        _management.Dispose();
        _node?.Dispose();
    }

    private LocalRabbitMqNode Own =>
        _node
        ?? throw new InvalidOperationException(
            "Only a node that the test started is stopped or killed: StartOwnAsync."
        );

    private static async Task<RabbitMqForTests> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("MASH_TEST_RABBITMQ") is { Length: > 0 } named)
        {
            var address = new Uri(named);
            var management = Environment.GetEnvironmentVariable("MASH_TEST_RABBITMQ_MANAGEMENT");
            var broker = new RabbitMqForTests(
                address,
                new Uri(string.IsNullOrEmpty(management) ? $"http://{address.Host}:15672/" : management),
                null
            );
            await broker.AnswersAsync();
            return broker;
        }

#if TESTCONTAINERS
        var (inContainer, itsManagement) = await RabbitMqInContainer.StartAsync();
        var container = new RabbitMqForTests(inContainer, itsManagement, null);
        await container.AnswersAsync();
        return container;
#else
        var server =
            LocalRabbitMqNode.FindServer()
            ?? throw new NoRabbitMqException(
                "needs a RabbitMQ: run ops/test, or name one in MASH_TEST_RABBITMQ (amqp://user:password@host:port/)."
            );
        var own = await StartAsync(server, NodeDoors.Plain);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => own.Dispose();
        return own;
#endif
    }

    private static async Task<RabbitMqForTests> StartAsync(string server, NodeDoors doors)
    {
        var node = LocalRabbitMqNode.Prepare(server, doors);
        var broker = new RabbitMqForTests(node.Address, node.Management, node) { _doors = doors };
        try
        {
            await broker.StartAgainAsync();
            return broker;
        }
        catch
        {
            broker.Dispose();
            throw;
        }
    }

    private async Task AnswersAsync()
    {
        using var patience = new CancellationTokenSource(StartTimeout);
        Exception? last = null;
        while (!patience.IsCancellationRequested)
        {
            try
            {
                if (_doors.TakesPasswords)
                {
                    await using var connection = await ConnectAsync(Address);
                }

                using var overview = await _management.GetAsync(
                    new Uri("api/overview", UriKind.Relative),
                    patience.Token
                );
                overview.EnsureSuccessStatusCode();
                if (
                    (await overview.Content.ReadAsStringAsync(patience.Token)).Contains(
                        _doors.Protocol,
                        StringComparison.Ordinal
                    )
                )
                {
                    return;
                }
            }
            catch (Exception e)
                when (e is BrokerUnreachableException or HttpRequestException or OperationCanceledException)
            {
                last = e;
            }

            // The node tells nobody that it listens.
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new InvalidOperationException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"RabbitMQ at {Address.Host}:{Address.Port} and its management at {_management.BaseAddress} did not answer within {StartTimeout.TotalSeconds} s. {_node?.Console()}"
            ),
            last
        );
    }

    private async Task PutAsync(string path, object body)
    {
        using var response = await _management.PutAsJsonAsync(new Uri(path, UriKind.Relative), body);
        if (response.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.NoContent))
        {
            throw new InvalidOperationException(
                $"RabbitMQ's management refused {path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}"
            );
        }
    }

    private static ResultStateException Skipped(string reason) =>
        Environment.GetEnvironmentVariable("MASH_TEST_NO_SKIP") == "1"
            ? new AssertionException($"Must not be skipped here, but {reason}")
            : new IgnoreException(reason);

    private sealed class NoRabbitMqException(string message) : Exception(message);
}
