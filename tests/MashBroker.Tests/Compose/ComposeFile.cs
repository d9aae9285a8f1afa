using MashBroker.Testing.Families;
using YamlDotNet.RepresentationModel;

namespace MashBroker.Tests.Compose;

/// <summary><c>docker-compose.yml</c> as Docker reads it: aliases followed, merge keys merged.</summary>
internal sealed class ComposeFile
{
    private readonly YamlMappingNode _top;

    private ComposeFile(YamlMappingNode top) => _top = top;

    public IReadOnlyList<ComposeService> Services =>
        [.. Map(_top, "services").Select(pair => new ComposeService(pair.Key, (YamlMappingNode)pair.Value))];

    public IReadOnlyList<string> Volumes => [.. Map(_top, "volumes").Keys];

    public static ComposeFile Load()
    {
        using var text = File.OpenText(Path.Combine(Repository.Root, "docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return new ComposeFile((YamlMappingNode)yaml.Documents.Single().RootNode);
    }

    internal static Dictionary<string, YamlNode> Map(YamlMappingNode node)
    {
        var merged = new Dictionary<string, YamlNode>();
        if (node.Children.TryGetValue("<<", out var under))
        {
            merged = Map((YamlMappingNode)under);
        }

        foreach (var (key, value) in node.Children.Where(pair => Text(pair.Key) != "<<"))
        {
            merged[Text(key)] = value;
        }

        return merged;
    }

    internal static Dictionary<string, YamlNode> Map(YamlMappingNode node, string field) =>
        Map(node).GetValueOrDefault(field) is YamlMappingNode found ? Map(found) : [];

    internal static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}

internal sealed class ComposeService(string name, YamlMappingNode node)
{
    private readonly Dictionary<string, YamlNode> _fields = ComposeFile.Map(node);

    public string Name => name;

    public string? Image => Scalar(_fields, "image");

    /// <summary>The Dockerfile's path; null where an image of others is used as it is.</summary>
    public string? Dockerfile => Scalar(ComposeFile.Map(node, "build"), "dockerfile");

    public string? Context => Scalar(ComposeFile.Map(node, "build"), "context");

    public IReadOnlyList<string> Command => List("command");

    public IReadOnlyList<string> HealthTest =>
        ComposeFile.Map(node, "healthcheck").GetValueOrDefault("test") is YamlSequenceNode test
            ? [.. test.Select(ComposeFile.Text)]
            : [];

    public IReadOnlyList<string> DependsOn => [.. ComposeFile.Map(node, "depends_on").Keys];

    public string? CoreLimit => Scalar(ComposeFile.Map(node, "ulimits"), "core");

    public string? User => Scalar(_fields, "user");

    public IReadOnlyList<string> Ports => List("ports");

    public IReadOnlyDictionary<string, string> Environment =>
        ComposeFile.Map(node, "environment").ToDictionary(pair => pair.Key, pair => ComposeFile.Text(pair.Value));

    public IReadOnlyList<ComposeMount> Mounts =>
        _fields.GetValueOrDefault("volumes") is YamlSequenceNode mounts ? [.. mounts.Select(ComposeMount.Of)] : [];

    public override string ToString() => name;

    private static string? Scalar(Dictionary<string, YamlNode> fields, string field) =>
        fields.GetValueOrDefault(field) is { } value ? ComposeFile.Text(value) : null;

    private List<string> List(string field) =>
        _fields.GetValueOrDefault(field) is YamlSequenceNode items ? [.. items.Select(ComposeFile.Text)] : [];
}

/// <param name="Source">A volume's name, or a path here when it begins with a dot.</param>
/// <param name="Within">The folder inside the volume that is mounted.</param>
internal sealed record ComposeMount(string Source, string Target, bool ReadOnly, string? Within)
{
    public bool OfThisFolder => Source.StartsWith('.');

    public static ComposeMount Of(YamlNode node)
    {
        if (node is YamlMappingNode mapping)
        {
            var fields = ComposeFile.Map(mapping);
            return new ComposeMount(
                ComposeFile.Text(fields["source"]),
                ComposeFile.Text(fields["target"]),
                fields.TryGetValue("read_only", out var only) && ComposeFile.Text(only) == "true",
                ComposeFile.Map(mapping, "volume").TryGetValue("subpath", out var within)
                    ? ComposeFile.Text(within)
                    : null
            );
        }

        var parts = ComposeFile.Text(node).Split(':');
        return new ComposeMount(parts[0], parts[1], parts.Length > 2 && parts[2] == "ro", null);
    }
}
