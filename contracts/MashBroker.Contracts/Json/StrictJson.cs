using System.Text;
using System.Text.Json;

namespace MashBroker.Contracts.Json;

/// <summary>
/// Takes only JSON that every reader understands alike (RFC 7493): UTF-8 without a byte order mark, no name twice in one
/// object, no comments, no lone surrogates, limited depth.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MashJson.DepthLimit,
    };

    /// <summary>Gives a document, or says why there is none in words that repeat nothing of the text.</summary>
    public static JsonDocument? Parse(ReadOnlySpan<byte> json, out string? fault)
    {
        fault = FaultOfEncoding(json);
        if (fault is not null)
        {
            return null;
        }

        try
        {
            RefuseWhatIsNotText(json);
            return JsonDocument.Parse(json.ToArray(), Strict);
        }
        catch (JsonException e) when (e.LineNumber is { } line)
        {
            fault =
                $"It is not JSON at line {line + 1}, byte {e.BytePositionInLine + 1} of that line, or nests deeper than "
                + $"{MashJson.DepthLimit}. Comments, trailing commas and NaN are not JSON.";
        }
        catch (JsonException)
        {
            // The parser names the duplicate and no position; the name is the sender's text, so it is not passed on.
            fault = "An object has the same name twice. Write each name once.";
        }
        catch (InvalidOperationException)
        {
            fault = "A text escapes half of a surrogate pair. Write characters outside the basic plane as UTF-8.";
        }

        return null;
    }

    private static string? FaultOfEncoding(ReadOnlySpan<byte> json) =>
        json.IsEmpty ? "It is empty."
        : json.StartsWith(Encoding.UTF8.Preamble) ? "It starts with a byte order mark. Leave it out."
        : !System.Text.Unicode.Utf8.IsValid(json) ? "It is not valid UTF-8."
        : null;

    // The parser checks escapes only when a text is used, and unknown fields are carried unused.
    private static void RefuseWhatIsNotText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MashJson.DepthLimit });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped)
            {
                reader.GetString();
            }
        }
    }
}
