using System.Globalization;
using System.Text.RegularExpressions;

namespace MashBroker.Contracts.Consultations;

/// <summary>
/// Whether a short text names nobody. It is strict on purpose: a capital letter is taken for a name unless the word is known here,
/// for a note can always be written in small letters, and what was once written of a child cannot be unwritten.
/// </summary>
internal static partial class NamelessText
{
    public const string Remedy =
        "Say what was asked without names, dates, numbers and places; write in small letters what is no name. Where the child has to "
        + "be named, send a contact";

    private static readonly HashSet<string> Known = new(NamelessWords.All, StringComparer.Ordinal);

    /// <summary>What may tell of whom it is; empty where nothing does. Never repeats the text.</summary>
    public static IReadOnlyList<string> Judge(string? text) =>
        text is null ? [] : [.. Judge(text, Known), .. JudgeSpoken(text)];

    // What somebody types while they listen: names in small letters, numbers in words.
    private static List<string> JudgeSpoken(string text)
    {
        var read = PlainLetters.Are(text) ? PlainLetters.Normalise(text) : "";
        var found = new List<string>();
        Note(found, SpokenNumber(), read, "holds a run of digits or of words for digits");
        Note(found, Numbered(), read, "holds what may be the number of a house");
        if (Word().Matches(read).Any(word => GivenNames.Has(Bare(word.Value))))
        {
            found.Add("holds what may be somebody's given name");
        }

        if (OfAChild().Matches(read).Any(match => !GivenNames.MayFollow(Bare(match.Groups["word"].Value))))
        {
            found.Add("may say who the child is");
        }

        return found;
    }

    private static string Bare(string word)
    {
        var plain = word.Replace('’', '\'').Trim('\'');
        return plain.EndsWith("'s", StringComparison.Ordinal) ? plain[..^2] : plain;
    }

    /// <param name="known">Words that may be written with capital letters.</param>
    public static IReadOnlyList<string> Judge(string text, IReadOnlySet<string> known)
    {
        var plain = PlainLetters.Are(text);
        var read = plain ? PlainLetters.Normalise(text) : text;
        return
        [
            .. plain ? [] : (string[])["holds letters or signs that are not checked for names"],
            .. JudgeNumbers(read),
            .. JudgePhrases(read),
            // Green, Amber and Red are names of children, too: only what was rated is a rating.
            .. JudgeWords(Rated().Replace(read, rating => rating.Value.ToLowerInvariant()), known),
        ];
    }

    /// <summary>Dates, numbers, postcodes and addresses only: for a line that may have a name, as an organisation's.</summary>
    public static IReadOnlyList<string> JudgeNumbers(string? text)
    {
        var found = new List<string>();
        if (text is null)
        {
            return found;
        }

        Note(found, Date(), text, "holds what may be a date");
        Note(found, LongNumber(), text, "holds a number that may be somebody's");
        Note(found, PostcodeShape(), text, "holds what may be a postcode");
        Note(found, House(), text, "holds what may be an address");
        Note(found, Email(), text, "holds what may be an e-mail address");
        return found;
    }

    public static IReadOnlyList<string> JudgePhrases(string text)
    {
        var found = new List<string>();
        Note(found, Naming(), text, "holds words by which somebody is named");
        Note(found, Initials(), text, "holds what may be initials");
        return found;
    }

    private static IEnumerable<string> JudgeWords(string text, IReadOnlySet<string> known)
    {
        foreach (var (index, match) in Word().Matches(text).Index())
        {
            var word = Bare(match.Value);
            var place = string.Create(CultureInfo.InvariantCulture, $"word {index + 1}");
            if (word.Any(letter => char.IsLetter(letter) && !IsLatin(letter)))
            {
                yield return $"is in a script that is not checked for names, at {place}";
                yield break;
            }

            if (word.Any(char.IsUpper) && !known.Contains(word))
            {
                yield return $"may name somebody, at {place}";
            }
        }
    }

    private static bool IsLatin(char letter) => letter < 0x250;

    private static void Note(List<string> found, Regex shape, string text, string what)
    {
        if (shape.IsMatch(text))
        {
            found.Add(what);
        }
    }

    private const string Months =
        "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?";

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // Also a day with its month, and a year alone, for a birth; not "level 3/4", "24/7" or the year of an Act.
    [GeneratedRegex(
        @"\b\d{1,4}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{1,4}\b|(?<!\blevels?\s)(?!24/7)\b\d{1,2}/\d{1,2}\b|\b\d{1,2}(st|nd|rd|th)?\s(of\s)?("
            + Months
            + @"|may(?!\s(be|have|need|not|well)\b))\b|\b("
            + Months
            + @")\s\d{1,4}\b|(?<!\bact\s)\b(19|20)\d\d\b",
        Plain
    )]
    private static partial Regex Date();

    [GeneratedRegex(@"\d([\s\-]?\d){4,}", Plain)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", Plain)]
    private static partial Regex PostcodeShape();

    [GeneratedRegex(
        @"\b\d+[a-z]?,?\s+([\p{L}'’]+\s+){0,2}(road|rd|street|st|lane|avenue|ave|close|drive|way|court|crescent|terrace|gardens|grove|square|mews|park)\b|\b(flat|house)\s+(no\.?\s+|number\s+)?\d+",
        Plain
    )]
    private static partial Regex House();

    [GeneratedRegex(
        @"\b((oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|\d+)\b[\s,\-]*){3,}",
        Plain
    )]
    private static partial Regex SpokenNumber();

    [GeneratedRegex(@"\b(number|no\.?|at)\s+\d+[a-z]?\b(?!\s?(%|years?|months?|weeks?|days?|hours?|am|pm))", Plain)]
    private static partial Regex Numbered();

    // "Child protection" and "the pupil has" name nobody; "my pupil sample" may.
    [GeneratedRegex(
        @"\b(child|boy|girl|baby|toddler|pupil|student|son|daughter|lad|lass)\s+(?<word>\p{L}[\p{L}'’\-]*)",
        Plain
    )]
    private static partial Regex OfAChild();

    [GeneratedRegex(@"\S@\S", Plain)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"\b(child|boy|girl|baby|son|daughter|brother|sister|sibling|twin|pupil|student|mother|father|mum|dad|parent|carer|partner|man|woman|person|is|are|was|were)\s+(called|named)\b|\bnames?\s+(is|are|was|were|of\s+the)\b|\bname['’]s\b|\b(surname|first\s+name|known\s+as|aka|a\.k\.a|date\s+of\s+birth|born\s+on|d\.?o\.?b\b|nhs\s+n(o|umber)|lives\s+(at|on)|living\s+at|postcode)",
        Plain
    )]
    private static partial Regex Naming();

    [GeneratedRegex(
        @"\b(re-?)?rat(ed|ing|e)\s+(it\s+|of\s+|is\s+|as\s+)?(Green|Amber|Red)\b((\s*[,/]\s*|\s+(or|and|to)\s+)(Green|Amber|Red)\b)*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Rated();

    [GeneratedRegex(@"(?<![\w.])(?!e\.\s?g\.|i\.\s?e\.)[a-z]\.\s?[a-z]\.", Plain)]
    private static partial Regex Initials();

    [GeneratedRegex(@"[\p{L}\p{M}][\p{L}\p{M}\p{N}'’&\-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
