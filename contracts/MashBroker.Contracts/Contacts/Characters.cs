using System.Globalization;
using System.Text;

namespace MashBroker.Contracts.Contacts;

/// <summary>Which characters a text may have: everything that writes a name in any script, nothing that hides text.</summary>
public static class Characters
{
    /// <summary>The first character that is refused, as its code point; null when all may stay.</summary>
    /// <param name="hasLines">Line breaks and tabs may stand in it.</param>
    public static string? Refused(string text, bool hasLines)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRefused(rune, hasLines))
            {
                return string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            }
        }

        return null;
    }

    /// <summary>Characters as Unicode counts them: one outside the first plane is one.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count();

    private static bool IsRefused(Rune rune, bool hasLines) =>
        rune.Value switch
        {
            '\r' or '\n' or '\t' => !hasLines,
            // Embeddings, overrides and isolates make a text read otherwise than it is stored. The marks U+200E and U+200F
            // and the joiners do not, and Arabic, Persian and emoji need them.
            >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => true,
            0x2028 or 0x2029 => true,
            _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
        };
}
