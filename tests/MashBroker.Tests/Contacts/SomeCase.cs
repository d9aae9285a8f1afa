using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Tests.Web;

namespace MashBroker.Tests.Contacts;

/// <summary>Contacts as a test needs them, and what a worker puts on record about them, over the API.</summary>
internal static class SomeCase
{
    /// <summary>Meets no criterion of the sample hub.</summary>
    public static JsonObject Support(params string[] concerns)
    {
        var contact = JsonNode.Parse(WebContact.Json("The family would like help with the mornings."))!.AsObject();
        contact["concern"] = new JsonObject
        {
            ["summary"] = "The family would like help with the mornings.",
            ["kinds"] = new JsonArray([
                .. concerns.DefaultIfEmpty("support-requested").Select(kind => JsonValue.Create(kind)),
            ]),
        };
        return contact;
    }

    /// <summary>Everything that the sample hub asks for before it decides without an enquiry.</summary>
    public static IReadOnlyList<(string Kind, object Statement)> Steps { get; } =
    [
        (
            "view",
            new
            {
                of = "parent",
                giver = "mother",
                text = "Would like help.",
                givenAt = "2026-11-17T09:58:00Z",
            }
        ),
        ("not-contacted", new { of = "referrer", why = "No answer at three calls." }),
        (
            "chronology",
            new
            {
                on = "2025-03-01",
                source = "early-help",
                text = "Support for six months.",
            }
        ),
        ("risk-factor", new { heading = "past-harm", text = "None known." }),
        ("protective-factor", new { heading = "existing-safety", text = "The grandmother lives next door." }),
        ("signs-of-safety", new { scale = 7, safetyGoals = new[] { "Mornings without shouting." } }),
    ];

    public static async Task PutOnRecordAsync(WebBench web, string contact, string kind, object statement)
    {
        var entry = JsonSerializer.SerializeToNode(statement)!;
        (entry["by"], entry["role"]) = ("Ann Example", "duty social worker");
        using var answer = await web.PostAsync($"/api/cases/{contact}/{kind}", entry.ToJsonString());
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }
}
