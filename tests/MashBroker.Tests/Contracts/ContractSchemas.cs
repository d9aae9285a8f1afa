using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;

namespace MashBroker.Tests.Contracts;

/// <summary>Makes the schemas of <c>contracts/schemas</c> from the types, their comments and the rules a schema can say.</summary>
internal static class ContractSchemas
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string AsText(JsonNode json) => json.ToJsonString(Readable) + "\n";

    public static JsonObject OfLetter(LetterForm form)
    {
        var head = Of(typeof(LetterHead));
        var fields = head["properties"]!.AsObject();
        fields["type"] = new JsonObject { ["const"] = form.Word };
        fields["version"] = new JsonObject { ["const"] = form.Version };
        foreach (var field in HeadFieldsOf(form.Type))
        {
            head["required"]!.AsArray().Add(field);
            RefuseNull(fields[field]!.AsObject());
        }

        return Document(
            $"urn:mashbroker:{form.Word}:{form.Version}",
            form.Word,
            Descriptions.Of(form.Body)!,
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["head"] = head, ["body"] = Of(form.Body) },
                ["required"] = new JsonArray("head", "body"),
            }
        );
    }

    public static JsonObject OfContact()
    {
        var contact = Of(typeof(Contact));
        Close(contact);
        return Document("urn:mashbroker:contact:1", "contact", Descriptions.Of(typeof(Contact))!, contact);
    }

    private static string[] HeadFieldsOf(LetterType type) =>
        type switch
        {
            LetterType.Heartbeat => [],
            LetterType.HeartbeatAnswer => ["inReplyTo"],
            LetterType.Request => ["enquiry", "request", "dueAt"],
            LetterType.Receipt or LetterType.Return or LetterType.ReturnReceipt => ["enquiry", "request", "inReplyTo"],
            LetterType.PurgeInstruction => ["enquiry"],
            LetterType.PurgeCertificate => ["enquiry", "inReplyTo"],
            _ => ["enquiry", "request"],
        };

    private static JsonObject Document(string id, string title, string description, JsonObject schema)
    {
        var document = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["title"] = title,
            ["description"] = description,
        };
        foreach (var (keyword, value) in schema.Where(pair => pair.Key != "description"))
        {
            document[keyword] = value?.DeepClone();
        }

        return document;
    }

    private static JsonObject Of(Type type)
    {
        var schema = MashJson
            .Options.GetJsonSchemaAsNode(
                type,
                new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete }
            )
            .AsObject();
        WriteOut(schema, schema);
        return schema;
    }

    // The exporter writes a type that comes twice once, and points there; whoever reads a schema wants it where it is.
    private static void WriteOut(JsonNode? node, JsonObject root)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                WriteOut(item, root);
            }
        }
        else if (node is JsonObject schema)
        {
            if (schema["$ref"]?.GetValue<string>() is { } pointer)
            {
                schema.Remove("$ref");
                var meant = pointer
                    .Split('/')
                    .Skip(1)
                    .Aggregate(
                        (JsonNode)root,
                        (at, name) =>
                            at is JsonArray many ? many[int.Parse(name, CultureInfo.InvariantCulture)]! : at[name]!
                    );
                foreach (var (keyword, value) in meant.AsObject().Where(pair => !schema.ContainsKey(pair.Key)))
                {
                    schema[keyword] = value?.DeepClone();
                }
            }

            foreach (var (_, value) in schema)
            {
                WriteOut(value, root);
            }
        }
    }

    // The exporter cannot look into our converters, and knows neither comments nor rules.
    private static JsonObject Complete(JsonSchemaExporterContext context, JsonNode made)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var field = context.PropertyInfo;
        var schema = made as JsonObject ?? OfConverted(type);
        var nullable = type != context.TypeInfo.Type || field is { IsSetNullable: true };
        if (made is not JsonObject && nullable)
        {
            AllowNull(schema);
        }

        if (schema["format"]?.GetValue<string>() == "time")
        {
            schema.Remove("format");
            schema["pattern"] = "^[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,7})?$";
        }

        if (schema.ContainsKey("default") && schema["default"] is null)
        {
            schema.Remove("default");
        }

        var name = field is null ? type.Name : $"{field.DeclaringType.Name}.{field.Name}";
        foreach (var (keyword, value) in SchemaRules.Of(name))
        {
            schema[keyword] = value?.DeepClone();
        }

        var comment = field?.AttributeProvider is MemberInfo member ? Descriptions.Of(member) : null;
        comment ??= type.Namespace!.StartsWith("MashBroker", StringComparison.Ordinal) ? Descriptions.Of(type) : null;
        if (comment is not null)
        {
            schema["description"] = comment;
        }

        return schema;
    }

    private static JsonObject OfConverted(Type type) =>
        type.IsEnum
            ? new JsonObject { ["enum"] = new JsonArray([.. Words.Of(type).Keys.Select(word => (JsonNode)word)]) }
        : type == typeof(DateTimeOffset) ? new JsonObject { ["type"] = "string", ["format"] = "date-time" }
        : type == typeof(MessageId) ? new JsonObject { ["type"] = "string", ["format"] = "uuid" }
        : type == typeof(EnquiryReference)
            ? new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Z][A-Z0-9-]{1,38}-[0-9]{4}-[0-9]{6,9}$" }
        : throw new NotSupportedException($"Say what {type.Name} is in a schema.");

    private static void AllowNull(JsonObject schema)
    {
        if (schema["enum"] is JsonArray words)
        {
            words.Add(null);
        }
        else
        {
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        }
    }

    private static void RefuseNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.First(type => type!.GetValue<string>() != "null")!.DeepClone();
        }
    }

    /// <summary>A contact is written by people: what is not known is refused, and what the door fills in may be left out.</summary>
    private static void Close(JsonNode? schema)
    {
        if (schema is JsonArray parts)
        {
            foreach (var part in parts)
            {
                Close(part);
            }
        }

        if (schema is not JsonObject keywords)
        {
            return;
        }

        foreach (var (_, value) in keywords)
        {
            Close(value);
        }

        if (keywords["properties"] is null || keywords["type"] is null)
        {
            return;
        }

        keywords["additionalProperties"] = false;
        if (keywords["required"] is JsonArray required)
        {
            required.RemoveAll(one => SchemaRules.DoorFillsIn.Contains(one!.GetValue<string>()));
        }
    }
}
