namespace MashBroker.Rules;

/// <summary>
/// Reads sentences for who tells, notices, worries or asks in them. Where that is none of the family, no professional and no
/// paper, it is somebody from outside, and most likely whoever referred: "the man who runs the under-nines is worried". Nobody
/// is told of by a passive ("a man was heard"), nor by what one of the family said that another saw.
/// </summary>
/// <param name="kinMayRefer">Somebody of the wider family referred, or nobody knows who did: a grandmother who tells is one, too.</param>
internal sealed class TellingSubjects(bool kinMayRefer)
{
    /// <summary>Places in <paramref name="flow"/>, where names of the family are masked.</summary>
    public IEnumerable<(int Start, int End)> In(string flow, ReadText text)
    {
        var start = 0;
        for (var i = 0; i <= flow.Length; i++)
        {
            if (i < flow.Length && !EndsSentence(flow, i))
            {
                continue;
            }

            foreach (var found in InSentence(flow, Words(flow, start, i), text))
            {
                yield return found;
            }

            start = i + 1;
        }
    }

    private static bool EndsSentence(string flow, int i) =>
        flow[i] is '!' or '?' or ';' or ':'
        || (flow[i] == '.' && (i + 1 == flow.Length || flow[i + 1] is ' ' or '.' or '"' or '\''));

    private static List<Word> Words(string flow, int start, int end)
    {
        var words = new List<Word>();
        for (var i = start; i < end; i++)
        {
            if (flow[i] is ',' or '(' or ')' or '/')
            {
                words.Add(new Word(",", i));
                continue;
            }

            var from = i;
            while (i < end && (char.IsLetterOrDigit(flow[i]) || flow[i] is '\'' or '*'))
            {
                i++;
            }

            if (i > from)
            {
                words.Add(new Word(flow[from..i].Trim('\''), from));
                i--;
            }
        }

        return words;
    }

    private IEnumerable<(int, int)> InSentence(string flow, List<Word> words, ReadText text)
    {
        var least = 0;
        var ofFamily = false;
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Text is "that" && ofFamily)
            {
                least = i + 1;
                continue;
            }

            if (TellingVerbs.At([.. words.Skip(i).Take(3).Select(word => word.Text)]) is not { } tells)
            {
                continue;
            }

            if (
                Subject(words, i, least, tells) is not { Count: > 0 } subject
                || subject.Exists(word => word.Text.Length == 0 || word.Text is ",")
            )
            {
                continue;
            }

            switch (Judge(subject, tells, text))
            {
                case Teller.Outsider when !ofFamily:
                    yield return (subject[0].At, words[i].At + words[i].Text.Length);
                    yield break;
                case Teller.OfTheCase:
                    ofFamily = true;
                    break;
            }

            least = i + 1;
        }
    }

    private static List<Word>? Subject(List<Word> words, int verb, int least, TellingVerb tells)
    {
        var end = verb;
        var being = false;
        while (end > least && TellingVerbs.IsBetween(words[end - 1].Text))
        {
            end--;
            being |= words[end].Text is "was" or "were" or "is" or "are" or "be" or "been" or "being" or "am";
        }

        if (being != tells.NeedsBe && (being || tells.NeedsBe))
        {
            return null;
        }

        var start = end;
        while (start > least && !TellingVerbs.IsBreak(words[start - 1].Text))
        {
            start--;
        }

        // "The man at the shop, who knows her, says": what stands between commas belongs to what is before them.
        if ((start == end || words[start].Text is "who") && start > least && words[start - 1].Text is "," or "and")
        {
            start = least;
            end = words.FindIndex(least, word => word.Text is "," or "and" or "who");
            if (end <= start)
            {
                return null;
            }
        }

        return words[start..end];
    }

    private Teller Judge(List<Word> subject, TellingVerb tells, ReadText text)
    {
        var head = 0;
        while (head < subject.Count && !(head > 0 && People.Follows(subject[head].Text) && !Partitive(subject, head)))
        {
            head++;
        }

        var phrase = subject[..head];
        var noun = phrase[^1].Text;
        // "She named a man called": somebody of the family is the subject of another verb between.
        if (
            phrase
                .SkipLast(1)
                .Where((word, at) => People.Pronouns.Contains(word.Text) || at < phrase.Count - 2)
                .Any(word => IsOfFamily(word.Text) && !People.Determiners.Contains(word.Text))
        )
        {
            return Teller.OfTheCase;
        }

        if (People.Determiners.Contains(noun))
        {
            return Teller.None;
        }

        if (People.Pronouns.Contains(noun) || noun[0] == TellingPhrases.OfFamily || noun[0] == '*')
        {
            return Teller.OfTheCase;
        }

        var plain = noun.EndsWith("'s", StringComparison.Ordinal) ? noun[..^2] : noun;
        var through = phrase[..^1]
            .Any(word =>
                (
                    word.Text.EndsWith("'s", StringComparison.Ordinal)
                    || word.Text.EndsWith("s'", StringComparison.Ordinal)
                )
                && !People.Children.Contains(word.Text.Split('\'')[0])
                && word.Text[0] != TellingPhrases.OfFamily
                && !People.Papers.Contains(word.Text.Split('\'')[0])
                && !People.IsProfessional(word.Text.Split('\'')[0])
            );
        if (People.IsProfessional(plain) || People.Papers.Contains(plain))
        {
            return Teller.OfTheCase;
        }

        // "Her brother's wife": kin of kin are not of the household.
        if (
            phrase[..^1]
                .Any(word =>
                    word.Text.EndsWith("'s", StringComparison.Ordinal) && People.Sideways.Contains(word.Text[..^2])
                )
        )
        {
            return Teller.Outsider;
        }

        // "A teenage girl who sits for them": one of many, and said which.
        if (head < subject.Count && phrase[0].Text is "a" or "an" or "another" && People.Household.Contains(plain))
        {
            return Teller.Outsider;
        }

        if (People.Partners.Contains(plain))
        {
            return Teller.OfTheCase;
        }

        if (People.WiderKin.Contains(plain))
        {
            return kinMayRefer ? Teller.Outsider : Teller.OfTheCase;
        }

        if (People.Household.Contains(plain))
        {
            return through ? Teller.Outsider : Teller.OfTheCase;
        }

        if (People.Is(plain) || phrase.Any(word => People.Someone.Contains(word.Text)))
        {
            return Teller.Outsider;
        }

        // A name that is nobody's of the family and not the referrer's: Mrs Ahmed, who teaches her.
        var at = text.FlowFrom[phrase[^1].At];
        var named =
            !OrdinaryWords.Contains(plain)
            || (phrase.Count > 1 && char.IsAsciiLetterUpper(text.Folded[at]) && !text.Shouted);
        return named || tells.PeopleOnly || !People.Determiners.Contains(phrase[0].Text)
            ? Teller.None
            : Teller.Outsider;
    }

    private static bool IsOfFamily(string word) =>
        People.Pronouns.Contains(word)
        || People.Household.Contains(word)
        || (word[0] == TellingPhrases.OfFamily && !word.EndsWith("'s", StringComparison.Ordinal));

    // "One of her friends": the friend is who tells.
    private static bool Partitive(List<Word> subject, int of) =>
        subject[of].Text is "of"
        && subject[of - 1].Text
            is "one"
                or "some"
                or "several"
                or "two"
                or "member"
                or "members"
                or "friend"
                or "parent"
                or "any"
                or "another";

    private readonly record struct Word(string Text, int At);

    private enum Teller
    {
        None,
        OfTheCase,
        Outsider,
    }
}
