using System.Text;
using System.Text.Json;
using NUnit.Framework;

namespace MashBroker.Tests.Messaging.Administration;

/// <summary>The broker's administrator at its management, doing what a check must find.</summary>
internal sealed class ManagementByHand : IDisposable
{
    private readonly HttpClient _http;

    public ManagementByHand(Uri management, string credentials)
    {
        _http = new HttpClient { BaseAddress = new Uri(management, "api/") };
        _http.DefaultRequestHeaders.Authorization = new(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))
        );
    }

    public void Dispose() => _http.Dispose();

    public static Dictionary<string, object> Policy(
        string pattern,
        string applyTo,
        int priority,
        Dictionary<string, object> definition
    ) =>
        new()
        {
            ["pattern"] = pattern,
            ["apply-to"] = applyTo,
            ["priority"] = priority,
            ["definition"] = definition,
        };

    /// <param name="path">Of a permission.</param>
    public Task GrantAllAsync(string path) =>
        PutAsync(
            path,
            new
            {
                configure = ".*",
                write = ".*",
                read = ".*",
            }
        );

    public Task PutAsync(string path, object body) => DoAsync(HttpMethod.Put, path, body);

    public Task PostAsync(string path, object body) => DoAsync(HttpMethod.Post, path, body);

    public Task DeleteAsync(string path) => DoAsync(HttpMethod.Delete, path, null);

    private async Task DoAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null
            ? null
            : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        Assert.That(
            answer.IsSuccessStatusCode,
            Is.True,
            $"{method} {path}: {await answer.Content.ReadAsStringAsync()}"
        );
    }
}
