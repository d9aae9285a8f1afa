using System.Text;

namespace MashBroker.Rules;

/// <summary>
/// Whether two words may be one name, heard and written down by somebody who never saw it. Looser than <see cref="Likeness"/>: only
/// for a word that stands where nothing but a name can.
/// </summary>
internal static class Ear
{
    private const int LongKey = 6;

    // Names that are said as no letter of them lets one guess.
    private static readonly Dictionary<string, string> SaidAs = (
        "featherstonehaugh fanshaw cholmondeley chumley beauchamp beecham colquhoun cahoon menzies mingis dalziel deeyell wriothesley risley "
        + "marjoribanks marchbanks mainwaring mannering cockburn coburn ruthven rivven farquhar farker urquhart erkut strachan strawn "
        + "maughan mawn vaughan vawn leveson looson eoghan owen tadhg tige caoimhe keeva saoirse sersha aoife eefa siobhan shevaun niamh neve "
        + "mairead mared sean shawn xiaoling shaoling zbigniew zbignev nguyen newyen georgiou yorgiou ngozi gozi leicester lester worcester wooster gough goff hough huff"
    )
        .Split(' ')
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly (string Written, string Heard)[] Together =
    [
        ("wsk", "FSK"),
        ("cie", "C"),
        ("szcz", "S"),
        ("shch", "S"),
        ("tsh", "C"),
        ("tch", "C"),
        ("sch", "S"),
        ("sh", "S"),
        ("sz", "S"),
        ("rz", "S"),
        ("zh", "S"),
        ("cz", "C"),
        ("ch", "C"),
        ("tie", "S"),
        ("tio", "S"),
        ("tia", "S"),
        ("ph", "F"),
        ("kn", "N"),
        ("wr", "R"),
        ("ck", "K"),
        ("mc", "NK"),
        ("mac", "NK"),
        ("x", "KS"),
    ];

    public static bool Alike(string written, string meant)
    {
        if (written == meant || (SaidAs.TryGetValue(meant, out var said) && Alike(written, said)))
        {
            return true;
        }

        var longer = Math.Max(written.Length, meant.Length);
        if (written.Length < 2 || Math.Abs(written.Length - meant.Length) > 5)
        {
            return false;
        }

        // One letter wrong in a short name, and the first is right.
        if (written[0] == meant[0] && longer <= 5 && Likeness.Slips(written, meant, 1) <= 1)
        {
            return true;
        }

        // "Fairclough" and "Maughan": the same letters, said and silent.
        return AlikeAs(Key(written, ""), Key(meant, ""), written, meant)
            || (
                (meant.Contains("gh", StringComparison.Ordinal) || written.Contains("gh", StringComparison.Ordinal))
                && AlikeAs(Key(written, "F"), Key(meant, "F"), written, meant)
            );
    }

    private static bool AlikeAs(string heard, string key, string written, string meant)
    {
        if (heard.Length == 0 || key.Length == 0)
        {
            return false;
        }

        var longer = Math.Max(written.Length, meant.Length);
        if (heard == key)
        {
            return (heard.Length > 1 || written[0] == meant[0])
                && Likeness.Slips(written, meant, longer)
                    <= (longer <= 5 && written[0] == meant[0] ? 3 : (longer + 1) / 2);
        }

        var most = Math.Min(heard.Length, key.Length) >= LongKey - 1 ? 2 : 1;
        return Math.Min(heard.Length, key.Length) >= LongKey - 2
            && Likeness.Slips(heard, key, most) <= most
            && heard[0] == key[0]
            && Likeness.Slips(written, meant, longer) <= (longer + 1) / 2;
    }

    // Consonants by kind, a vowel only at the beginning; b and p, d and t, v, w and f, m and n, g and j are one.
    private static string Key(string word, string throaty)
    {
        var said = new StringBuilder(word);
        foreach (var (written, heard) in Together)
        {
            said.Replace(written, heard);
        }

        said.Replace("gh", throaty);
        var key = new StringBuilder(said.Length);
        for (var i = 0; i < said.Length; i++)
        {
            var next = i + 1 < said.Length ? said[i + 1] : ' ';
            var letter = said[i] switch
            {
                'c' when next is 'e' or 'i' or 'y' => 'S',
                'c' or 'q' or 'k' => 'K',
                'z' or 's' => 'S',
                'j' or 'g' => 'G',
                'b' or 'p' => 'P',
                'd' or 't' => 'T',
                'v' or 'f' => 'F',
                'w' when IsVowel(next) => 'F',
                'm' or 'n' => 'N',
                'y' when i == 0 && IsVowel(next) => 'Y',
                'h' when i == 0 => 'H',
                var vowel when IsVowel(vowel) => i == 0 ? 'A' : ' ',
                'h' or 'w' => ' ',
                var other => char.ToUpperInvariant(other),
            };
            if (letter != ' ' && (key.Length == 0 || key[^1] != letter))
            {
                key.Append(letter);
            }
        }

        return key.ToString();
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
