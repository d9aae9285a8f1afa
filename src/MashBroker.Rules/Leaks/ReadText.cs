using System.Text;
using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>A text read once, for everybody who looks for something in it.</summary>
internal sealed partial class ReadText
{
    /// <summary>Milliseconds for one pattern; a text that takes longer counts as not checked.</summary>
    internal const int LongestMatch = 5000;

    private readonly Folding _folding;
    private (string Text, int[] From)? _squeezed;
    private (string Text, int[] From)? _flow;

    public ReadText(string text)
    {
        _folding = Folding.Of(text);
        Folded = _folding.Text;
        Words = [.. WordIn().Matches(Folded).Select(Word)];
        Shouted = Folded.Count(char.IsAsciiLetterUpper) > Folded.Count(char.IsAsciiLetterLower);
        Whispered = !Folded.Any(char.IsAsciiLetterUpper);
    }

    public string Folded { get; }

    public IReadOnlyList<ReadWord> Words { get; }

    /// <summary>Most letters are large: they say nothing of names.</summary>
    public bool Shouted { get; }

    /// <summary>No letter is large.</summary>
    public bool Whispered { get; }

    /// <summary>Small letters and digits with nothing between them.</summary>
    public string Squeezed => (_squeezed ??= Squeeze()).Text;

    /// <summary>For each of them its place in the folded text.</summary>
    public int[] SqueezedFrom => (_squeezed ??= Squeeze()).From;

    /// <summary>Small letters, one blank between words, hyphens within words as blanks, sentence marks as they are.</summary>
    public string Flow => (_flow ??= Spelling.Mend(SmallWords.Mend(Flowing()), Folded)).Text;

    public int[] FlowFrom => (_flow ??= Spelling.Mend(SmallWords.Mend(Flowing()), Folded)).From;

    /// <summary>A finding at a part of the folded text.</summary>
    public LeakFinding Find(LeakKind kind, string path, int start, int end)
    {
        var first = _folding.From[start];
        var last = end >= _folding.From.Length ? _folding.From[^1] : _folding.From[Math.Max(end - 1, start)] + 1;
        return new LeakFinding(kind, path, first, Math.Max(1, last - first));
    }

    private ReadWord Word(Match match)
    {
        var value = match.Value;
        var before = match.Index - 1;
        while (before >= 0 && Folded[before] is ' ' or '\t')
        {
            before--;
        }

        var opens =
            before < 0 || Folded[before] is '.' or '!' or '?' or '\n' or '\r' or '"' or ':' or ';' or '(' or '-' or '*';
        // "Mrs. Bell", "G. Hartnell": the stop of a short word ends no sentence.
        if (opens && before > 0 && Folded[before] == '.' && EndsShort(before))
        {
            opens = false;
        }

        var possessive = value.EndsWith("'s", StringComparison.OrdinalIgnoreCase) && value.Length > 2;
        var owner = possessive ? value[..^2] : value;
        var plain = owner.Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();
        var gapStart = match.Index;
        while (
            gapStart > 0
            && Folded[gapStart - 1]
                is ' '
                    or '\t'
                    or '.'
                    or ','
                    or '-'
                    or '_'
                    or '\n'
                    or '\r'
                    or '('
                    or '\''
                    or '"'
                    or '/'
                    or '&'
                    or '+'
        )
        {
            gapStart--;
        }

        var end = match.Index + match.Length;
        return new ReadWord(
            plain,
            match.Index,
            end,
            char.IsAsciiLetterUpper(value[0]),
            owner.Length > 1 && !owner.Any(char.IsAsciiLetterLower) && owner.Count(char.IsAsciiLetterUpper) > 1,
            opens,
            gapStart > 0 && match.Index - gapStart <= 4,
            (match.Index > 0 && Folded[match.Index - 1] is '@' or '#' or '_' or '.' && NotBlankBeyond(match.Index - 2))
                || (end < Folded.Length && Folded[end] is '@' or '_')
                || (value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter))
                || Humped(value),
            possessive
        );
    }

    private bool NotBlankBeyond(int at) => at < 0 || !char.IsWhiteSpace(Folded[at]);

    // "A r e f u g e": the first is a word.
    private bool IsOwnWord(int start, int i) => i == start + 1 && Folded[start] is 'a' or 'A' or 'I';

    private static bool Humped(string value)
    {
        // GHartnell
        if (
            value.Length > 3
            && char.IsAsciiLetterUpper(value[0])
            && char.IsAsciiLetterUpper(value[1])
            && char.IsAsciiLetterLower(value[2])
        )
        {
            return true;
        }

        for (var i = 1; i < value.Length; i++)
        {
            if (char.IsAsciiLetterUpper(value[i]) && char.IsAsciiLetterLower(value[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsShort(int stop)
    {
        var start = stop;
        while (start > 0 && char.IsAsciiLetter(Folded[start - 1]))
        {
            start--;
        }

        return stop - start == 1 || (stop - start <= 4 && Titles.Contains(Folded[start..stop].ToLowerInvariant()));
    }

    private (string, int[]) Squeeze()
    {
        var letters = new StringBuilder(Folded.Length);
        var from = new List<int>(Folded.Length);
        for (var i = 0; i < Folded.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(Folded[i]))
            {
                letters.Append(char.ToLowerInvariant(Folded[i]));
                from.Add(i);
            }
        }

        from.Add(Folded.Length);
        return (letters.ToString(), [.. from]);
    }

    private (string, int[]) Flowing()
    {
        var flow = new StringBuilder(Folded.Length + 2);
        var from = new List<int>(Folded.Length + 2);
        var apart = LettersApart().Matches(Folded);
        var next = 0;
        for (var i = 0; i < Folded.Length; i++)
        {
            var letter = Folded[i];
            // r e f u g e
            while (next < apart.Count && i >= apart[next].Index + apart[next].Length)
            {
                next++;
            }

            if (
                next < apart.Count
                && i > apart[next].Index
                && !char.IsAsciiLetter(letter)
                && !IsOwnWord(apart[next].Index, i)
            )
            {
                continue;
            }

            if (letter is '\n' or '\r')
            {
                letter = '.';
            }
            else if (char.IsWhiteSpace(letter) || letter is '-' or '_')
            {
                letter = ' ';
            }

            if (letter == ' ' && (flow.Length == 0 || flow[^1] == ' '))
            {
                continue;
            }

            flow.Append(char.ToLowerInvariant(letter));
            from.Add(i);
            if (EndsSentence(i))
            {
                flow.Append(' ');
                from.Add(i);
            }
        }

        from.Add(Folded.Length);
        return (flow.ToString(), [.. from]);
    }

    // The end of a line, and a stop that a hurried hand put no blank behind; within J.B. and a web address it is none.
    private bool EndsSentence(int i) =>
        Folded[i] is '\n' or '\r'
        || (
            Folded[i] == '.'
            && i > 0
            && i + 1 < Folded.Length
            && (char.IsAsciiLetterLower(Folded[i - 1]) || char.IsAsciiDigit(Folded[i - 1]))
            && char.IsAsciiLetterUpper(Folded[i + 1])
        );

    internal static readonly HashSet<string> Titles = new(
        "mr mrs ms miss mx dr doctor prof professor sir lady dame lord rev revd reverend father sister brother cllr councillor madam auntie aunty uncle master mister".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    [GeneratedRegex(
        @"(?<![A-Za-z0-9'])(?:[A-Za-z][ .\-_]){4,}[A-Za-z](?![A-Za-z0-9'])",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex LettersApart();

    [GeneratedRegex(@"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*", RegexOptions.CultureInvariant, ReadText.LongestMatch)]
    private static partial Regex WordIn();
}
