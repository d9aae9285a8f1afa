using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MashBroker.Contracts.Json;

/// <summary>
/// The one way this product reads and writes JSON: camel case, words for enums, instants in UTC with milliseconds, strict
/// about duplicates and depth.
/// </summary>
public static class MashJson
{
    /// <summary>Deepest nesting accepted.</summary>
    public const int DepthLimit = 32;

    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Names stay readable in every script; what HTML gives a meaning is still escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            MaxDepth = DepthLimit,
        };
        options.Converters.Add(new WordsConverter());
        options.Converters.Add(new TextConverter<DateTimeOffset>(Instant.TryParse, Instant.Write));
        options.Converters.Add(new TextConverter<MessageId>(MessageId.TryParse, id => id.ToString()));
        options.Converters.Add(
            new TextConverter<EnquiryReference>(EnquiryReference.TryParse, reference => reference.ToString())
        );
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
