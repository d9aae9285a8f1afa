using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// A referrer's name as it may stand elsewhere: with or without titles, turned round, in part, with an initial, without
/// accents.
/// </summary>
internal sealed partial class ReferrerName(string written)
{
    private static readonly HashSet<string> Titles = new(
        "MR MRS MS MISS MX DR PROF PROFESSOR SIR LADY DAME LORD REV REVD REVEREND CLLR COUNCILLOR MADAM".Split(' '),
        StringComparer.Ordinal
    );

    // Names that are words of any sentence: a single one goes only where it is written like a name.
    private static readonly HashSet<string> OrdinaryWords = new(
        (
            "ABLE ADAMS AMBER ANGEL APRIL ART ASH AUGUST BAKER BEN BILL BISHOP BLACK BOND BROOK BROWN BUSH CARE CARTER CHANCE "
            + "CHURCH COLE COLLIE COOK DAY DAWN DEAN DREW FAITH FIELD FOX FRANK GENE GLASS GLEN GOOD GRACE GRANT GREEN GREY GUY "
            + "HALL HARDY HAZEL HEATHER HILL HOLLY HOPE HUNT HUNTER HUNTS IRIS IVY JACK JADE JOY JUNE KING KNIGHT LAMB LANE LEE "
            + "LILY LITTLE LONG LOVE MARK MARKS MASON MAY MILES MILL MILLS MOON MOORE NASH NIGHT NOBLE NORTH OLIVE PACE PAGE PARK "
            + "PARKER PARKS PAT PEARL PENNY PIKE POND POOL POPE PORTER POTTER POWER PRICE PRINCE RAY RICE RICH ROB ROBIN ROSE "
            + "RUBY RUTH SHARP SHORT SMALL SNOW SOUTH STONE STRONG SUE SUMMER SUMMERS TAYLOR TOWN TURNER VIOLET WALKER WALL "
            + "WARD WATER WATERS WELLS WEST WHITE WILL WINTER WISE WOOD WOODS YOUNG"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // Two letters that begin sentences, or stand within names of others.
    private static readonly HashSet<string> ShortWords = new(
        "AM AN AS AT BE BY DA DE DI DO DU EL GO HE IF IN IS IT LA LE ME MY NO OF OH ON OR SO TO UP US VO WE".Split(' '),
        StringComparer.Ordinal
    );

    private readonly string[] _all = [.. Parts(written)];
    private readonly string[] _parts = [.. WithoutTitles(Parts(written))];

    /// <summary>All parts of the shorter of the two names are parts of the longer.</summary>
    public bool MayBe(string name)
    {
        string[] other = [.. WithoutTitles(Parts(name))];
        return other.Length > 0 && _parts.Length > 0 && (Within(other, _parts) || Within(_parts, other));
    }

    public string Replace(string text, string with, NamesOfHousehold household)
    {
        var words = WordIn().Matches(text).ToArray();
        var replaced = new StringBuilder();
        var copied = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var last = i;
            while (last + 1 < words.Length && IsOfName(words[last]) && Adjoin(text, words[last], words[last + 1]))
            {
                last++;
            }

            if (!IsOfName(words[i]) || !Goes(words[i..(last + 1)], household))
            {
                continue;
            }

            replaced.Append(text, copied, words[i].Index - copied).Append(with);
            copied = words[last].Index + words[last].Length;
            i = last;
        }

        return replaced.Append(text, copied, text.Length - copied).ToString();
    }

    public static IEnumerable<string> Parts(string name) => WordIn().Matches(name).Select(word => Plain(word.Value));

    private bool Adjoin(string text, Match one, Match next) =>
        IsOfName(next) && BetweenNames().IsMatch(text[(one.Index + one.Length)..next.Index]);

    private bool IsOfName(Match word)
    {
        var plain = Plain(word.Value);
        return _all.Contains(plain) || (plain.Length == 1 && char.IsUpper(word.Value[0]) && Within([plain], _parts));
    }

    private bool Goes(IReadOnlyList<Match> run, NamesOfHousehold household)
    {
        string[] parts = [.. run.Select(word => Plain(word.Value)).Where(_parts.Contains).Distinct()];
        if (parts.Length == 0)
        {
            return false;
        }

        // The family's own names stay: the agencies could not search without them.
        if (parts.Length + run.Count(word => word.Length == 1) > 1)
        {
            return !household.OfOnePerson(parts);
        }

        var only = run.First(word => Plain(word.Value) == parts[0]).Value;
        var likeAName = !char.IsLower(only[0]);
        return !household.Contains(parts[0])
            && parts[0].Length switch
            {
                1 => false,
                2 => likeAName && !ShortWords.Contains(parts[0]),
                _ => likeAName || !OrdinaryWords.Contains(parts[0]),
            };
    }

    private static bool Within(string[] some, string[] all) =>
        some.All(part =>
            all.Contains(part)
            || all.Any(other =>
                (part.Length == 1 && other.StartsWith(part, StringComparison.Ordinal))
                || (other.Length == 1 && part.StartsWith(other, StringComparison.Ordinal))
            )
        );

    private static IEnumerable<string> WithoutTitles(IEnumerable<string> parts) =>
        parts.Where(part => !Titles.Contains(part));

    // Accents and apostrophes come and go between a form and a telephone note.
    private static string Plain(string word) =>
        string.Concat(
            word.Normalize(NormalizationForm.FormD)
                .ToUpperInvariant()
                .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                .Where(letter => letter is not ('\'' or '’'))
        );

    // O'Neill is one word; Neill's is a word and its possessive.
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’](?!s\b)[\p{L}\p{M}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex WordIn();

    [GeneratedRegex(@"\A(?:[ \t]+|\.[ \t]*|,[ \t]*|[-‐‑][ \t]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenNames();
}
