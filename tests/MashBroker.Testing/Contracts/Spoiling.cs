using System.Text.Json.Nodes;

namespace MashBroker.Testing.Contracts;

/// <summary>Spoils a document in one place at a time: each value left out, or put as something it may not be.</summary>
public static class Spoiling
{
    private static readonly string[] Instead =
    [
        "null",
        "-1",
        "1e400",
        "true",
        "\"\"",
        "\"Not a code!\"",
        "\"2026-02-30\"",
        "[]",
        "[null]",
        "{}",
    ];

    public static IEnumerable<(string Path, JsonNode Document)> Of(JsonNode document)
    {
        foreach (var path in PathsOf(document, []).Where(path => path.Count > 0))
        {
            var name = string.Join("/", path);
            yield return ($"{name} left out", With(document, path, parent => Remove(parent, path[^1])));
            foreach (var value in Instead)
            {
                yield return (
                    $"{name} as {value}",
                    With(document, path, parent => Replace(parent, path[^1], JsonNode.Parse(value)))
                );
            }
        }
    }

    private static IEnumerable<IReadOnlyList<object>> PathsOf(JsonNode? node, IReadOnlyList<object> path)
    {
        var inner = node switch
        {
            JsonObject fields => fields.SelectMany(field => PathsOf(field.Value, [.. path, field.Key])),
            JsonArray entries => entries.SelectMany((entry, index) => PathsOf(entry, [.. path, index])),
            _ => [],
        };
        return inner.Prepend(path);
    }

    private static JsonNode With(JsonNode document, IReadOnlyList<object> path, Action<JsonNode> spoil)
    {
        var copy = document.DeepClone();
        var parent = copy;
        foreach (var step in path.SkipLast(1))
        {
            parent = step is int index ? parent[index]! : parent[(string)step]!;
        }

        spoil(parent);
        return copy;
    }

    private static void Remove(JsonNode parent, object step)
    {
        if (step is int index)
        {
            parent.AsArray().RemoveAt(index);
        }
        else
        {
            parent.AsObject().Remove((string)step);
        }
    }

    private static void Replace(JsonNode parent, object step, JsonNode? value)
    {
        if (step is int index)
        {
            parent[index] = value;
        }
        else
        {
            parent[(string)step] = value;
        }
    }
}
