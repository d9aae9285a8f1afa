using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Json;

namespace MashBroker.Tests.Leaks;

/// <summary>
/// A statement of any kind with the same words in every text that its type has, made from the type alone: of a kind or a field that
/// is new nobody has to tell it.
/// </summary>
internal static class FilledStatement
{
    public static JsonObject Json(Type type, string text)
    {
        var json = new JsonObject();
        foreach (
            var property in type.GetProperties().Where(each => each.CanWrite && each.GetIndexParameters().Length == 0)
        )
        {
            json[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = Value(property.PropertyType, text);
        }

        return json;
    }

    public static CaseStatement Of(CaseEntryKind kind, string text)
    {
        var json = Json(kind.Type, text);
        json["by"] = "Ann Example";
        json["role"] = "manager";
        return (CaseStatement)json.Deserialize(kind.Type, MashJson.Options)!;
    }

    /// <summary>Paths of its texts, but for who states it and what the hub draws at random or reckons.</summary>
    public static IReadOnlyList<string> Paths(JsonNode? node, string text, string path = "") =>
        node switch
        {
            JsonObject fields =>
            [
                .. fields
                    .Where(each => each.Key is not ("salt" or "digest"))
                    .SelectMany(each => Paths(each.Value, text, path.Length == 0 ? each.Key : $"{path}.{each.Key}")),
            ],
            JsonArray items => [.. items.SelectMany((item, at) => Paths(item, text, $"{path}[{at}]"))],
            JsonValue value when value.GetValueKind() is JsonValueKind.String && value.GetValue<string>() == text =>
            [
                path,
            ],
            _ => [],
        };

    private static JsonNode? Value(Type type, string text)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            return text;
        }

        if (plain.IsEnum)
        {
            var member = Enum.GetValues(plain).GetValue(1)!;
            return JsonSerializer.SerializeToNode(member, plain, MashJson.Options);
        }

        if (plain == typeof(bool))
        {
            return true;
        }

        if (plain == typeof(int))
        {
            return 1;
        }

        if (plain == typeof(DateTimeOffset))
        {
            return "2026-11-17T09:00:00.000Z";
        }

        if (plain == typeof(DateOnly))
        {
            return "2026-11-17";
        }

        if (plain == typeof(EnquiryReference))
        {
            return "SAMPLE-2026-000999";
        }

        if (plain == typeof(MessageId))
        {
            return MessageId.New().ToString();
        }

        // People told anew have fields of their own, which another test looks at.
        if (plain.IsGenericType && plain.GetGenericArguments() is [var item])
        {
            return item == typeof(Subject) ? new JsonArray() : new JsonArray(Value(item, text));
        }

        return plain.IsAssignableTo(typeof(IEnumerable)) || plain.IsGenericType
            ? new JsonObject { ["police"] = text }
            : Json(plain, text);
    }
}
