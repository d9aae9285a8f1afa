using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MashBroker.Contracts;

namespace MashBroker.Adapters.Sources;

/// <summary>
/// Asks a records system that speaks JSON over HTTP. Every fault becomes a <see cref="RecordsUnavailableException"/> that
/// names the system, what was asked and the status, and nothing of what was sent or answered.
/// </summary>
public sealed class RecordsOverHttp : IDisposable
{
    // A system that follows more is either broken or attacking the reader.
    private const int DeepestJson = 64;

    private readonly string _system;
    private readonly HttpRecordsOptions _options;
    private readonly HttpClient _client;

    // Made here and not by IHttpClientFactory, whose logging writes addresses; redirects would carry the token elsewhere;
    // trace headers would tell the agency's proxies which enquiry a search belongs to.
    public RecordsOverHttp(string system, HttpRecordsOptions options)
    {
        _system = system;
        _options = options;
        BaseAddress = new Uri(options.BaseAddress.TrimEnd('/') + "/");
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                MaxConnectionsPerServer = 8,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(options.RequestTimeoutSeconds),
                ActivityHeadersPropagator = null,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = options.LargestAnswerBytes,
        };
    }

    public Uri BaseAddress { get; }

    /// <param name="asked">What is asked, in words without personal data, e.g. <c>the patient search</c>.</param>
    /// <param name="method">POST with a body wherever the system offers it: addresses are written to logs on the way.</param>
    public async Task<HttpAnswer> SendAsync(
        string asked,
        HttpMethod method,
        Uri address,
        HttpContent? body,
        string mediaType,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(mediaType));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellation));
        request.Headers.Add("X-Request-ID", MessageId.New().ToString());

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(_options.RequestTimeoutSeconds));
        try
        {
            using var response = await _client.SendAsync(request, timeout.Token);
            var content = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            return new HttpAnswer(response.StatusCode, Parse(asked, response.StatusCode, content));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Unavailable($"did not answer {asked} within {_options.RequestTimeoutSeconds} s");
        }
        catch (HttpRequestException fault)
        {
            throw Unavailable(
                fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                    ? $"answered {asked} with more than {_options.LargestAnswerBytes} bytes"
                    : $"could not be reached for {asked} ({fault.HttpRequestError})"
            );
        }
    }

    public RecordsUnavailableException Unavailable(string fault) => new($"{_system} {fault}.");

    public void Dispose() => _client.Dispose();

    private JsonElement? Parse(string asked, HttpStatusCode status, byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(
                content,
                new JsonDocumentOptions { MaxDepth = DeepestJson, AllowDuplicateProperties = false }
            );
            return document.RootElement.Clone();
        }
        catch (JsonException) when ((int)status is < 200 or > 299)
        {
            // The status already says what is wrong; gateways explain it in HTML.
            return null;
        }
        catch (JsonException fault)
        {
            // The exception itself is not passed on: its text can quote the answer.
            throw Unavailable(
                $"answered {asked} with status {(int)status} and something other than JSON "
                    + $"(line {fault.LineNumber + 1}, byte {fault.BytePositionInLine})"
            );
        }
    }

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        if (_options.AccessTokenFile is not { Length: > 0 } file)
        {
            return _options.AccessToken ?? "";
        }

        try
        {
            return (await File.ReadAllTextAsync(file, cancellation)).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unavailable("could not be asked: its access token file cannot be read");
        }
    }
}

/// <summary>Status and body of an answer; the body is absent only where a refusal came without JSON.</summary>
public sealed record HttpAnswer(HttpStatusCode Status, JsonElement? Body)
{
    public bool Succeeded => (int)Status is >= 200 and <= 299;
}
