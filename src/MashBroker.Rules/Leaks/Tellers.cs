namespace MashBroker.Rules;

/// <summary>Whom a sentence makes tell.</summary>
internal enum Teller
{
    None,

    /// <summary>One of the family, a professional or a paper: that they tell is a fact of the case.</summary>
    OfTheCase,

    /// <summary>Anybody else, and most likely whoever referred.</summary>
    Outsider,
}

/// <summary>Judges by the noun that stands for somebody whether they belong to the case.</summary>
/// <param name="kinMayRefer">Somebody of the wider family referred, or nobody knows who did: a grandmother who tells is one, too.</param>
/// <param name="ofReferrer">What a referrer of the family itself is called: father and dad for a father who lives elsewhere.</param>
internal sealed class Tellers(bool kinMayRefer, IReadOnlySet<string> ofReferrer)
{
    /// <summary>Somebody of the family, in the wide sense, who may be whoever referred.</summary>
    public bool MayRefer(string noun) => ofReferrer.Contains(noun) || (kinMayRefer && People.WiderKin.Contains(noun));

    /// <summary>A word the referrer is called by, who is of the family itself.</summary>
    public bool IsOfReferrer(string noun) => ofReferrer.Contains(noun);

    /// <summary>A grown child of a parent of the family, where a sister or a brother of the child referred.</summary>
    public bool IsGrown(string noun, IEnumerable<string> said) =>
        ((noun is "daughter" && ofReferrer.Contains("sister")) || (noun is "son" && ofReferrer.Contains("brother")))
        && said.Any(word => word is "eldest" or "oldest" or "elder" or "older" or "grown" or "adult" or "big");

    /// <summary>The noun, up to what is said behind it, is one that the referrer is called by.</summary>
    public bool IsReferrers(IReadOnlyList<FlowWord> noun) =>
        noun.TakeWhile((_, at) => at == 0 || !Ends(noun, at)).Last() is var head && ofReferrer.Contains(head.Text);

    /// <param name="subject">The words of the noun, with what is said behind it.</param>
    public Teller Judge(IReadOnlyList<FlowWord> subject, TellingVerb tells, ReadText text)
    {
        var head = 0;
        while (head < subject.Count && !(head > 0 && Ends(subject, head) && !Partitive(subject, head)))
        {
            head++;
        }

        var phrase = subject.Take(head).ToList();
        // "It was his other half who".
        if (phrase.Count > 2 && phrase[0].Text is "it" or "this" or "that" && phrase[1].Text is "was" or "is")
        {
            phrase = phrase[2..];
        }

        // "The caller was Ella herself".
        if (subject.Skip(1).Where((word, at) => IsNamed(word.Text) && subject[at].Text is "is" or "was").Any())
        {
            return Teller.OfTheCase;
        }

        // "The man Ella calls uncle" is known by what she does; "the man Ella" alone is not over yet.
        if (phrase.Count > 2 && People.Determiners.Contains(phrase[0].Text) && IsNamed(phrase[2].Text))
        {
            if (DescribedTellers.Describes(subject, 1))
            {
                return Teller.Outsider;
            }

            if (People.Is(phrase[1].Text))
            {
                return Teller.None;
            }
        }

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

        // "No bedding on the top bunk Ella says": the comma is missing, and Ella does.
        if (
            subject.Count > head + 2
            && subject[^1].Text[0] == TellingPhrases.OfFamily
            && !subject[^1].Text.EndsWith("'s", StringComparison.Ordinal)
            && !People.Follows(subject[^2].Text)
            && OrdinaryWords.Contains(subject[^2].Text)
            && !subject[^2].Text.EndsWith("ing", StringComparison.Ordinal)
            && !subject.Any(word => word.Text is "who" or "whose" or "that" or "which")
        )
        {
            return Teller.OfTheCase;
        }

        if (People.Pronouns.Contains(noun) || noun[0] is TellingPhrases.OfFamily or NamedWorkers.Mark or '*')
        {
            return Teller.OfTheCase;
        }

        var plain = noun.EndsWith("'s", StringComparison.Ordinal) ? noun[..^2] : noun;
        if (ofReferrer.Contains(Joined(phrase, plain)) || IsGrown(plain, phrase.Select(word => word.Text)))
        {
            return Teller.Outsider;
        }

        // "Miss from ballet".
        if (plain is "miss" or "sir" && phrase.Count == 1 && head < subject.Count)
        {
            return Teller.Outsider;
        }

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

        // A school coach, a learning mentor: what they work for makes them professionals. A school friend is none.
        if (!People.Peers.Contains(plain) && phrase.SkipLast(1).Any(word => People.Employers.Contains(word.Text)))
        {
            return Teller.OfTheCase;
        }

        // "Ella's own family", and no agency.
        if (plain is "family" && phrase.Exists(word => word.Text is "own"))
        {
            return Teller.Outsider;
        }

        // "A member of the extended family".
        if (plain is "family" && phrase.Any(word => word.Text is "member" or "members" or "someone" or "somebody"))
        {
            return kinMayRefer ? Teller.Outsider : Teller.OfTheCase;
        }

        // "The family over the road".
        if (
            plain is "family" or "couple" or "parents" or "household" or "mother" or "mum"
            && head < subject.Count
            && subject[head].Text
                is "over"
                    or "next"
                    or "across"
                    or "opposite"
                    or "upstairs"
                    or "downstairs"
                    or "above"
                    or "below"
        )
        {
            return Teller.Outsider;
        }

        // "The mother of a classmate", "the brother of the father".
        if (
            head < subject.Count
            && subject[head].Text is "of"
            && (People.Household.Contains(plain) || People.Partners.Contains(plain))
            && subject.Skip(head + 1).Take(5).Any(word => People.OtherFamilies.Contains(word.Text))
        )
        {
            return Teller.Outsider;
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

    private static bool IsNamed(string word) =>
        word[0] == TellingPhrases.OfFamily && !word.EndsWith("'s", StringComparison.Ordinal);

    public static bool IsOfFamily(string word) =>
        People.Pronouns.Contains(word)
        || People.Household.Contains(word)
        || (word[0] == TellingPhrases.OfFamily && !word.EndsWith("'s", StringComparison.Ordinal));

    // What follows says more of whoever was named: "in the flat below", 09.40; "grown up" says which.
    private static bool Ends(IReadOnlyList<FlowWord> noun, int at) =>
        char.IsAsciiDigit(noun[at].Text[0])
        || (People.Follows(noun[at].Text) && !(noun[at].Text is "up" && noun[at - 1].Text is "grown"));

    // "Step mum" is one word, and no mum.
    private static string Joined(List<FlowWord> phrase, string noun) =>
        phrase.Count > 1 && phrase[^2].Text is "step" or "half" ? phrase[^2].Text + noun : noun;

    // "One of her friends": the friend is who tells.
    private static bool Partitive(IReadOnlyList<FlowWord> subject, int of) =>
        subject[of].Text is "of"
        && subject[of - 1].Text is "one" or "some" or "several" or "two" or "member" or "members" or "any" or "another";
}
