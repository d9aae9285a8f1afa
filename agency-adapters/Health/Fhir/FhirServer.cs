using System.Text.Json;
using MashBroker.Adapters.Sources;

namespace MashBroker.Adapters.Health.Fhir;

/// <summary>
/// Searches by POST to <c>_search</c>, so that no name or number stands in an address that a proxy writes down, and follows
/// the pages of the answer.
/// </summary>
internal sealed class FhirServer(RecordsOverHttp http, HealthOptions options)
{
    /// <param name="parameters">Search parameters; values are escaped here, so they are taken literally.</param>
    public async Task<FhirFound> SearchAsync(
        string resourceType,
        IReadOnlyList<(string Name, string Value)> parameters,
        CancellationToken cancellation
    )
    {
        var asked = $"the {resourceType} search";
        var form = parameters
            .Append(("_count", options.PageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Select(parameter => KeyValuePair.Create(parameter.Item1, parameter.Item2));
        using var body = new FormUrlEncodedContent(form);
        var address = new Uri(http.BaseAddress, $"{resourceType}/_search");
        var answer = await http.SendAsync(asked, HttpMethod.Post, address, body, FhirJson.MediaType, cancellation);

        var found = new List<JsonElement>();
        var visited = new HashSet<Uri>();
        var matches = 0;
        while (true)
        {
            if (ReadOutcome(asked, answer))
            {
                return new FhirFound(found, TooMany: true);
            }

            var bundle = Read<Bundle>(asked, answer.Body!.Value, "Bundle");
            foreach (var entry in bundle.Entry.Where(entry => entry.Resource is not null))
            {
                if (entry.Search?.Mode == "outcome" || TypeOf(entry.Resource!.Value) == "OperationOutcome")
                {
                    if (Judge(asked, Read<OperationOutcome>(asked, entry.Resource!.Value, "OperationOutcome")))
                    {
                        return new FhirFound(found, TooMany: true);
                    }

                    continue;
                }

                found.Add(entry.Resource!.Value);
                matches += entry.Search?.Mode == "include" ? 0 : 1;
            }

            var next = bundle.Link.FirstOrDefault(link => link.Relation == "next")?.Url;
            if (next is null)
            {
                // A server that cuts its list short without a next page says so only by the total.
                return new FhirFound(found, TooMany: bundle.Total > matches);
            }

            var nextPage = NextPage(asked, next);
            if (!visited.Add(nextPage))
            {
                throw http.Unavailable($"answered {asked} with pages that lead in a circle");
            }

            if (visited.Count >= options.MostPages)
            {
                return new FhirFound(found, TooMany: true);
            }

            answer = await http.SendAsync(asked, HttpMethod.Get, nextPage, null, FhirJson.MediaType, cancellation);
        }
    }

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        const string Asked = "its capability statement";
        var address = new Uri(http.BaseAddress, "metadata");
        var answer = await http.SendAsync(Asked, HttpMethod.Get, address, null, FhirJson.MediaType, cancellation);
        if (!answer.Succeeded || answer.Body is not { } body || TypeOf(body) != "CapabilityStatement")
        {
            throw http.Unavailable($"answered {Asked} with status {(int)answer.Status} and no capability statement");
        }
    }

    public T Read<T>(string asked, JsonElement resource, string type)
    {
        if (TypeOf(resource) != type)
        {
            throw http.Unavailable($"answered {asked} with something other than a {type}");
        }

        try
        {
            return resource.Deserialize<T>(FhirJson.Options)!;
        }
        catch (JsonException fault)
        {
            // The path has names of elements only; the exception's own text may quote a value.
            throw http.Unavailable($"answered {asked} with a {type} whose element {fault.Path} has the wrong shape");
        }
    }

    public static string? TypeOf(JsonElement resource) =>
        resource.ValueKind == JsonValueKind.Object
        && resource.TryGetProperty("resourceType", out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    // The page may lie only where the search itself was sent: the token and the question go nowhere else.
    private Uri NextPage(string asked, string next)
    {
        if (
            Uri.TryCreate(http.BaseAddress, next, out var address)
            && http.BaseAddress.IsBaseOf(address)
            && address.UserInfo.Length == 0
        )
        {
            return address;
        }

        throw http.Unavailable($"answered {asked} with a next page on another server");
    }

    /// <returns>True when the server says that too many match.</returns>
    private bool ReadOutcome(string asked, HttpAnswer answer)
    {
        if (answer.Body is { } body && TypeOf(body) == "OperationOutcome")
        {
            var outcome = Read<OperationOutcome>(asked, body, "OperationOutcome");
            if (outcome.SaysTooMany)
            {
                return true;
            }

            throw http.Unavailable(
                $"refused {asked} with status {(int)answer.Status} and an OperationOutcome ({Codes(outcome)})"
            );
        }

        return answer.Succeeded ? false : throw http.Unavailable($"refused {asked} with status {(int)answer.Status}");
    }

    private bool Judge(string asked, OperationOutcome outcome)
    {
        if (outcome.SaysError && !outcome.SaysTooMany)
        {
            throw http.Unavailable($"answered {asked} with an OperationOutcome ({Codes(outcome)})");
        }

        return outcome.SaysTooMany;
    }

    // Only codes that look like codes of the standard are repeated: anything longer could be text about a person.
    private static string Codes(OperationOutcome outcome) =>
        string.Join(
            ", ",
            outcome.Issue.Select(issue =>
                issue.Code is { Length: > 0 and <= 30 } code && code.All(c => char.IsAsciiLetterLower(c) || c == '-')
                    ? code
                    : "no known code"
            )
        );
}

/// <param name="TooMany">The server has more than it gave: what was found is not everybody.</param>
internal sealed record FhirFound(IReadOnlyList<JsonElement> Resources, bool TooMany);
