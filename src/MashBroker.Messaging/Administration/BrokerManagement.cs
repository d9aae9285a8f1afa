using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace MashBroker.Messaging.Administration;

/// <summary>RabbitMQ's management, over HTTP, as an administrator.</summary>
public sealed class BrokerManagement : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The management learns of its own node a few seconds after it started.
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromMilliseconds(500);
    private const int Looks = 30;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private readonly HttpClient _http;

    /// <param name="address">e.g. <c>https://broker:15671/</c>; without credentials.</param>
    /// <param name="authority">PEM file of the root that the management's certificate must come from; otherwise the machine's roots.</param>
    public BrokerManagement(Uri address, string user, string password, string? authority = null)
    {
        User = user;
        Address = address;
        var handler = new SocketsHttpHandler();
        if (authority is not null)
        {
            handler.SslOptions.CertificateChainPolicy = BrokerTls.TrustIn(authority);
        }

        _http = new HttpClient(handler)
        {
            BaseAddress = new Uri(address.ToString().TrimEnd('/') + "/api/"),
            Timeout = Patience,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
        );
    }

    /// <summary>Who we are there.</summary>
    public string User { get; }

    public Uri Address { get; }

    public void Dispose() => _http.Dispose();

    internal async Task<BrokerState> ReadAsync(string virtualHost, CancellationToken cancellation)
    {
        var host = Uri.EscapeDataString(virtualHost);
        using var there = await SendAsync(HttpMethod.Get, $"vhosts/{host}", null, cancellation);
        var overview = await GetAsync<Overview>("overview", cancellation);
        var nodes = await NodesAsync(cancellation);
        var state = new BrokerState
        {
            VirtualHostExists = there.StatusCode is not HttpStatusCode.NotFound,
            Users = await GetAsync<UserThere[]>("users", cancellation),
            Permissions = await GetAsync<PermissionThere[]>("permissions", cancellation),
            TopicPermissions = await GetAsync<TopicPermissionThere[]>("topic-permissions", cancellation),
            Listeners = overview.Listeners,
            Mechanisms =
            [
                .. nodes
                    .SelectMany(node => node.AuthMechanisms ?? [])
                    .Where(mechanism => mechanism.Enabled)
                    .Select(mechanism => mechanism.Name)
                    .Distinct(),
            ],
        };
        return state.VirtualHostExists
            ? state with
            {
                Exchanges = await GetAsync<ExchangeThere[]>($"exchanges/{host}", cancellation),
                Queues = await GetAsync<QueueThere[]>($"queues/{host}", cancellation),
                Bindings = await GetAsync<BindingThere[]>($"bindings/{host}", cancellation),
                Policies = await GetAsync<PolicyThere[]>($"policies/{host}", cancellation),
                OperatorPolicies = await GetAsync<PolicyThere[]>($"operator-policies/{host}", cancellation),
            }
            : state;
    }

    internal Task PutAsync(string path, object body, CancellationToken cancellation) =>
        DoAsync(HttpMethod.Put, path, body, cancellation);

    internal Task PostAsync(string path, object body, CancellationToken cancellation) =>
        DoAsync(HttpMethod.Post, path, body, cancellation);

    internal Task DeleteAsync(string path, CancellationToken cancellation) =>
        DoAsync(HttpMethod.Delete, path, null, cancellation);

    private async Task<Node[]> NodesAsync(CancellationToken cancellation)
    {
        for (var look = 1; ; look++)
        {
            var nodes = await GetAsync<Node[]>("nodes", cancellation);
            if (nodes.Any(node => node.AuthMechanisms is { Length: > 0 }) || look == Looks)
            {
                return nodes;
            }

            await Task.Delay(PauseBetweenLooks, cancellation);
        }
    }

    private async Task DoAsync(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var answer = await SendAsync(method, path, body, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            var reason = await answer.Content.ReadAsStringAsync(cancellation);
            throw new BrokerManagementException($"The broker's management refused {method} {path}: {reason.Trim()}");
        }
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new BrokerManagementException(
                $"The broker's management does not show {path} to '{User}' ({(int)answer.StatusCode}). Use a user with the administrator tag."
            );
        }

        return (await answer.Content.ReadFromJsonAsync<T>(Json, cancellation))!;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        CancellationToken cancellation
    )
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            request.Content = body is null ? null : JsonContent.Create(body, options: Json);
            var answer = await _http.SendAsync(request, cancellation);
            if (answer.StatusCode is HttpStatusCode.Unauthorized)
            {
                answer.Dispose();
                throw new BrokerManagementException(
                    $"The broker's management does not let '{User}' in. Correct the credentials, or give the user the administrator tag."
                );
            }

            return answer;
        }
        catch (Exception e)
            when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new BrokerManagementException(
                $"The broker's management at {Address} does not answer: {e.GetBaseException().Message} Is rabbitmq_management enabled, and the address right?",
                e
            );
        }
    }

    private sealed record Overview(ListenerThere[] Listeners);

    private sealed record Node(Mechanism[]? AuthMechanisms);

    private sealed record Mechanism(string Name, bool Enabled);
}

/// <summary>The management cannot be reached, does not let us in, or refused; the text says what to do.</summary>
public sealed class BrokerManagementException(string message, Exception? cause = null) : Exception(message, cause);
