using System.Text;

namespace MashBroker.Contracts.Consultations;

/// <summary>Letters and signs that are checked for names. Others can look like them, and hide a name from every check.</summary>
internal static class PlainLetters
{
    private const string Signs = "‘’“”–—…•£€½";

    /// <summary>The text with compatible forms made one, to be checked.</summary>
    public static string Normalise(string text) => text.Normalize(NormalizationForm.FormKC);

    /// <summary>No more than Latin letters, with or without accents, digits and ordinary punctuation.</summary>
    public static bool Are(string text)
    {
        // Half a pair stands for nothing and cannot be normalised.
        if (text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            return false;
        }

        return text.Normalize(NormalizationForm.FormC).EnumerateRunes().All(IsPlain);
    }

    private static bool IsPlain(Rune rune) =>
        rune.Value
            is (>= ' ' and <= '~')
                or '\n'
                or '\r'
                or '\t'
                or 0xA0
                or (>= 0xC0 and <= 0x24F and not (0xD7 or 0xF7 or (>= 0x1C4 and <= 0x1CC) or (>= 0x1F1 and <= 0x1F3)))
        || (rune.IsBmp && Signs.Contains((char)rune.Value, StringComparison.Ordinal));
}
