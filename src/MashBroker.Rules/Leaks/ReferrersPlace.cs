using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Turns of office that have a place for whoever referred: "the form was completed by", "feedback to be given to", "the account of".
/// Who stands there and is plainly none of the family, no professional and nobody with a name of their own, is the referrer,
/// whatever they are called.
/// </summary>
/// <param name="tellers">Who belongs to the case.</param>
internal sealed partial class ReferrersPlace(Tellers tellers)
{
    /// <summary>Places in the flow.</summary>
    /// <param name="flow">Names of the family masked.</param>
    public IEnumerable<(int Start, int End)> In(string flow)
    {
        foreach (Match found in Place().Matches(flow))
        {
            var start = found.Index + found.Length;
            var noun = FlowWord
                .In(flow, start, Math.Min(flow.Length, start + Reach))
                .TakeWhile(word => word.At == start || !flow.AsSpan(start, word.At - start).ContainsAny(".;!?"))
                .ToList();
            var end = noun.FindIndex(word => word.Text is "," || Ends.Contains(word.Text));
            noun = end < 0 ? noun : noun[..end];
            if (noun.Count > 0 && IsReferrer(noun))
            {
                yield return (found.Index, noun[^1].At + noun[^1].Text.Length);
            }
        }
    }

    private bool IsReferrer(List<FlowWord> noun)
    {
        var until = noun.FindIndex(1, word => People.Follows(word.Text));
        var head = (until < 0 ? noun : noun[..until]).SkipWhile(word => Articles.Contains(word.Text)).ToList();
        if (head.Count == 0)
        {
            return false;
        }

        // "The man Ella calls uncle".
        if (noun.Count > 3 && DescribedTellers.Describes(noun, 1))
        {
            return true;
        }

        var (first, last) = (head[0].Text, head[^1].Text);
        if (tellers.IsOfReferrer(last) || Elder(head))
        {
            return true;
        }

        if (
            IsNamed(first)
            || first[0] == NamedWorkers.Mark
            || People.Pronouns.Contains(first)
            || char.IsAsciiDigit(first[0])
            || head.Exists(word => People.IsProfessional(word.Text) || People.Papers.Contains(word.Text))
        )
        {
            return false;
        }

        if (People.Someone.Contains(first) || People.Is(last) || People.WiderKin.Contains(last))
        {
            return !(People.WiderKin.Contains(last) && !tellers.MayRefer(last));
        }

        // "The dad of one of Ella's classmates".
        if (until > 0 && noun[until].Text is "of" && noun.Skip(until).Any(word => OfOthers.Contains(word.Text)))
        {
            return true;
        }

        // "His kid brother", "Ella's dad's mum": of the household, unless they are kin of kin.
        return People.Household.Contains(last)
            && head.Take(head.Count - 1)
                .Any(word =>
                    word.Text is "kid" or "younger" or "older" or "non" or "own"
                    || (
                        word.Text.EndsWith("'s", StringComparison.Ordinal) && People.Household.Contains(word.Text[..^2])
                    )
                );
    }

    private bool Elder(List<FlowWord> head) =>
        head[^1].Text is var last && tellers.IsGrown(last, head.Select(word => word.Text));

    private static bool IsNamed(string word) =>
        word[0] == TellingPhrases.OfFamily && !word.EndsWith("'s", StringComparison.Ordinal);

    // Letters.
    private const int Reach = 120;

    private static readonly HashSet<string> Articles = new("the a an this that our".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> OfOthers = new(
        "classmate classmates friend friends pupil pupils another".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Ends = new(
        "is are was were has have had about when because and for by".Split(' '),
        StringComparer.Ordinal
    );

    [GeneratedRegex(
        @"\b(?:(?:form|referral|questionnaire|portal|contact) (?:was |has been )?(?:completed|filled in|submitted|sent in|made) by|(?:feedback|update|reply|acknowledgement|thanks) (?:is |was )?(?:to (?:be (?:given|sent|offered|made) to|go to)?|(?:given|due|owed) to)|(?:the )?(?:account|version|concerns|worries|information|word|story|statement) (?:of|given by|from)|(?:we are |we're |team is |hub is )?(?:grateful|thankful|indebted) to|(?:initial|first) contact ?:|source(?: of (?:the )?(?:information|concern|referral))? ?:|who (?:referred|reported|rang|called|told us) ?:|(?:referred|reported|raised) by ?:|(?:allegation|concern|information|report|referral) \(?(?:from|by)|passed on by|thanks to what|as (?:reported|told|described|seen) by|(?:only|first|main|other) witness (?:so far )?(?:is|was)) (?=[a-zħ])",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Place();
}
