using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Adapters.Health.SampleServer;

/// <summary>Answers one request of the FHIR interface: checks first, then the search, then its pages.</summary>
internal sealed class FhirEndpoint(ResourceStore store, string accessToken, int mostMatches)
{
    private const string MediaType = "application/fhir+json";
    private const string Root = "/fhir/";

    private readonly ConcurrentDictionary<string, Page> _pages = new();

    public async Task AnswerAsync(HttpContext context)
    {
        var (status, body) = await DecideAsync(context.Request);
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaType;
        await context.Response.WriteAsync(body.ToJsonString());
    }

    private async Task<(int Status, JsonNode Body)> DecideAsync(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            return Refused(StatusCodes.Status404NotFound, "not-found", "There is nothing at this address.");
        }

        if (request.Headers.Authorization != $"Bearer {accessToken}")
        {
            return Refused(StatusCodes.Status401Unauthorized, "login", "The access token is missing or unknown.");
        }

        if (!request.Headers.Accept.ToString().Contains(MediaType, StringComparison.Ordinal))
        {
            return Refused(StatusCodes.Status406NotAcceptable, "not-supported", $"Accept must name {MediaType}.");
        }

        if (!MessageId.TryParse(request.Headers["X-Request-ID"], out _))
        {
            return Refused(StatusCodes.Status400BadRequest, "required", "X-Request-ID must be a UUID.");
        }

        if (request.QueryString.HasValue)
        {
            return Refused(
                StatusCodes.Status400BadRequest,
                "security",
                "Nothing may stand in the query: addresses are logged."
            );
        }

        var parts = path[Root.Length..].Split('/');
        return (request.Method, parts) switch
        {
            ("GET", ["metadata"]) => (StatusCodes.Status200OK, Capabilities()),
            ("GET", ["pages", var page]) => _pages.TryRemove(page, out var next)
                ? (StatusCodes.Status200OK, Bundle(request, next))
                : Refused(StatusCodes.Status410Gone, "expired", "This page is gone."),
            ("POST", [var type, "_search"]) => await SearchAsync(request, type),
            _ => Refused(StatusCodes.Status405MethodNotAllowed, "not-supported", "Only POST searches are offered."),
        };
    }

    private async Task<(int, JsonNode)> SearchAsync(HttpRequest request, string type)
    {
        if (!request.HasFormContentType)
        {
            return Refused(StatusCodes.Status415UnsupportedMediaType, "not-supported", "A search is sent as a form.");
        }

        var form = await request.ReadFormAsync();
        var asked = form.SelectMany(field => field.Value.Select(value => (Name: field.Key, Value: value ?? "")))
            .ToList();
        var criteria = asked.Where(field => field.Name is not ("_count" or "_include")).ToList();
        var known = SearchParameter
            .All.Where(parameter => parameter.Type == type)
            .ToDictionary(parameter => parameter.Name);
        if (criteria.FirstOrDefault(field => !known.ContainsKey(field.Name)).Name is { } unknown)
        {
            return Refused(StatusCodes.Status400BadRequest, "not-supported", $"{type} has no parameter {unknown}.");
        }

        if (criteria.Count == 0)
        {
            return Refused(
                StatusCodes.Status400BadRequest,
                "required",
                "A search without criteria would give everybody."
            );
        }

        if (form["_include"] is [var include] && (type, include) is not ("Patient", "Patient:general-practitioner"))
        {
            return Refused(StatusCodes.Status400BadRequest, "not-supported", "This _include is not offered.");
        }

        if (
            !int.TryParse(form["_count"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var pageSize)
            || pageSize is < 1 or > 1000
        )
        {
            return Refused(StatusCodes.Status400BadRequest, "value", "_count must be from 1 to 1000.");
        }

        try
        {
            var found = store.Of(type).Where(r => criteria.All(c => known[c.Name].Matches(r, c.Value))).ToList();
            if (type == "Patient" && found.Count > mostMatches)
            {
                return (StatusCodes.Status200OK, Outcome("information", "multiple-matches", "Too many matches."));
            }

            var page = new Page(found, 0, pageSize, form.ContainsKey("_include"));
            return (StatusCodes.Status200OK, Bundle(request, page));
        }
        catch (FormatException fault)
        {
            return Refused(StatusCodes.Status400BadRequest, "value", fault.Message);
        }
    }

    private JsonObject Bundle(HttpRequest request, Page page)
    {
        var matches = page.Found.Skip(page.From).Take(page.Size).ToList();
        var entries = matches.Select(resource => Entry(resource, "match")).ToList();
        if (page.WithPractices)
        {
            entries.AddRange(
                matches
                    .SelectMany(patient => patient["generalPractitioner"] as JsonArray ?? [])
                    .Select(practice => practice!["reference"]?.GetValue<string>())
                    .OfType<string>()
                    .Distinct()
                    .Select(store.Find)
                    .OfType<JsonObject>()
                    .Select(practice => Entry(practice, "include"))
            );
        }

        var links = new JsonArray();
        if (page.From + page.Size < page.Found.Count)
        {
            // The address of a page says nothing of what was searched.
            var id = MessageId.New().ToString();
            _pages[id] = page with { From = page.From + page.Size };
            links.Add(
                new JsonObject { ["relation"] = "next", ["url"] = $"{request.Scheme}://{request.Host}{Root}pages/{id}" }
            );
        }

        return new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "searchset",
            ["total"] = page.Found.Count,
            ["link"] = links,
            ["entry"] = new JsonArray([.. entries]),
        };
    }

    private static JsonObject Entry(JsonObject resource, string mode) =>
        new()
        {
            ["resource"] = resource.DeepClone(),
            ["search"] = new JsonObject { ["mode"] = mode },
        };

    private static JsonObject Capabilities() =>
        new()
        {
            ["resourceType"] = "CapabilityStatement",
            ["status"] = "active",
            ["kind"] = "instance",
            ["fhirVersion"] = "4.0.1",
            ["format"] = new JsonArray(MediaType),
        };

    private static (int, JsonNode) Refused(int status, string code, string diagnostics) =>
        (status, Outcome("error", code, diagnostics));

    private static JsonObject Outcome(string severity, string code, string diagnostics) =>
        new()
        {
            ["resourceType"] = "OperationOutcome",
            ["issue"] = new JsonArray(
                new JsonObject
                {
                    ["severity"] = severity,
                    ["code"] = code,
                    ["diagnostics"] = diagnostics,
                }
            ),
        };

    private sealed record Page(IReadOnlyList<JsonObject> Found, int From, int Size, bool WithPractices);
}
