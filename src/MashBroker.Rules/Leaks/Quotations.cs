using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>What stands in quotation marks in a text, and is said by one of the family: it stays in their words.</summary>
/// <param name="flow">Names of the family masked.</param>
internal sealed partial class Quotations(string flow)
{
    // Letters of the sentence around a quotation that may say whose it is.
    private const int Reach = 600;

    private static readonly char[] Stops = ['.', '!', '?', ';'];

    private readonly List<int> _double =
    [
        .. Enumerable.Range(0, flow.Contains('"') ? flow.Length : 0).Where(at => flow[at] == '"'),
    ];

    private readonly List<Match> _single = flow.Contains('\'') ? [.. SingleQuotes().Matches(flow).Cast<Match>()] : [];

    /// <summary>Said by one of the family: the sentence says whose words they are.</summary>
    public bool Hold(int at)
    {
        if (Around(at) is not (var start, var end))
        {
            return false;
        }

        var sentence = flow.LastIndexOfAny(Stops, Math.Max(0, start - 1)) + 1;
        var lead = flow[Math.Max(Math.Min(sentence, start), start - Reach)..start];
        var behind = Math.Min(end + 1, flow.Length);
        var next = flow.IndexOfAny(Stops, Math.Min(end + 1, flow.Length - 1));
        var tail = flow[behind..Math.Min(next < 0 ? flow.Length : Math.Max(next, behind), behind + Reach)];
        // Ella (aged 10): "..."
        return IsSaidByFamily(lead) || IsSaidByFamily(tail) || (lead.TrimEnd().EndsWith(':') && Speaks(lead));
    }

    public static bool IsSaidByFamily(string words) => Said().IsMatch(words) && Speaks(words);

    private (int Start, int End)? Around(int at)
    {
        var before = _double.BinarySearch(at) is var found && found < 0 ? ~found : found;
        if (before % 2 == 1)
        {
            return before < _double.Count ? (_double[before - 1], _double[before]) : null;
        }

        return _single.Find(quote => quote.Index < at && quote.Index + quote.Length > at) is { } single
            ? (single.Index, single.Index + single.Length - 1)
            : null;
    }

    private static bool Speaks(string words) =>
        words
            .Split([' ', ',', ':', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => CasePeople.Speakers.Contains(word) || word[0] == TellingPhrases.OfFamily);

    [GeneratedRegex(
        @"(?<![a-z0-9])'[^'""]{2,200}(?:'[a-z]+[^'""]{0,200})*'(?![a-z])",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex SingleQuotes();

    [GeneratedRegex(
        @"\b(?:said|says|saying|told|tells|telling|shouted|screamed|wrote|written|replied|stated|asked|disclosed|heard|cried|whispered|texted|words|answered|explained|quoted|added|posted|reported|reports|described|repeated|described|shouts|screams)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Said();
}
