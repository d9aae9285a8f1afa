namespace MashBroker.Rules;

/// <summary>
/// Sentences that tell of somebody without a noun and a verb of telling: who is only a pronoun and comes to the hub, whose note has
/// no subject, and whom the worker answered.
/// </summary>
/// <param name="tellers">Who belongs to the case.</param>
internal sealed class UnnamedTellers(Tellers tellers)
{
    /// <summary>Places in the flow.</summary>
    public IEnumerable<(int Start, int End)> In(List<FlowWord> words) =>
        ToUs(words).Concat(Opening(words)).Concat(SpokenTo(words));

    // "She has saved it for us", "has been in to see us": somebody who is only a pronoun comes to the hub.
    private IEnumerable<(int, int)> ToUs(List<FlowWord> words)
    {
        var us = words.FindIndex(word => word.Text is "us");
        if (
            us < 1
            || !(
                ToHub.Contains(words[us - 1].Text)
                && !words
                    .Take(us)
                    .Any(word =>
                        word.Text
                            is "known"
                                or "open"
                                or "please"
                                or "you"
                                or "wary"
                                or "new"
                                or "consent"
                                or "permission"
                    )
            )
        )
        {
            yield break;
        }

        var who = words.FindIndex(
            0,
            us,
            word =>
                Tellers.IsOfFamily(word.Text)
                || People.Is(word.Text)
                || People.IsProfessional(word.Text)
                || tellers.MayRefer(word.Text)
        );
        if (
            who >= 0
            && (
                People.Is(words[who].Text)
                || tellers.MayRefer(words[who].Text)
                || words[who].Text.Split('\'')[0] is "she" or "he" or "they" or "it"
            )
        )
        {
            yield return (words[who].At, words[us].At + "us".Length);
        }
    }

    // "Gentleman is chair of the residents": whoever is meant by it, a worker's notes on the family do not begin so.
    private static IEnumerable<(int, int)> Opening(List<FlowWord> words)
    {
        if (words.Count > 2 && People.Bare.Contains(words[0].Text) && !People.Pronouns.Contains(words[1].Text))
        {
            yield return (words[0].At, words[1].At + words[1].Text.Length);
        }
        // "Puts his bins out when Dawn does": who it is goes without saying, and it is none of those named.
        else if (
            words.Count > 3
            && TellingVerbs.OfOnlooker(words[0].Text)
            && words.FindIndex(word => word.Text[0] == TellingPhrases.OfFamily) is var named
            && named > 1
            && words[named - 1].Text is not ("with" or "w" or "and" or "by")
        )
        {
            yield return (words[0].At, words[named].At + words[named].Text.Length);
        }
    }

    // "I explained to dad": where a father called, the worker spoke to him about it.
    private IEnumerable<(int, int)> SpokenTo(List<FlowWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (
                !Spoken.Contains(words[i].Text)
                || words.Take(i).Any(word => Tellers.IsOfFamily(word.Text) && word.Text is not ("i" or "we" or "you"))
            )
            {
                continue;
            }

            var to = i + 1;
            while (to < words.Count && to < i + 7 && IsBeforeNoun(words[to].Text))
            {
                to++;
            }

            if (to < words.Count && tellers.IsOfReferrer(words[to].Text))
            {
                yield return (words[i].At, words[to].At + words[to].Text.Length);
            }
        }
    }

    private static bool IsBeforeNoun(string word) =>
        word
            is "to"
                or "with"
                or "the"
                or "birth"
                or "bio"
                or "back"
                or "again"
                or "grown"
                or "up"
                or "big"
                or "older"
                or "adult"
                or "half"
        || (word[0] == TellingPhrases.OfFamily && word.EndsWith("'s", StringComparison.Ordinal));

    private static readonly HashSet<string> Spoken = new(
        "explained spoke told advised asked reassured assured thanked promised rang phoned emailed texted updated informed t/c answered".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> ToHub = new(
        "for to with tell ring see let give show phone call contact send sends sent gives gave shows showed tells told rang rings up trusted trusts".Split(
            ' '
        ),
        StringComparer.Ordinal
    );
}
