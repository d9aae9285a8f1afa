using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MashBroker.AcceptanceTests.Leakage;

/// <summary>
/// Words that occur nowhere but in what is said of one invented family, so that wherever one is found, something personal got
/// out.
/// </summary>
internal static partial class Canary
{
    public const string Given = "Xanthippé";
    public const string Family = "Quillonbrae";
    public const string Born = "2013-07-19";
    public const string Street = "Vexmoor Wynd";
    public const string Postcode = "ZX8 7QJ";
    public const string NhsNumber = "9990073214";
    public const string Telephone = "07700 900739";

    /// <summary>In the concern that the referrer tells.</summary>
    public const string InConcern = "Brindlewick";

    /// <summary>In what the agencies' records say.</summary>
    public const string InRecords = "Ormskettle";

    /// <summary>In records that are broken, so that whatever reads them may repeat it in its fault.</summary>
    public const string InFaults = "Faultmarrow";

    /// <summary>In contacts that are refused.</summary>
    public const string Refused = "Zwetschkenfrau";

    /// <summary>In messages that nobody sealed: whoever sends those has told the broker himself.</summary>
    public const string Unsealed = "Pennifloss";

    public static IReadOnlyList<string> Sealed { get; } =
    [
        Given,
        Family,
        Born,
        "20130719",
        "19/07/2013",
        "19 July 2013",
        Street,
        Postcode,
        "ZX87QJ",
        NhsNumber,
        "999 007 3214",
        Telephone,
        InConcern,
        InRecords,
        InFaults,
        Refused,
    ];

    public static IReadOnlyList<string> All { get; } = [.. Sealed, Unsealed];

    /// <summary>The bytes by which a word shows itself: as text, as wide text, in JSON, inside Base64 at any of its offsets.</summary>
    public static IEnumerable<byte[]> Shapes(string word)
    {
        var plain = Encoding.UTF8.GetBytes(word);
        yield return plain;
        yield return Encoding.UTF8.GetBytes(word.ToUpperInvariant());
        yield return Encoding.UTF8.GetBytes(word.ToLowerInvariant());
        yield return Encoding.Unicode.GetBytes(word);
        yield return Encoding.BigEndianUnicode.GetBytes(word);
        var escaped = JsonSerializer.Serialize(word).Trim('"');
        yield return Encoding.UTF8.GetBytes(escaped);
        yield return Encoding.UTF8.GetBytes(Escapes().Replace(escaped, escape => escape.Value.ToLowerInvariant()));
        yield return Encoding.UTF8.GetBytes(Uri.EscapeDataString(word));
        yield return Encoding.UTF8.GetBytes(Convert.ToHexString(plain));
        yield return Encoding.UTF8.GetBytes(Convert.ToHexStringLower(plain));
        foreach (var bytes in new[] { plain, Encoding.Unicode.GetBytes(word) })
        {
            for (var offset = 0; offset < 3; offset++)
            {
                yield return InBase64(bytes, offset);
            }
        }
    }

    /// <summary>Which of the words are in there.</summary>
    public static IEnumerable<string> FoundIn(byte[] content, IEnumerable<string> words) =>
        words.Where(word => Shapes(word).Any(shape => content.AsSpan().IndexOf(shape) >= 0));

    public static IEnumerable<string> FoundIn(string content, IEnumerable<string> words) =>
        FoundIn(Encoding.UTF8.GetBytes(content), words);

    /// <summary>The characters that the word alone decides, whatever stands before and after it.</summary>
    private static byte[] InBase64(byte[] word, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. word]);
        var first = offset == 0 ? 0 : offset + 1;
        var last = (offset + word.Length) * 8 / 6;
        return Encoding.ASCII.GetBytes(text[first..last]);
    }

    [GeneratedRegex(@"\\u[0-9A-F]{4}")]
    private static partial Regex Escapes();
}
