using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Adapters.Probation.SampleServer;

/// <summary>Answers one request of the interface: checks first, then the search or the detail of a case.</summary>
internal sealed class CaseEndpoint(CaseStore store, string accessToken)
{
    private const string MediaType = "application/json";
    private const int LargestPage = 100;
    private static readonly string[] PageFields = ["includeAliases", "page", "size"];

    public async Task AnswerAsync(HttpContext context)
    {
        var (status, body) = await DecideAsync(context.Request);
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaType;
        await context.Response.WriteAsync(body.ToJsonString());
    }

    private async Task<(int Status, JsonNode Body)> DecideAsync(HttpRequest request)
    {
        if (request.Headers.Authorization != $"Bearer {accessToken}")
        {
            return Refused(StatusCodes.Status401Unauthorized, "The access token is missing or unknown.");
        }

        if (!request.Headers.Accept.ToString().Contains(MediaType, StringComparison.Ordinal))
        {
            return Refused(StatusCodes.Status406NotAcceptable, $"Accept must name {MediaType}.");
        }

        if (!MessageId.TryParse(request.Headers["X-Request-ID"], out _))
        {
            return Refused(StatusCodes.Status400BadRequest, "X-Request-ID must be a UUID.");
        }

        if (request.QueryString.HasValue)
        {
            return Refused(StatusCodes.Status400BadRequest, "Nothing may stand in the query: addresses are logged.");
        }

        return (request.Method, request.Path.Value) switch
        {
            ("GET", "/api/health") => (StatusCodes.Status200OK, new JsonObject { ["status"] = "UP" }),
            ("POST", "/api/search/people") => await WithBodyAsync(request, Search),
            ("POST", "/api/case-detail") => await WithBodyAsync(request, Detail),
            (_, "/api/health" or "/api/search/people" or "/api/case-detail") => Refused(
                StatusCodes.Status405MethodNotAllowed,
                "This address is asked otherwise."
            ),
            _ => Refused(StatusCodes.Status404NotFound, "There is nothing at this address."),
        };
    }

    private static async Task<(int, JsonNode)> WithBodyAsync(
        HttpRequest request,
        Func<JsonObject, (int, JsonNode)> answer
    )
    {
        if (!request.HasJsonContentType())
        {
            return Refused(StatusCodes.Status415UnsupportedMediaType, "The question is sent as JSON.");
        }

        try
        {
            var body = await JsonNode.ParseAsync(
                request.Body,
                documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }
            );
            return body is JsonObject question
                ? answer(question)
                : Refused(StatusCodes.Status400BadRequest, "The question must be an object.");
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return Refused(StatusCodes.Status400BadRequest, "The question cannot be read.");
        }
    }

    private (int, JsonNode) Search(JsonObject question)
    {
        var criteria = question.Where(field => !PageFields.Contains(field.Key)).ToList();
        if (criteria.FirstOrDefault(field => !CaseSearch.Fields.ContainsKey(field.Key)).Key is { } unknown)
        {
            return Refused(StatusCodes.Status400BadRequest, $"A search has no field {unknown}.");
        }

        if (criteria.Count == 0)
        {
            return Refused(StatusCodes.Status400BadRequest, "A search without criteria would give everybody.");
        }

        var page = question["page"]!.GetValue<int>();
        var size = question["size"]!.GetValue<int>();
        if (page < 0 || size is < 1 or > LargestPage)
        {
            return Refused(StatusCodes.Status400BadRequest, $"size must be from 1 to {LargestPage}.");
        }

        var aliases = question["includeAliases"]?.GetValue<bool>() == true;
        var found = store
            .Cases.Where(one => criteria.All(c => CaseSearch.Fields[c.Key](one, c.Value!.GetValue<string>(), aliases)))
            .Select(one => one.Person)
            .ToList();
        var content = found.Skip(page * size).Take(size).Select(person => person.DeepClone()).ToArray();
        return (
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["content"] = new JsonArray(content),
                ["totalElements"] = found.Count,
                ["totalPages"] = (found.Count + size - 1) / size,
                ["number"] = page,
                ["size"] = size,
            }
        );
    }

    private (int, JsonNode) Detail(JsonObject question)
    {
        if (question.Count != 1 || question["crn"] is null)
        {
            return Refused(StatusCodes.Status400BadRequest, "A case is asked for by its crn alone.");
        }

        var crn = question["crn"]!.GetValue<string>();
        var one = store.Cases.FirstOrDefault(one => one.Crn == crn);
        return one switch
        {
            null => Refused(StatusCodes.Status404NotFound, "There is no such case."),
            { Restricted: true } => Refused(StatusCodes.Status403Forbidden, "This is a restricted record."),
            _ => (StatusCodes.Status200OK, one.Detail.DeepClone()),
        };
    }

    private static (int, JsonNode) Refused(int status, string message) =>
        (status, new JsonObject { ["status"] = status, ["developerMessage"] = message });
}
