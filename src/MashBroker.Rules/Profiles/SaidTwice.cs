using System.Globalization;
using System.Text;
using System.Text.Json;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Finds the members that an object of a profile says twice: of two rules nobody can tell which is meant.</summary>
internal static class SaidTwice
{
    /// <param name="options">As the profile itself is read.</param>
    /// <returns>Each with its path and its second line.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static IReadOnlyList<FieldFault> In(string json, JsonDocumentOptions options)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions
            {
                CommentHandling = options.CommentHandling,
                AllowTrailingCommas = options.AllowTrailingCommas,
                MaxDepth = options.MaxDepth,
            }
        );
        var faults = new List<FieldFault>();
        var inside = new Stack<Level>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                inside.Pop();
                continue;
            }

            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                var level = inside.Peek();
                level.Name = reader.GetString()!;
                if (!level.Said.Add(level.Name))
                {
                    var line = bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
                    faults.Add(
                        new FieldFault(
                            PathOf(inside),
                            string.Create(CultureInfo.InvariantCulture, $"is said a second time in line {line}."),
                            "Say it once."
                        )
                    );
                }

                continue;
            }

            if (inside.TryPeek(out var around) && around.IsList)
            {
                around.Index++;
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                inside.Push(new Level { IsList = reader.TokenType is JsonTokenType.StartArray });
            }
        }

        return faults;
    }

    private static string PathOf(Stack<Level> inside)
    {
        var path = new StringBuilder();
        foreach (var level in inside.Reverse())
        {
            _ = level.IsList
                ? path.Append(CultureInfo.InvariantCulture, $"[{level.Index}]")
                : path.Append(path.Length == 0 ? "" : ".").Append(level.Name);
        }

        return path.ToString();
    }

    private sealed class Level
    {
        public required bool IsList { get; init; }

        public HashSet<string> Said { get; } = new(StringComparer.Ordinal);

        public string Name { get; set; } = "";

        public int Index { get; set; } = -1;
    }
}
