using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MashBroker.Contracts.Json;

/// <summary>
/// The words of an enum: its members in kebab case, read exactly. <c>None = 0</c> means "not set" and has no word, unless
/// the member names one itself.
/// </summary>
internal static class Words
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, Enum>> Known = new();

    public static IReadOnlyDictionary<string, Enum> Of(Type type) => Known.GetOrAdd(type, Read);

    private static Dictionary<string, Enum> Read(Type type)
    {
        var words = new Dictionary<string, Enum>(StringComparer.Ordinal);
        foreach (var member in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var own = member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name;
            if (own is not null || member.Name != "None")
            {
                words[own ?? JsonNamingPolicy.KebabCaseLower.ConvertName(member.Name)] = (Enum)member.GetValue(null)!;
            }
        }

        return words;
    }
}

internal sealed class WordsConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly Dictionary<string, T> _values;
        private readonly Dictionary<T, string> _words;

        public Of()
        {
            _values = Words.Of(typeof(T)).ToDictionary(word => word.Key, word => (T)word.Value, StringComparer.Ordinal);
            _words = _values.ToDictionary(word => word.Value, word => word.Key);
        }

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && _values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"Not a word of {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Word(value));

        public override T ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Word(value));

        private string Word(T value) =>
            _words.TryGetValue(value, out var word)
                ? word
                : throw new JsonException($"{typeof(T).Name} is not set; it has no word to write.");
    }
}
