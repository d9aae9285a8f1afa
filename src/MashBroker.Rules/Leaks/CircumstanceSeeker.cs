namespace MashBroker.Rules;

/// <summary>
/// Looks for somebody who is only "he" or "she" and is met where people of the referrer's role are: "he leaves parcels there". Where
/// one of the family is named first in a sentence, the pronoun is theirs, unless it says what it felt or saw. What only people of
/// the role see or say tells whoever is the subject: "comes in for cider on the slate".
/// </summary>
internal sealed class CircumstanceSeeker(string role, LeakNames household) : LeakSeeker
{
    private readonly RoleWorld _world = RoleDomains.Of(role);

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        if (_world.IsEmpty)
        {
            yield break;
        }

        foreach (var (start, end) in FlowSentences.Of(text.Flow))
        {
            var words = FlowWord.In(text.Flow, start, end);
            if (First(words) is var first && first >= 0)
            {
                yield return text.Find(
                    LeakKind.ReferrerRole,
                    path,
                    text.FlowFrom[words[first].At],
                    text.FlowFrom[words[^1].At + words[^1].Text.Length - 1] + 1
                );
            }
        }
    }

    // From where on the sentence tells; negative: it does not.
    private int First(List<FlowWord> words)
    {
        if (words.FindIndex(0, Speaks(words), IsPronoun) is var who && who >= 0 && Meets(words, who))
        {
            return who;
        }

        // "At her Saturday class Ella couldn't": whose class it is has not been named.
        var own = words.FindIndex(0, Speaks(words), word => word.Text is "his" or "her" or "their");
        if (
            own >= 0
            && !words.Take(own).Any(word => household.Contains(word.Text.Split('\'')[0]))
            && Enumerable.Range(own + 1, 3).Any(i => i < words.Count && Stands(words, i, _world.Places))
        )
        {
            return own;
        }

        return Enumerable.Range(0, words.Count).Cast<int?>().FirstOrDefault(i => Stands(words, i!.Value, _world.Own))
            ?? -1;
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

        // "She ran Ella home": whoever is meant, it is none of those named. Who did harm is of the family.
        if (
            words[who].Text[0] is not 't'
            && !ActsOfFamily.Follow(words, who)
            && words
                .Skip(who + 1)
                .TakeWhile(word => word.Text is not ("before" or "when" or "since" or "until" or "because" or "after"))
                .Any(word => household.Contains(word.Text.Split('\'')[0]))
        )
        {
            return true;
        }

        return Enumerable.Range(0, words.Count).Any(i => Stands(words, i, _world.Met));
    }

    private bool Stands(List<FlowWord> words, int i, IReadOnlyList<RoleTerms> terms) =>
        terms.Any(each => each.Stand(words, i, household.Contains));

    private bool IsOfFamily(string word) =>
        household.Contains(word.Split('\'')[0])
        || word is "lodger" or "man" or "woman" or "boyfriend" or "partner"
        // "Half an hour".
        || (People.Household.Contains(word) && word is not "half")
        || People.IsProfessional(word);

    private static bool IsPronoun(FlowWord word) =>
        word.Text.Split('\'')[0] is "he" or "she" or "they" or "shes" or "hes";
}
