using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Rules;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Hubs;

/// <summary>The schema of profiles is for editors; the reader is the authority. They know the same members, and every profile fits both.</summary>
internal sealed class HubProfileSchemaTests
{
    private const string Stranger = "nobody-knows-this";

    private static readonly JsonDocumentOptions AsWritten = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly string HubsFolder = Path.Combine(Repository.Root, "ops", "hubs");

    private static readonly JsonObject Schema = Expand(
        JsonNode.Parse(File.ReadAllText(Path.Combine(HubsFolder, "schema", "hub-profile.schema.json")))!
    );

    private static readonly string[] Profiles =
    [
        .. Directory.GetFiles(HubsFolder, "*.json").Order(StringComparer.Ordinal),
        SixthHubTests.File,
    ];

    [TestCaseSource(nameof(Profiles))]
    public void A_profile_fits_the_schema(string file) =>
        Assert.That(SchemaCheck.Faults(Parse(file), Schema), Is.Empty);

    [TestCase("code", "\"Not A Code\"")]
    [TestCase("colour", "\"blue\"")]
    [TestCase("criteria", "[]")]
    [TestCase("returns", """{ "red": { "hours": 2, "runs": "hub-hours" } }""")]
    [TestCase("returns", """{ "green": { "hours": 2.5 } }""")]
    [TestCase("strategyDiscussion", """{ "name": "Meeting" }""")]
    [TestCase("feedback", """[{ "referrerKinds": ["neighbour"], "what": "outcome" }]""")]
    public void What_the_schema_refuses_the_reader_refuses(string member, string json)
    {
        var profile = Parse(SixthHubTests.File);
        profile[member] = JsonNode.Parse(json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SchemaCheck.Faults(profile, Schema), Is.Not.Empty);
            Assert.That(HubProfile.Read(profile.ToJsonString()).Profile, Is.Null);
        }
    }

    [Test]
    public void Reader_and_schema_know_the_same_members()
    {
        var profile = Parse(SixthHubTests.File);
        var objects = Objects(profile, Schema, "").ToList();
        foreach (var (at, _, _) in objects)
        {
            at[Stranger] = 1;
        }

        var faults = HubProfile
            .Read(profile.ToJsonString())
            .Faults.ToDictionary(fault => fault.Path, fault => fault.Remedy);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(objects, Has.Count.AtLeast(70));
            foreach (var (_, schema, path) in objects)
            {
                var known = Known(faults[path.Length == 0 ? Stranger : $"{path}.{Stranger}"]);
                var named = schema["properties"]!.AsObject().Select(member => member.Key);
                // A criterion has the members of its kind, a limit those of its way to count; each schema lists all.
                Assert.That(
                    known,
                    path.StartsWith("criteria[", StringComparison.Ordinal)
                    || path.EndsWith("limit", StringComparison.Ordinal)
                        ? Is.SubsetOf(named)
                        : Is.EquivalentTo(named),
                    path
                );
            }
        }
    }

    private static IEnumerable<(JsonObject At, JsonNode Schema, string Path)> Objects(
        JsonNode? node,
        JsonNode schema,
        string path
    )
    {
        if (node is JsonObject at)
        {
            yield return (at, schema, path);
        }

        var inner = node switch
        {
            JsonObject fields => fields.SelectMany(field =>
                Objects(
                    field.Value,
                    schema["properties"]![field.Key]!,
                    path.Length == 0 ? field.Key : $"{path}.{field.Key}"
                )
            ),
            JsonArray items => items.SelectMany((item, index) => Objects(item, schema["items"]!, $"{path}[{index}]")),
            _ => [],
        };
        foreach (var one in inner.ToList())
        {
            yield return one;
        }
    }

    // "Correct its name (known here: a, b) or take it out."
    private static string[] Known(string remedy)
    {
        var from = remedy.IndexOf("known here: ", StringComparison.Ordinal) + "known here: ".Length;
        return remedy[from..remedy.IndexOf(')', from)].Split(", ");
    }

    private static JsonObject Parse(string file) =>
        JsonNode.Parse(File.ReadAllText(file), documentOptions: AsWritten)!.AsObject();

    /// <summary>With every reference replaced by what it stands for.</summary>
    private static JsonObject Expand(JsonNode schema)
    {
        var parts = schema["$defs"]!.AsObject();
        var whole = Inside(schema)!.AsObject();
        whole.Remove("$defs");
        return whole;

        JsonNode? Inside(JsonNode? node) =>
            node switch
            {
                JsonObject fields when fields["$ref"] is { } reference => Inside(
                    parts[reference.GetValue<string>()["#/$defs/".Length..]]
                ),
                JsonObject fields => new JsonObject(
                    fields.Select(field => KeyValuePair.Create(field.Key, Inside(field.Value)))
                ),
                JsonArray items => new JsonArray([.. items.Select(Inside)]),
                _ => node?.DeepClone(),
            };
    }
}
