using System.Text.Json.Nodes;

namespace MashBroker.Adapters.Health.SampleServer;

/// <summary>The resources of the sample files, one per line, by type.</summary>
internal sealed class ResourceStore
{
    private readonly Dictionary<string, List<JsonObject>> _byType;

    private ResourceStore(Dictionary<string, List<JsonObject>> byType) => _byType = byType;

    public static ResourceStore Load(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*.ndjson")
                .SelectMany(File.ReadLines)
                .Where(line => line.Length > 0)
                .Select(line => JsonNode.Parse(line)!.AsObject())
                .GroupBy(resource => resource["resourceType"]!.GetValue<string>())
                .ToDictionary(resources => resources.Key, resources => resources.ToList())
        );

    public IReadOnlyList<JsonObject> Of(string type) => _byType.GetValueOrDefault(type, []);

    public JsonObject? Find(string reference)
    {
        var parts = reference.Split('/');
        return Of(parts[0]).FirstOrDefault(resource => resource["id"]!.GetValue<string>() == parts[^1]);
    }
}
