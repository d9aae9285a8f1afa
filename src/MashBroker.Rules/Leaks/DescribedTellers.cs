namespace MashBroker.Rules;

/// <summary>
/// Sentences that tell of somebody by what one of the family does with them, or by whose parent they are: "the man Ella calls uncle",
/// "the mum who stands with her at the gate". The family's own are called by name or by what they are to the child.
/// </summary>
internal static class DescribedTellers
{
    /// <summary>Places in the flow.</summary>
    public static IEnumerable<(int Start, int End)> In(List<FlowWord> words)
    {
        for (var i = 1; i + 2 < words.Count; i++)
        {
            if (!Describes(words, i))
            {
                continue;
            }

            var tells = Enumerable
                .Range(i + 2, words.Count - i - 2)
                .FirstOrDefault(at => at > i + 2 && Tells(words, i + 1, at), -1);
            if (tells > 0)
            {
                yield return (words[i].At, words[tells].At + words[tells].Text.Length);
                yield break;
            }
        }
    }

    /// <summary>The noun at <paramref name="i"/> is somebody of whom the words behind it say who they are.</summary>
    public static bool Describes(IReadOnlyList<FlowWord> words, int i)
    {
        if (i + 2 >= words.Count || !(i > 0 && People.Determiners.Contains(words[i - 1].Text)))
        {
            return false;
        }

        var (noun, next, verb) = (words[i].Text, words[i + 1].Text, words[i + 2].Text);
        return IsNamed(next)
            ? (People.Is(noun) || Adults.Contains(noun))
                && verb is not ","
                && !IsNamed(verb)
                && !TellingVerbs.IsBreak(verb)
                && OrdinaryWords.Contains(verb)
            : next is "who" or "whose" && OtherParents.Contains(noun) && words[i - 1].Text is "the" or "a"
                || (next is "whose" && (People.Is(noun) || Adults.Contains(noun)));
    }

    // Its subject is not one of the family who is named within the description, nor a pronoun.
    private static bool Tells(List<FlowWord> words, int described, int at)
    {
        // "Has tried to help her before turning to us".
        if (words[at].Text is "us" && words[at - 1].Text is "to")
        {
            return true;
        }

        if (TellingVerbs.At([.. words.Skip(at).Take(6).Select(word => word.Text)]) is not { } verb)
        {
            return false;
        }

        var before = at - 1;
        var being = false;
        while (before > described && TellingVerbs.IsBetween(words[before].Text))
        {
            being |= words[before].Text is "is" or "was" or "are" or "were" or "be" or "been";
            before--;
        }

        return being == verb.NeedsBe
            && before > described
            // "Owes the rent to expressed": no infinitive.
            && !(words[before].Text is "to" && !IsFinite(words[at].Text))
            && words[before].Text is not ("," or "that" or "and" or "the" or "a" or "an")
            && (words[before].Text is "who" || !People.Pronouns.Contains(words[before].Text))
            && !IsNamed(words[before].Text)
            && words[before].Text[0] != NamedWorkers.Mark
            && !People.IsProfessional(words[before].Text)
            && !People.Children.Contains(words[before].Text);
    }

    private static bool IsFinite(string verb) =>
        verb.EndsWith('s') || verb.EndsWith("ed", StringComparison.Ordinal) || verb is "said" or "told" or "rang";

    private static bool IsNamed(string word) =>
        word[0] == TellingPhrases.OfFamily && !word.EndsWith("'s", StringComparison.Ordinal);

    private static readonly HashSet<string> Adults = new(
        "parent mum dad mother father girl lad boy one person people couple family".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> OtherParents = new("mum dad mam parent".Split(' '), StringComparer.Ordinal);
}
