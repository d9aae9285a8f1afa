using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MashBroker.Adapters.Sources;
using MashBroker.Contracts.Json;

namespace MashBroker.Adapters.Probation.Cases;

/// <summary>The search and the case detail of the probation system. Everything is asked in a body: addresses are logged on the way.</summary>
internal sealed class CaseServer(RecordsOverHttp http, ProbationOptions options)
{
    private const string MediaType = "application/json";

    public async Task<PeopleFound> SearchAsync(PersonSearch search, CancellationToken cancellation)
    {
        const string Asked = "the person search";
        var people = new List<Person>();
        for (var number = 0; ; number++)
        {
            var answer = await PostAsync(
                Asked,
                options.SearchPath,
                search with
                {
                    Page = number,
                    Size = options.PageSize,
                },
                cancellation
            );
            var page = Read<PersonPage>(Asked, answer);
            people.AddRange(page.Content);
            if (page.Number != number)
            {
                throw http.Unavailable($"answered {Asked} with another page than the one asked for");
            }

            if (number + 1 >= page.TotalPages)
            {
                // Who was lost between the pages would be reported as unknown.
                return people.Count >= page.TotalElements
                    ? new PeopleFound(people, TooMany: false)
                    : throw http.Unavailable(
                        $"announced {page.TotalElements} people to {Asked} and gave {people.Count}"
                    );
            }

            if (number + 1 >= options.MostPages)
            {
                return new PeopleFound(people, TooMany: true);
            }
        }
    }

    public async Task<CaseDetail> ReadAsync(string crn, CancellationToken cancellation)
    {
        const string Asked = "the case detail";
        var answer = await PostAsync(Asked, options.CaseDetailPath, new { crn }, cancellation);
        var detail = Read<CaseDetail>(Asked, answer);
        return detail.Crn == crn
            ? detail
            : throw http.Unavailable($"answered {Asked} with another case than the one asked for");
    }

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        const string Asked = "its state of health";
        var address = new Uri(http.BaseAddress, options.HealthPath);
        var answer = await http.SendAsync(Asked, HttpMethod.Get, address, null, MediaType, cancellation);
        if (
            !answer.Succeeded
            || answer.Body is not { ValueKind: JsonValueKind.Object } body
            || !body.TryGetProperty("status", out var status)
            || status.ValueKind != JsonValueKind.String
            || status.GetString() != "UP"
        )
        {
            throw http.Unavailable($"says that it is not well (status {(int)answer.Status})");
        }
    }

    private async Task<HttpAnswer> PostAsync<T>(string asked, string path, T question, CancellationToken cancellation)
    {
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(question, MashJson.Options));
        body.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        var address = new Uri(http.BaseAddress, path);
        var answer = await http.SendAsync(asked, HttpMethod.Post, address, body, MediaType, cancellation);
        return answer.Succeeded
            ? answer
            : throw http.Unavailable(
                $"refused {asked} with status {(int)answer.Status}"
                    + (
                        answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                            ? ": the adapter's account has lost its access"
                            : ""
                    )
            );
    }

    private T Read<T>(string asked, HttpAnswer answer)
        where T : class
    {
        try
        {
            return answer.Body!.Value.Deserialize<T>(MashJson.Options)
                ?? throw http.Unavailable($"answered {asked} with nothing");
        }
        catch (JsonException fault)
        {
            // The path has names of fields only; the exception's own text may quote a value.
            throw http.Unavailable($"answered {asked} with JSON whose field {fault.Path} has the wrong shape");
        }
    }
}

/// <param name="TooMany">There are more people like this than are read: those found are not everybody.</param>
internal sealed record PeopleFound(IReadOnlyList<Person> People, bool TooMany);
