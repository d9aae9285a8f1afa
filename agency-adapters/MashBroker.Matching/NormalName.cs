using System.Globalization;
using System.Text;

namespace MashBroker.Matching;

/// <summary>
/// A name without what clerks write differently: case, accents, apostrophes, hyphens, spacing. Keeps every script. Nicknames are
/// not resolved: two twins may well be Kate and Catherine.
/// </summary>
internal static class NormalName
{
    /// <summary>Lower-case tokens parted by single spaces; normalising twice changes nothing.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length);
        // Runes first: a lone surrogate would make Normalize throw.
        foreach (var rune in Whole(name).Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            Append(text, rune);
        }

        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Whole(string name)
    {
        var whole = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && !IsUnassigned(rune))
            {
                whole.Append(rune.ToString());
            }
        }

        return whole.ToString();
    }

    private static bool IsUnassigned(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned;

    private static void Append(StringBuilder text, Rune rune)
    {
        if (Spelt(rune.Value) is { } letters)
        {
            text.Append(letters);
        }
        else if (Rune.IsLetterOrDigit(rune) || IsVowelSign(rune))
        {
            text.Append(rune.ToString());
        }
        else if (Parts(rune))
        {
            text.Append(' ');
        }
    }

    // The combining accents of Latin, Greek and Cyrillic and the Arabic vowel points are left out by clerks; the marks of the
    // Indic scripts are vowels, without which different names would become one.
    private static bool IsVowelSign(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        && rune.Value is not ((>= 0x0300 and <= 0x036F) or (>= 0x064B and <= 0x065F) or 0x0670);

    private static bool Parts(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DashPunctuation
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.Control
        || rune.Value is '.' or ',' or '/' or '_';

    private static string? Spelt(int letter) =>
        letter switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ħ' => "h",
            'ı' => "i",
            // The apostrophe that is a letter (Hawaiian, Ukrainian) and the Arabic lengthening stroke.
            'ʼ' or 'ʻ' or 'ʹ' or 'ـ' => "",
            _ => null,
        };
}
