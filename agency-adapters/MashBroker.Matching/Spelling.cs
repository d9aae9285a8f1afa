namespace MashBroker.Matching;

/// <summary>How near two normalised spellings are.</summary>
internal static class Spelling
{
    /// <summary>Near enough that a person should look. Misses nobody by a single slip.</summary>
    public static bool Similar(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        return shorter > 0
            && (
                a == b
                || (shorter >= 3 && Edits(a, b) <= (shorter >= 8 ? 2 : 1))
                // An initial, a short form.
                || (
                    shorter != 2
                    && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))
                )
                || JaroWinkler(a, b) >= 0.8
            );
    }

    /// <summary>
    /// A slip that does not make another name: two neighbouring letters changed over, or a letter doubled or not, inside the
    /// word. A letter left out, added or exchanged does make another name (Elise, Eloise; Martin, Marvin; Amir, Amira), and twins
    /// are given such names.
    /// </summary>
    public static bool Slip(string a, string b)
    {
        if (a.Length < 4 || b.Length < 4 || a[0] != b[0] || a == b)
        {
            return false;
        }

        return a.Length == b.Length ? NeighboursChanged(a, b) : OneDoubled(a, b);
    }

    /// <summary>Edits of one letter (left out, added, exchanged, changed over with its neighbour) from one to the other.</summary>
    public static int Edits(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var exchanged = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(exchanged, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }

    /// <summary>Jaro-Winkler similarity, 0 to 1; the same whichever comes first.</summary>
    public static double JaroWinkler(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var (inA, inB) = Common(a, b);
        if (inA.Length == 0)
        {
            return 0;
        }

        var changed = inA.Zip(inB).Count(pair => pair.First != pair.Second) / 2.0;
        double common = inA.Length;
        var jaro = ((common / a.Length) + (common / b.Length) + ((common - changed) / common)) / 3;
        var start = a.Zip(b).Take(4).TakeWhile(pair => pair.First == pair.Second).Count();
        return jaro + (start * 0.1 * (1 - jaro));
    }

    private static (string InA, string InB) Common(string a, string b)
    {
        // The shorter one first, so that the greedy pairing below comes out the same for (a, b) and (b, a).
        if (a.Length > b.Length || (a.Length == b.Length && string.CompareOrdinal(a, b) > 0))
        {
            (a, b) = (b, a);
        }

        var window = Math.Max((b.Length / 2) - 1, 0);
        var taken = new bool[b.Length];
        var inA = new List<char>();
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (!taken[j] && a[i] == b[j])
                {
                    taken[j] = true;
                    inA.Add(a[i]);
                    break;
                }
            }
        }

        return (string.Concat(inA), string.Concat(b.Where((_, at) => taken[at])));
    }

    private static bool NeighboursChanged(string a, string b)
    {
        var differing = Enumerable.Range(0, a.Length).Where(at => a[at] != b[at]).ToList();
        return differing is [var first, var second]
            && second == first + 1
            && a[first] == b[second]
            && a[second] == b[first]
            && second < a.Length - 1;
    }

    private static bool OneDoubled(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        if (longer.Length != shorter.Length + 1)
        {
            return false;
        }

        return Enumerable
            .Range(1, longer.Length - 2)
            .Any(at => longer[at] == longer[at - 1] && longer.Remove(at, 1) == shorter);
    }
}
