using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MashBroker.Testing.Contracts;

/// <summary>
/// Validates JSON against the part of JSON Schema 2020-12 that our schemas use. A keyword it does not know is an error: it
/// would otherwise pass everything.
/// </summary>
public static partial class SchemaCheck
{
    private static readonly HashSet<string> SaysNothing = ["$schema", "$id", "title", "description", "default", "then"];

    /// <summary>Paths that do not fit, each with the keyword that refuses them; empty when all fits.</summary>
    public static IReadOnlyList<string> Faults(JsonNode? value, JsonNode schema)
    {
        var faults = new List<string>();
        Check(value, schema, "", faults);
        return faults;
    }

    private static void Check(JsonNode? value, JsonNode schema, string path, List<string> faults)
    {
        if (schema is JsonValue always)
        {
            Refuse(always.GetValue<bool>(), path, "false", faults);
            return;
        }

        foreach (var (keyword, argument) in schema.AsObject())
        {
            if (!SaysNothing.Contains(keyword))
            {
                Apply(keyword, argument!, value, schema.AsObject(), path, faults);
            }
        }
    }

    private static void Apply(
        string keyword,
        JsonNode argument,
        JsonNode? value,
        JsonObject schema,
        string path,
        List<string> faults
    )
    {
        var fields = value as JsonObject;
        var entries = value as JsonArray;
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        double? number =
            value?.GetValueKind() == JsonValueKind.Number
                ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
                : null;
        switch (keyword)
        {
            case "type":
                var types = argument is JsonArray several ? several.ToArray() : [argument];
                Refuse(types.Any(type => IsOf(type!.GetValue<string>(), value)), path, keyword, faults);
                break;
            case "const":
                Refuse(JsonNode.DeepEquals(argument, value), path, keyword, faults);
                break;
            case "enum":
                Refuse(argument.AsArray().Any(one => JsonNode.DeepEquals(one, value)), path, keyword, faults);
                break;
            case "required" when fields is not null:
                foreach (var name in argument.AsArray().Select(name => name!.GetValue<string>()))
                {
                    Refuse(fields.ContainsKey(name), $"{path}.{name}", keyword, faults);
                }

                break;
            case "properties" when fields is not null:
                foreach (var (name, inner) in argument.AsObject().Where(field => fields.ContainsKey(field.Key)))
                {
                    Check(fields[name], inner!, $"{path}.{name}", faults);
                }

                break;
            case "additionalProperties" when fields is not null && argument.GetValueKind() == JsonValueKind.False:
                foreach (var (name, _) in fields.Where(field => schema["properties"]?[field.Key] is null))
                {
                    Refuse(false, $"{path}.{name}", keyword, faults);
                }

                break;
            case "items" when entries is not null:
                for (var i = 0; i < entries.Count; i++)
                {
                    Check(entries[i], argument, $"{path}[{i}]", faults);
                }

                break;
            case "minItems" when entries is not null:
                Refuse(entries.Count >= argument.GetValue<int>(), path, keyword, faults);
                break;
            case "maxItems" when entries is not null:
                Refuse(entries.Count <= argument.GetValue<int>(), path, keyword, faults);
                break;
            case "minimum" when number is not null:
                Refuse(number >= argument.GetValue<int>(), path, keyword, faults);
                break;
            case "maximum" when number is not null:
                Refuse(number <= argument.GetValue<int>(), path, keyword, faults);
                break;
            case "maxLength" when text is not null:
                Refuse(text.EnumerateRunes().Count() <= argument.GetValue<int>(), path, keyword, faults);
                break;
            case "pattern" when text is not null:
                Refuse(
                    Regex.IsMatch(text, argument.GetValue<string>(), RegexOptions.ECMAScript),
                    path,
                    keyword,
                    faults
                );
                break;
            case "format" when text is not null:
                Refuse(FormatOf(argument.GetValue<string>()).IsMatch(text), path, keyword, faults);
                break;
            case "allOf":
                foreach (var part in argument.AsArray())
                {
                    Check(value, part!, path, faults);
                }

                break;
            case "if":
                if (Faults(value, argument).Count == 0)
                {
                    Check(value, schema["then"]!, path, faults);
                }

                break;
            case "required" or "properties" or "additionalProperties" or "items" or "minItems" or "maxItems":
            case "minimum" or "maximum" or "maxLength" or "pattern" or "format":
                // Of another type: "type" says so.
                break;
            default:
                throw new NotSupportedException($"The schema uses '{keyword}', which this check does not know.");
        }
    }

    private static void Refuse(bool holds, string path, string keyword, List<string> faults)
    {
        if (!holds)
        {
            faults.Add($"{path.TrimStart('.')}: {keyword}");
        }
    }

    private static bool IsOf(string type, JsonNode? value) =>
        (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("null", JsonValueKind.Null) => true,
            ("string", JsonValueKind.String) => true,
            ("object", JsonValueKind.Object) => true,
            ("array", JsonValueKind.Array) => true,
            ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => Whole().IsMatch(value!.ToJsonString()),
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            _ => false,
        };

    private static Regex FormatOf(string format) =>
        format switch
        {
            "date" => Date(),
            "date-time" => Moment(),
            "uuid" => Uuid(),
            _ => throw new NotSupportedException($"The schema uses format '{format}', which this check does not know."),
        };

    [GeneratedRegex(@"\A-?[0-9]+\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z")]
    private static partial Regex Uuid();
}
