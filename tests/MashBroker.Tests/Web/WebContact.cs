using System.Text.Json;

namespace MashBroker.Tests.Web;

/// <summary>A contact as somebody sends it to the API; meets a criterion of the sample hub.</summary>
internal static class WebContact
{
    public const string Markup = "<img src=x onerror=alert(1)>";

    public static string Json(string summary = "The child hides when the shouting starts.", string family = "Quillmarsh") =>
        JsonSerializer.Serialize(
            new
            {
                receivedAt = "2026-11-17T09:55:00Z",
                referrer = new
                {
                    kind = "professional",
                    name = "Duty teacher",
                    organisation = "Sample Primary School",
                },
                concern = new
                {
                    summary,
                    kinds = new[] { "domestic-violence" },
                    significantHarm = true,
                    levelOfNeed = 4,
                },
                people = new object[]
                {
                    new
                    {
                        role = "child",
                        names = new[] { new { given = "Wendelmar", family } },
                        dateOfBirth = "2016-02-29",
                    },
                },
            }
        );

    /// <summary>Five faults in five places, each value one that must not be said back.</summary>
    public const string Faulty = """
        {
          "referrer": { "kind": "Mirrorlark", "name": "" },
          "concern": { "summary": "Mirrorlark", "kinds": ["Mirrorlark"] },
          "people": [{ "role": "child", "names": [{ "given": "Mirrorlark\u0007", "family": "Q" }], "dateOfBirth": "Mirrorlark" }]
        }
        """;
}
