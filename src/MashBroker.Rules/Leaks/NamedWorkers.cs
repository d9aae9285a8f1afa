using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Somebody written with a title or with both names who is none of the family: agencies know whom they work with, and the referrer's
/// own name is looked for elsewhere. Where it is said at once where such a one is from, it may be anybody.
/// </summary>
/// <param name="referrer">The parts of the referrer's name: what sounds a little like one of them is nobody's of the work.</param>
internal sealed partial class NamedWorkers(IEnumerable<string> referrer)
{
    private readonly string[] _referrer = [.. referrer.Where(part => part.Length > 3)];

    /// <summary>Stands for each letter of such a name.</summary>
    public const char Mark = 'ŵ';

    /// <summary>The same flow with such names marked, of the same length, so that places stay.</summary>
    /// <param name="flow">Names of the family masked.</param>
    public string Mask(string flow, ReadText text)
    {
        if (text.Shouted)
        {
            return flow;
        }

        var masked = flow.ToCharArray();
        foreach (
            var found in Titled()
                .Matches(flow)
                .Concat(Pair().Matches(flow).Where(IsNobodysWord))
                .Where(found => !IsLikeReferrer(found.Groups["name"].Value))
                .Where(found =>
                    IsCapital(text, found.Groups["whole"].Index) && IsCapital(text, found.Groups["name"].Index)
                )
        )
        {
            var (start, end) = (found.Groups["whole"].Index, found.Groups["name"].Index + found.Groups["name"].Length);
            for (var at = start; at < end; at++)
            {
                masked[at] = Mark;
            }
        }

        return new string(masked);
    }

    // "Fistlewood" for Thistlewood.
    private bool IsLikeReferrer(string name) =>
        _referrer.Any(part => Likeness.Slips(name, part, part.Length / 3) <= part.Length / 3);

    private static bool IsNobodysWord(Match pair) =>
        !OrdinaryWords.Contains(pair.Groups["given"].Value) && !OrdinaryWords.Contains(pair.Groups["name"].Value);

    private static bool IsCapital(ReadText text, int at) => char.IsAsciiLetterUpper(text.Folded[text.FlowFrom[at]]);

    private const string Elsewhere =
        @"(?! (?:from|next|opposite|across|over|upstairs|downstairs|down|up|at|in|who|whose|and|of|the|her|his|their|our)\b)(?!')(?!, who (?:lives?|lived|works?|worked|rents?|sits?|walks?|minds?|cleans?|cuts?|sells?|drives?|teaches|coaches)\b)";

    [GeneratedRegex(
        $@"(?<whole>\b(?:(?:mr|mrs|ms|miss) (?<name>[a-z]{{3,}})\b{Elsewhere}|(?:dr|pc|pcso|ps|dc|ds|wpc|sgt|sergeant|constable|inspector) (?:\d{{1,6}} )?(?<name>[a-z]{{3,}})\b(?!')))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Titled();

    // Looked for from each word: any two that adjoin may be the name.
    [GeneratedRegex(
        $@"\b(?=(?<whole>(?<given>[a-z]{{3,}}) (?<name>[a-z]{{3,}})\b{Elsewhere}))",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Pair();
}
