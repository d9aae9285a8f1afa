using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MashBroker.Cli.Commands;
using MashBroker.Contracts.Json;
using MashBroker.Web;

namespace MashBroker.Cli.Api;

/// <summary>A running hub's API, as the commands use it. Never opens the ledger: rights and records are the hub's.</summary>
internal sealed class HubClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="purpose">What is looked at for; stands in the hub's record beside the user of this machine.</param>
    public HubClient(Uri address, string? purpose = null)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        State("X-Mash-User", Environment.UserName);
        State("X-Mash-Purpose", purpose);
    }

    public async Task<T> GetAsync<T>(string path, CancellationToken cancellation) =>
        Read<T>(await GetBytesAsync(path, cancellation));

    public async Task<byte[]> GetBytesAsync(string path, CancellationToken cancellation) =>
        await SendAsync(path, () => _http.GetAsync(path, cancellation), cancellation);

    public async Task<T> PostAsync<T>(string path, byte[] json, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Read<T>(await SendAsync(path, () => _http.PostAsync(path, content, cancellation), cancellation));
    }

    public Task<T> PostAsync<T>(string path, object body, CancellationToken cancellation) =>
        PostAsync<T>(path, JsonSerializer.SerializeToUtf8Bytes(body, MashJson.Options), cancellation);

    public void Dispose() => _http.Dispose();

    // A header carries ASCII; what is not is written as it would be in an address.
    private void State(string header, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            var plain = text.All(character => character is >= ' ' and <= '~') ? text : Uri.EscapeDataString(text);
            _http.DefaultRequestHeaders.TryAddWithoutValidation(header, plain);
        }
    }

    private static void ReadZone(HttpResponseMessage answer)
    {
        if (
            answer.Headers.TryGetValues(Headers.Zone, out var named)
            && TimeZoneInfo.TryFindSystemTimeZoneById(named.First(), out var zone)
        )
        {
            Output.HubZone = zone;
        }
    }

    private static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, MashJson.Options)!;

    private async Task<byte[]> SendAsync(
        string path,
        Func<Task<HttpResponseMessage>> send,
        CancellationToken cancellation
    )
    {
        try
        {
            using var answer = await send();
            ReadZone(answer);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
            return answer.IsSuccessStatusCode ? body : throw Fault(path, answer.StatusCode, body);
        }
        catch (HttpRequestException fault)
        {
            throw new CommandException(
                ExitCode.Unavailable,
                $"No hub answers at {_http.BaseAddress}. Start one with 'mash run', or name its address with --at.",
                fault
            );
        }
        catch (TaskCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new CommandException(
                ExitCode.Unavailable,
                $"The hub at {_http.BaseAddress} took longer than {_http.Timeout.TotalSeconds:0} seconds. Try again.",
                fault
            );
        }
    }

    // Of a contact or an enquiry, in every path that is about one.
    private static string ReferenceIn(string path) =>
        path.Split('/', '?') is ["api", "cases" or "contacts" or "enquiries", { Length: > 0 } reference, ..]
            ? Uri.UnescapeDataString(reference)
            : "REFERENCE";

    private static CommandException Fault(string path, HttpStatusCode status, byte[] body)
    {
        var exitCode = status switch
        {
            HttpStatusCode.NotFound => ExitCode.NotFound,
            HttpStatusCode.ServiceUnavailable => ExitCode.Unavailable,
            _ => ExitCode.NotAccepted,
        };
        try
        {
            var faults = Read<Faults>(body);
            var lines = faults.All.Select(fault => $"  {fault.Path}: {fault.Fault}. {fault.Remedy}");
            string[] next = faults.Digest is { } digest
                ?
                [
                    "  next: put it otherwise and send it again;",
                    $"    or: mash contact override-leak {ReferenceIn(path)} --digest {digest} --by \"NAME\" --role \"...\" --reason \"...\", and send it again.",
                ]
                : [];
            return new CommandException(exitCode, string.Join(Environment.NewLine, [faults.Title, .. lines, .. next]));
        }
        catch (JsonException fault)
        {
            return new CommandException(
                exitCode,
                (int)status >= 500
                    ? $"The hub failed ({(int)status}). Its log says why."
                    : $"The hub answered {(int)status} and no reason. Is this a hub's address?",
                fault
            );
        }
    }
}
