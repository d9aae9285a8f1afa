using System.Text;

namespace MashBroker.Rules;

/// <summary>Whether one word may be another written otherwise: by ear, or with a slip of the hand.</summary>
internal static class Likeness
{
    private const int ShortestLike = 4;
    private const int LongWord = 7;

    /// <summary>True also for the same word.</summary>
    public static bool Of(string written, string meant)
    {
        if (written == meant)
        {
            return true;
        }

        var longer = Math.Max(written.Length, meant.Length);
        if (Math.Min(written.Length, meant.Length) < ShortestLike - 1 || longer < ShortestLike)
        {
            return false;
        }

        var slips = longer >= LongWord ? 2 : 1;
        var begin = MayBeginAlike(written[0], meant[0]);
        if (!begin && longer < LongWord && !(written[0] == meant[1] && written[1] == meant[0]))
        {
            return false;
        }

        if (Math.Abs(written.Length - meant.Length) <= slips && Slips(written, meant, slips) <= slips)
        {
            // The first letter is the last that people get wrong, unless it sounds alike.
            return written[0] == meant[0]
                || FirstSound(written) == FirstSound(meant)
                || (longer >= LongWord && Slips(written, meant, slips) == 1)
                || (written.Length > 1 && meant.Length > 1 && written[0] == meant[1] && written[1] == meant[0]);
        }

        return begin
            && Math.Abs(written.Length - meant.Length) <= 3
            && Sound(written) is { Length: > 1 } sound
            && sound == Sound(meant)
            // Two consonants are Rowan as well as Reenie.
            && Slips(written, meant, longer) <= (sound.Length > 2 ? longer / 2 : 2);
    }

    /// <summary>Letters added, lost, replaced or changed over with a neighbour; anything above <paramref name="most"/> is too many.</summary>
    public static int Slips(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var slips = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    slips = Math.Min(slips, before[j - 2] + 1);
                }

                row[j] = slips;
                least = Math.Min(least, slips);
            }

            // A change over looks back two rows, and no farther.
            if (least > most + 1)
            {
                return most + 1;
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length];
    }

    // First letters of words that can sound alike; "kn" and "gh" begin with what their second letter says.
    private static bool MayBeginAlike(char one, char other) =>
        one == other || (FirstSounds(one) & FirstSounds(other)) != 0;

    private static int FirstSounds(char letter) =>
        letter switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' => 1,
            'b' => 2,
            'p' => 2 | 4 | 32,
            'f' or 'v' => 4,
            'c' or 'q' => 8 | 32,
            'k' => 8 | 16,
            'x' => 8,
            'g' => 64 | 128,
            'j' => 128,
            'm' or 'n' => 16,
            's' or 'z' => 32,
            't' => 256 | 8,
            'd' => 256 | 128,
            'w' => 512 | 1024,
            'r' => 1024,
            'h' => 2048,
            'l' => 4096,
            _ => 0,
        };

    private static char FirstSound(string word) => Sound(word) is { Length: > 0 } sound ? sound[0] : word[0];

    // Roughly how it sounds in English: consonants by kind, vowels only at the beginning.
    private static string Sound(string word)
    {
        var said = new StringBuilder(word);
        foreach (var (written, heard) in Heard)
        {
            said.Replace(written, heard);
        }

        var sound = new StringBuilder(said.Length);
        for (var i = 0; i < said.Length; i++)
        {
            var letter = said[i] switch
            {
                'c' when i + 1 < said.Length && said[i + 1] is 'e' or 'i' or 'y' => 's',
                'c' or 'q' => 'k',
                'z' => 's',
                'j' => 'j',
                'g' when i + 1 < said.Length && said[i + 1] is 'e' or 'i' or 'y' => 'j',
                'd' => 't',
                'b' => 'p',
                'v' => 'f',
                'm' => 'n',
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' => i == 0 ? 'a' : ' ',
                'h' or 'w' => i == 0 ? said[i] : ' ',
                _ => said[i],
            };
            if (letter != ' ' && (sound.Length == 0 || sound[^1] != letter))
            {
                sound.Append(letter);
            }
        }

        return sound.ToString();
    }

    private static readonly (string Written, string Heard)[] Heard =
    [
        ("ough", "o"),
        ("igh", "i"),
        ("ph", "f"),
        ("gh", "g"),
        ("kn", "n"),
        ("wr", "r"),
        ("wh", "w"),
        ("ck", "k"),
        ("sch", "sk"),
        ("tch", "ch"),
        ("dg", "j"),
        ("mb", "m"),
        ("ps", "s"),
        ("th", "t"),
        ("x", "ks"),
        ("mc", "mak"),
        ("mac", "mak"),
        ("ks", "ks"),
    ];
}
