namespace MashBroker.Rules;

/// <summary>
/// Looks for somebody who is only "he" or "she" and is met where people of the referrer's role are: "he leaves parcels there". Where
/// one of the family is named first in a sentence, the pronoun is theirs, unless it says what it felt or saw.
/// </summary>
internal sealed class CircumstanceSeeker(string role, LeakNames household) : LeakSeeker
{
    private readonly IReadOnlySet<string> _world = RoleDomains.Of(role);

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        if (_world.Count == 0)
        {
            yield break;
        }

        foreach (var (start, end) in FlowSentences.Of(text.Flow))
        {
            var words = FlowWord.In(text.Flow, start, end);
            if (words.FindIndex(0, Speaks(words), IsPronoun) is var who && who >= 0 && Meets(words, who))
            {
                yield return text.Find(
                    LeakKind.ReferrerRole,
                    path,
                    text.FlowFrom[words[who].At],
                    text.FlowFrom[words[^1].At + words[^1].Text.Length - 1] + 1
                );
            }
        }
    }

    // As far as nobody else has been named.
    private int Speaks(List<FlowWord> words)
    {
        var named = words.FindIndex(word =>
            IsOfFamily(word.Text) && !word.Text.EndsWith("'s", StringComparison.Ordinal)
        );
        return named < 0 ? words.Count : named;
    }

    private bool Meets(List<FlowWord> words, int who)
    {
        if (
            words.Exists(word => word.Text is "said" or "told" or "says")
            && words.Take(who).Any(word => IsOfFamily(word.Text))
        )
        {
            return false;
        }

        // "She ran Ella home": whoever is meant, it is none of those named.
        if (
            words[who].Text[0] is not 't'
            && words
                .Skip(who + 1)
                .TakeWhile(word => word.Text is not ("before" or "when" or "since" or "until" or "because" or "after"))
                .Any(word => household.Contains(word.Text.Split('\'')[0]))
        )
        {
            return true;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (
                _world.Contains(words[i].Text)
                || _world.Any(world => world.Contains('_', StringComparison.Ordinal) && Runs(words, i, world))
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool Runs(List<FlowWord> words, int i, string world)
    {
        foreach (var piece in world.Split('_'))
        {
            if (i >= words.Count || (piece is "ħ" ? !household.Contains(words[i].Text) : words[i].Text != piece))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    private bool IsOfFamily(string word) =>
        household.Contains(word.Split('\'')[0])
        || word is "lodger" or "man" or "woman" or "boyfriend" or "partner"
        || People.Household.Contains(word)
        || People.IsProfessional(word);

    private static bool IsPronoun(FlowWord word) =>
        word.Text.Split('\'')[0] is "he" or "she" or "they" or "shes" or "hes";
}
