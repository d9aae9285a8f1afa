using System.Text.Json;
using System.Text.Json.Serialization;

namespace MashBroker.Contracts.Json;

internal delegate bool TryParse<T>(string? text, out T? value);

/// <summary>A value that has exactly one spelling in JSON: a string that its own type parses.</summary>
internal sealed class TextConverter<T>(TryParse<T> parse, Func<T, string> write) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString())
            : throw new JsonException($"Expected text for {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));

    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(write(value));

    // The text is not repeated: it may be personal, and exceptions are logged.
    private static JsonException Malformed() => new($"Not a well-formed {typeof(T).Name}.");

    private T Parse(string? text) => parse(text, out var value) && value is not null ? value : throw Malformed();
}
