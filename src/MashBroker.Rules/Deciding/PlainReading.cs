using System.Text;
using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// A text as somebody reads it aloud: letters plain, figures within a word as the letters that they look like, a word that was torn
/// apart in one piece; and for all of it the place in the text as it was written.
/// </summary>
internal sealed partial class PlainReading
{
    private readonly List<int> _from = [];

    public PlainReading(string text)
    {
        var folding = Folding.Of(text);
        var signs = Signs().Replace(folding.Text, sign => sign.ValueSpan is "@" ? "a" : "s");
        var folded = Disguised().Replace(signs, word => NameForms.WithoutDigits(word.Value));
        var read = new StringBuilder(folded.Length);
        var copied = 0;
        foreach (Match torn in Torn().Matches(folded))
        {
            var whole = new string([.. torn.Value.Where(char.IsLetter)]);
            if (OrdinaryWords.Contains(whole.ToLowerInvariant()))
            {
                Take(copied, torn.Index);
                for (var at = torn.Index; at < torn.Index + torn.Length; at++)
                {
                    if (char.IsLetter(folded[at]))
                    {
                        Take(at, at + 1);
                    }
                }

                copied = torn.Index + torn.Length;
            }
        }

        Take(copied, folded.Length);
        Text = read.ToString();

        void Take(int start, int end)
        {
            read.Append(folded, start, end - start);
            _from.AddRange(folding.From[start..end]);
        }
    }

    /// <summary>With capitals and stops as they were.</summary>
    public string Text { get; }

    /// <summary>Where a part of <see cref="Text"/> stands in the text as it was written.</summary>
    public (int Start, int Length) Place(int start, int end) => (_from[start], _from[end - 1] + 1 - _from[start]);

    [GeneratedRegex(@"(?<=\p{L})[@$](?=\p{L})", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Signs();

    // kn0wn, pr1son; not s47.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}+(?:\p{N}+\p{L}+)+(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Disguised();

    // un-cle, pri.son, p r i s o n.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}'])(?:\p{L}+(?:[-._*]+\p{L}+)+|(?:\p{L} ){3,}\p{L})(?![\p{L}\p{N}'])",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Torn();
}
