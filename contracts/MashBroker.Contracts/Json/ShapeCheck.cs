using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MashBroker.Contracts.Json;

/// <summary>
/// Says everything that keeps a JSON value from being of a type: the serializer stops at the first fault, and takes null
/// inside a list. It refuses whatever the serializer refuses.
/// </summary>
internal static class ShapeCheck
{
    public static void Check(JsonElement value, Type type, string path, FaultList faults)
    {
        if (faults.IsFull)
        {
            return;
        }

        var shape = MashJson.Options.GetTypeInfo(type);
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                CheckFields(value, shape, path, faults);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var element in value.EnumerateArray())
                {
                    Check(element, shape.ElementType!, $"{path}[{index++}]", faults);
                }

                break;
            default:
                CheckValue(value, shape, path, faults);
                break;
        }
    }

    private static void CheckFields(JsonElement value, JsonTypeInfo shape, string path, FaultList faults)
    {
        foreach (var field in shape.Properties)
        {
            var at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (field.IsExtensionData)
            {
                continue;
            }

            if (!value.TryGetProperty(field.Name, out var given))
            {
                faults.AddUnless(!field.IsRequired, at, "is missing", $"Give {Wanted.Of(field.PropertyType)}");
            }
            else if (given.ValueKind == JsonValueKind.Null)
            {
                faults.AddUnless(field.IsSetNullable || IsNullableParameter(field), at, "is null", NullRemedy(field));
            }
            else
            {
                Check(given, Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType, at, faults);
            }
        }
    }

    private static bool IsNullableParameter(JsonPropertyInfo field) =>
        field.AssociatedParameter is { IsNullable: true };

    private static string NullRemedy(JsonPropertyInfo field) =>
        field.IsRequired
            ? $"Give {Wanted.Of(field.PropertyType)}"
            : "Leave the field out where there is nothing to say";

    private static void CheckValue(JsonElement value, JsonTypeInfo shape, string path, FaultList faults)
    {
        if (shape.Type == typeof(string) && value.ValueKind == JsonValueKind.String)
        {
            return;
        }

        try
        {
            _ = value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
                ? throw new JsonException()
                : value.Deserialize(shape);
        }
        catch (JsonException)
        {
            var wanted = Wanted.Of(shape.Type);
            faults.Add(path, $"is not {wanted}", $"Give {wanted}");
        }
    }
}
