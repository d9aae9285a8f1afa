namespace MashBroker.Rules;

/// <summary>Whether a word stands in its sentence like a person's name: what of "Mark", "Hope" and "May" is one.</summary>
internal sealed class NameStanding(NameOfReferrer name, NameForms forms)
{
    private static readonly HashSet<string> BeforeName = new(
        "named called name nee aka alias signed regards dear contact ask speak ring phone call friend neighbour family caller referrer informant".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> ShortMonths = new(
        "jan feb mar apr jun jul aug sep sept oct nov dec".Split(' '),
        StringComparer.Ordinal
    );

    // Behind these a capital word is a place or an institution, not a person.
    private static readonly HashSet<string> OfPlaces = new(
        (
            "street st road rd lane ln avenue ave close drive way court gardens grove place terrace crescent square row hill park house "
            + "lodge cottage school primary secondary junior infant infants academy college nursery church hospital surgery practice centre "
            + "clinic ward team carers carer estate hotel inn arms library hall farm day days person people man woman boy girl adult adults "
            + "mother mum father dad parent parents offender offending minds child children"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> BeforeMonth = new(
        "in of on since by until till during last next from early late mid to between before after this through and".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Relatives = new(
        "aunt auntie aunty uncle nan nana gran granny grandma grandad grandpa granddad nanny cousin".Split(' '),
        StringComparer.Ordinal
    );

    // "White British", "Black African".
    private static readonly HashSet<string> Peoples = new(
        "british english scottish welsh irish european other african caribbean asian eastern".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> BeforeRating = new(
        "rated rating graded grade rag is was as be now to from at triaged confirmed suggested stays remains and or red amber green".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>A title, an initial or another part of the name is beside it.</summary>
    /// <param name="beside">The other part, where it is one.</param>
    public bool WithName(ReadText text, int i, out string? beside)
    {
        var words = text.Words;
        beside = null;
        var own = words[i].Text;
        foreach (var (j, near) in new[] { (i - 1, i), (i + 1, i + 1) })
        {
            if (j < 0 || j >= words.Count || !words[near].Adjoins)
            {
                continue;
            }

            var other = words[j];
            if (other.Text != own && forms.IsPartOrPet(other.Text) && !forms.SameSide(own, other.Text))
            {
                beside = other.Text;
                return true;
            }

            if (
                other.IsLetter
                && (other.Capital || text.Whispered)
                && name.Initials.Contains(other.Text[0])
                && other.Text is not "i"
                && !(other.Text is "a" && (!other.Capital || other.Opens))
            )
            {
                return true;
            }
        }

        return i > 0
            && words[i].Adjoins
            && (
                (
                    IsTitle(text, i - 1)
                    && (words[i].Capital || text.Whispered || !People.Household.Contains(words[i - 1].Text))
                )
                || (
                    Relatives.Contains(words[i - 1].Text)
                    && words[i].Capital
                    && text.Folded[words[i - 1].End] is not '.'
                )
            );
    }

    /// <summary>"Same sister. They": kin end sentences, titles do not.</summary>
    public static bool IsTitle(ReadText text, int i) =>
        ReadText.Titles.Contains(text.Words[i].Text)
        && !(
            text.Words[i].Text is "father" or "sister" or "brother" or "uncle" or "auntie" or "aunty" or "master"
            && text.Words[i].End < text.Folded.Length
            && text.Folded[text.Words[i].End] is '.' or '\n'
        );

    /// <summary>30 Mar, in Jun, Tel 01632.</summary>
    public static bool IsDateOrLabel(ReadText text, int i)
    {
        var words = text.Words;
        var number = i + 1 < words.Count && words[i + 1].Adjoins && char.IsAsciiDigit(words[i + 1].Text[0]);
        if (words[i].Text is "tel" or "reg" or "ref" or "max" or "ext" or "mob")
        {
            return number;
        }

        return ShortMonths.Contains(words[i].Text)
            && (
                number
                || (
                    i > 0
                    && words[i].Adjoins
                    && (char.IsAsciiDigit(words[i - 1].Text[0]) || BeforeMonth.Contains(words[i - 1].Text))
                    && !NameSlot.Is(text, i, i)
                )
            );
    }

    public static bool LikeName(ReadText text, int i, bool strong)
    {
        var words = text.Words;
        var word = words[i];
        if (
            strong
            || (
                i > 0
                && word.Adjoins
                && words[i - 1].Text is "named" or "called" or "nee" or "aka" or "name" or "names" or "signed"
            )
        )
        {
            return true;
        }

        var next = i + 1 < words.Count && words[i + 1] is { Adjoins: true, Opens: false } behind ? behind.Text : null;
        if (IsOfPlace(text, i))
        {
            return false;
        }

        if (i > 0 && words[i - 1].Text is "st" or "saint")
        {
            return false;
        }

        if (
            (IsRating(text, i) && !(words[i - 1].Text is not ("was" or "is") && NameSlot.Is(text, i, i)))
            || (next is not null && Peoples.Contains(next))
            || (next is "and" && word.Text is "white" or "black" or "brown" or "asian" or "mixed")
        )
        {
            return false;
        }

        if (NameSlot.Is(text, i, i))
        {
            return true;
        }

        if (
            !word.Possessive
            && word.Text is ("may" or "april" or "june" or "august")
            && (
                next is { } figure && char.IsAsciiDigit(figure[0])
                || (
                    i > 0
                    && (words[i - 1].IsNumber || BeforeMonth.Contains(words[i - 1].Text) || Ordinal(words[i - 1].Text))
                )
            )
        )
        {
            return false;
        }

        if (word is { Possessive: true, Capital: true } && !text.Shouted)
        {
            return true;
        }

        // "(Bill)", and nothing else in the brackets.
        if (word.Capital && InBrackets(text.Folded, word))
        {
            return true;
        }

        if (!word.Capital || text.Shouted)
        {
            return next is not null
                && (
                    (i > 0 && BeforeName.Contains(words[i - 1].Text) && NameDoing.Does(next))
                    || (word.Opens && (NameDoing.Says(next) || next is "would" or "could"))
                );
        }

        return !word.Opens || NameDoing.IsSubject(text, i, next);
    }

    /// <summary>"Church Street", "Young Carers": a place, or people of a kind.</summary>
    public static bool IsOfPlace(ReadText text, int i) =>
        i + 1 < text.Words.Count
        && text.Words[i + 1] is { Adjoins: true, Opens: false } next
        && OfPlaces.Contains(next.Text);

    private static bool IsRating(ReadText text, int i) =>
        text.Words[i].Text is "amber" or "green" or "red"
        && i > 0
        && text.Words[i].Adjoins
        && BeforeRating.Contains(text.Words[i - 1].Text);

    private static bool InBrackets(string text, ReadWord word) =>
        word.Start > 0
        && word.End < text.Length
        && (text[word.Start - 1], text[word.End]) is ('(', ')') or ('[', ']') or ('"', '"') or ('\'', '\'');

    private static bool Ordinal(string text) =>
        text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiLetter(text[^1]);
}
