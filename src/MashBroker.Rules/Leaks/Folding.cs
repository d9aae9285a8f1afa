using System.Globalization;
using System.Text;

namespace MashBroker.Rules;

/// <summary>
/// A text in plain letters: accents off, what looks like a Latin letter made one, what shows nothing left out, and for every
/// letter where it came from.
/// </summary>
internal sealed class Folding
{
    // Letters of other scripts that print like Latin ones.
    private const string Lookalikes =
        "аaвbеeкkмmнhоoрpсcтtуyхxіiїiјjѕsԁdԛqԝwһhӏlАAВBЕEКKМMНHОOРPСCТTУYХXІIЇIЈJЅSӀIԌGԚQԜWҮY"
        + "αaβbεeηnιiκkνvοoρpτtυuχxγyωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
        + "ıiɑaɡgʟLɩiօoսuհhոnցgոnՏSՕO"
        + "ᎪAᏴBᏟCᎬEᎻHᎫJᏦKᏞLᎷMᏢPᏚSᎢTᏙVᎳWᏃZ"
        + "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";

    // For words written in Cyrillic as such.
    private const string Cyrillic = "бbвvгgдdзzиiйyкkлlмmнnпpрrсsтtуuфfыyэeёeьъ";

    private static readonly Dictionary<char, char> Latin = Pairs(Lookalikes);
    private static readonly Dictionary<char, string> Written = Spelt();
    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['Æ'] = "AE",
        ['œ'] = "oe",
        ['Œ'] = "OE",
        ['ø'] = "o",
        ['Ø'] = "O",
        ['ł'] = "l",
        ['Ł'] = "L",
        ['đ'] = "d",
        ['Đ'] = "D",
        ['ð'] = "d",
        ['Ð'] = "D",
        ['þ'] = "th",
        ['Þ'] = "Th",
        ['ħ'] = "h",
        ['’'] = "'",
        ['‘'] = "'",
        ['ʼ'] = "'",
        ['`'] = "'",
        ['´'] = "'",
        ['′'] = "'",
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['«'] = "\"",
        ['»'] = "\"",
        ['…'] = "...",
    };

    private Folding(string text, int[] from) => (Text, From) = (text, from);

    /// <summary>With capitals as they were.</summary>
    public string Text { get; }

    /// <summary>For each letter the index of the character it came from; one more for the end.</summary>
    public int[] From { get; }

    public static Folding Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var from = new List<int>(text.Length + 1);
        var spelt = SpeltInCyrillic(text);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter < 0x80)
            {
                folded.Append(letter is '`' ? '\'' : letter);
                from.Add(i);
                continue;
            }

            var length = char.IsHighSurrogate(letter) && i + 1 < text.Length ? 2 : 1;
            foreach (var plain in length == 2 ? Decomposed(text.Substring(i, 2)) : Plain(letter, spelt?[i] == true))
            {
                folded.Append(plain);
                from.Add(i);
            }

            i += length - 1;
        }

        from.Add(text.Length);
        return new Folding(folded.ToString(), [.. from]);
    }

    private static string Plain(char letter, bool spelt)
    {
        if (spelt && Written.TryGetValue(letter, out var word))
        {
            return word;
        }

        return Latin.TryGetValue(letter, out var latin) ? latin.ToString()
            : Ligatures.TryGetValue(letter, out var letters) ? letters
            : Decomposed(letter.ToString());
    }

    private static string Decomposed(string one)
    {
        if (!one.IsNormalized(NormalizationForm.FormC) && char.IsSurrogate(one[0]) && one.Length == 1)
        {
            return " ";
        }

        var kept = new StringBuilder();
        foreach (var rune in one.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (
                category
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.EnclosingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.Format
            )
            {
                continue;
            }

            kept.Append(
                Latin.TryGetValue((char)Math.Min(rune.Value, char.MaxValue), out var latin) ? latin
                : category is UnicodeCategory.DecimalDigitNumber ? (char)('0' + (int)Rune.GetNumericValue(rune))
                : category is UnicodeCategory.DashPunctuation ? '-'
                : category is UnicodeCategory.SpaceSeparator ? ' '
                : rune.IsBmp ? (char)rune.Value
                : '?'
            );
        }

        return kept.ToString();
    }

    // A word with a Cyrillic letter that looks like no Latin one, and no Latin one beside it, is written in Cyrillic.
    private static bool[]? SpeltInCyrillic(string text)
    {
        bool[]? spelt = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsCyrillic(text[i]))
            {
                continue;
            }

            spelt ??= new bool[text.Length];
            var start = i;
            var own = false;
            while (i < text.Length && char.IsLetter(text[i]))
            {
                own |= IsCyrillic(text[i]) && !Latin.ContainsKey(text[i]);
                i++;
            }

            Array.Fill(spelt, own, start, i - start);
        }

        return spelt;
    }

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04FF';

    private static Dictionary<char, char> Pairs(string pairs)
    {
        var found = new Dictionary<char, char>();
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            found[pairs[i]] = pairs[i + 1];
        }

        return found;
    }

    private static Dictionary<char, string> Spelt()
    {
        var spelt = new Dictionary<char, string>
        {
            ['ж'] = "zh",
            ['х'] = "kh",
            ['ц'] = "ts",
            ['ч'] = "ch",
            ['ш'] = "sh",
            ['щ'] = "shch",
            ['ю'] = "yu",
            ['я'] = "ya",
            ['ь'] = "",
            ['ъ'] = "",
            ['а'] = "a",
            ['е'] = "e",
            ['о'] = "o",
            ['і'] = "i",
        };
        for (var i = 0; i + 1 < Cyrillic.Length - 2; i += 2)
        {
            spelt[Cyrillic[i]] = Cyrillic[i + 1].ToString();
        }

        foreach (var (small, latin) in spelt.ToArray())
        {
            var large = char.ToUpperInvariant(small);
            spelt[large] = latin.Length == 0 ? "" : char.ToUpperInvariant(latin[0]) + latin[1..];
        }

        return spelt;
    }
}
